"""Places, amounts, ties at the cut-off and the budget, by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.measures.league.rewards import awards
from generator.model.league import Rewards

AMOUNTS = (Decimal(100), Decimal(60), Decimal(30))
TIED_LAST = {"a": 1, "b": 2, "c": 3, "d": 3, "e": 5}  # two on the third and last place


@pytest.mark.parametrize(
    ("cutoff", "won"),
    [
        ("share", {"a": 100, "b": 60, "c": 15, "d": 15}),
        ("all", {"a": 100, "b": 60, "c": 30, "d": 30}),
        ("none", {"a": 100, "b": 60}),
    ],
)
def test_a_tie_at_the_cut_off(cutoff: str, won: dict[str, int]) -> None:
    assert awards(Rewards(3, AMOUNTS, cutoff), TIED_LAST) == won  # type: ignore[arg-type]


def test_a_tie_inside_shares_its_places_and_takes_them_up() -> None:
    assert awards(Rewards(3, AMOUNTS), {"a": 1, "b": 1, "c": 3, "d": 4}) == {"a": 80, "b": 80, "c": 30}
    assert awards(Rewards(3, AMOUNTS, "all"), {"a": 1, "b": 1, "c": 3}) == {"a": 100, "b": 100, "c": 30}


def test_dense_ranks_do_not_add_places() -> None:
    assert set(awards(Rewards(3, AMOUNTS), {"a": 1, "b": 1, "c": 2, "d": 3})) == {"a", "b", "c"}


def test_shares_are_rounded_down_to_whole_units() -> None:
    won = awards(Rewards(1, (Decimal(100),)), {"a": 1, "b": 1, "c": 1})
    assert {str(amount) for amount in won.values()} == {"33.33"}


def test_the_budget_cuts_all_in_proportion() -> None:
    won = awards(Rewards(3, AMOUNTS, "all", budget=Decimal(110)), TIED_LAST)  # 220 asked
    assert won == {"a": 50, "b": 30, "c": 15, "d": 15}


def test_an_honour_without_money_and_more_places_than_areas() -> None:
    assert awards(Rewards(2), {"a": 1, "b": 2, "c": 3}) == {"a": 0, "b": 0}
    assert awards(Rewards(3, AMOUNTS), {"a": 1}) == {"a": 100}
