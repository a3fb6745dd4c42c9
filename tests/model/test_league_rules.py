"""What a declared league must keep to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from generator.model.league import EFFICACY, Block, Doubt, Item, Normalisation, Outliers, Rewards
from generator.model.league_rules import faults
from tests.measures.league.leagues import flat, league

HALVES = flat({"gdp": "1/2", "jobs": "1/2"})
POSTS = Block("all", (Item("gdp", Fraction(1), worst=Decimal(6), best=Decimal(12)),))
TURNED = Block("all", (Item("gdp", Fraction(1), "down", worst=Decimal(6), best=Decimal(12)),))
TARGET = Block("all", (Item("gdp", Fraction(1), best=Decimal(0)),))


def rules(**declared: Any) -> set[str]:
    return {problem.rule for problem in faults(league(declared.pop("root", HALVES), **declared))}


def test_a_sound_league_has_no_faults() -> None:
    assert rules() == set()
    assert rules(root=POSTS, normalisation=EFFICACY) == {"league-half"}  # one indicator is everything: a warning


def test_thirds_sum_to_one_and_their_decimals_do_not() -> None:
    assert rules(root=flat(dict.fromkeys("abc", "1/3"))) == set()
    assert rules(root=flat(dict.fromkeys("abc", "0.333"))) == {"league-weights"}


@pytest.mark.parametrize(
    ("rule", "declared"),
    [
        ("league-weight-sign", {"root": flat({"gdp": "1/2", "jobs": "1/2", "air": "0"})}),
        ("league-half", {"root": flat({"gdp": "51/100", "jobs": "49/100"})}),
        ("league-twice", {"root": Block("all", (*HALVES.members, *HALVES.members))}),
        ("league-twice", {"areas": "ABA"}),
        ("league-posts", {"normalisation": EFFICACY}),
        ("league-posts", {"doubt": Doubt(normalisations=(EFFICACY,))}),
        ("league-posts", {"root": TURNED, "normalisation": EFFICACY}),
        ("league-posts", {"root": TARGET, "normalisation": Normalisation("completion")}),
        ("league-posts", {"root": Block("all", (Item("gdp", Fraction(1), best=Decimal(0), log=True),))}),
        ("league-log-posts", {"root": POSTS, "normalisation": EFFICACY, "outliers": Outliers("coinr")}),
        ("league-zero", {"root": replace(HALVES, aggregation="geometric")}),
        ("league-zero", {"doubt": Doubt(aggregations=("harmonic",))}),
        ("league-floor", {"floor": Fraction(0)}),
        ("league-amounts", {"rewards": Rewards(3, (Decimal(1),))}),
    ],
)  # fmt: skip
def test_a_fault_is_named(rule: str, declared: dict[str, Any]) -> None:
    assert rule in rules(**declared)


def test_a_floor_or_a_positive_scale_allows_a_geometric_mean() -> None:
    root = replace(HALVES, aggregation="geometric")
    assert rules(root=root, floor=Fraction(1)) == set()
    assert rules(root=root, normalisation=Normalisation("min-max", (Fraction(1), Fraction(100)))) == set()
