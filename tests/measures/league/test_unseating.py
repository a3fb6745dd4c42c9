"""The smallest shift of weight that unseats a winner, by hand and against a search over a fine grid."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.measures.league import compute, overtaking, rivals, unseatings
from generator.measures.league.unseating import drawn_level
from generator.model.league import Aggregation, Normalisation, Rewards
from tests.measures.league.leagues import flat, league, table

RAW = Normalisation("raw")


def test_by_hand() -> None:
    """A leads 60 to 50: +40 in gdp, −20 in jobs. Each point of weight from gdp to jobs costs it 0.6: 1/6 is needed."""
    one = league(flat({"gdp": "1/2", "jobs": "1/2"}), "AB", normalisation=RAW, rewards=Rewards(1))
    (found,) = unseatings(one, compute(one, table(gdp="80 40", jobs="40 60"))).values()
    assert (found.area, found.challenger, found.moved, found.enough) == ("A", "B", Fraction(1, 6), True)
    assert found.weights == {"gdp": Fraction(1, 3), "jobs": Fraction(2, 3)}


def test_the_first_place_needs_no_reward() -> None:
    """A leads B by +40 and −20, 10 in all: 1/6. It leads C by +45 and −15, 15 in all: 1/4."""
    one = league(flat({"gdp": "1/2", "jobs": "1/2"}), "ABC", normalisation=RAW)
    found = overtaking(one, compute(one, table(gdp="80 40 35", jobs="40 60 55")))
    assert found is not None
    assert (found.area, found.challenger, found.moved, found.enough) == ("A", "B", Fraction(1, 6), True)
    assert overtaking(one, compute(one, table(gdp="80 40 35", jobs="40 80 55"))) is None  # two are first
    assert overtaking(one, compute(one, table(gdp="80 40 35", jobs="70 60 55"))) is None  # whatever the weights


def test_a_winner_ahead_in_everything_cannot_be_unseated() -> None:
    one = league(flat({"gdp": "1/2", "jobs": "1/2"}), "AB", normalisation=RAW, rewards=Rewards(1))
    assert unseatings(one, compute(one, table(gdp="80 40", jobs="70 60"))) == {}


def test_the_first_of_two_winners_falls_when_two_have_passed() -> None:
    """B passes A after 1/6, C after 1/4: A, first of two, keeps a reward until then; B, second, loses it to C."""
    one = league(flat({"gdp": "1/2", "jobs": "1/2"}), "ABC", normalisation=RAW, rewards=Rewards(2))
    found = unseatings(one, compute(one, table(gdp="80 40 35", jobs="40 60 55")))
    # A and C: 60 to 45, +45 and −15; so 15 ÷ 60. B is ahead of C in both.
    assert (found["A"].challenger, found["A"].moved, found["A"].enough) == ("C", Fraction(1, 4), True)
    assert set(found) == {"A"}


def test_a_shift_that_one_challenger_passes_with_is_not_enough_for_two() -> None:
    """A, first of two winners, is passed by B if 1/8 of the weight goes from r to q, by C if from q to r."""
    one = league(flat({"p": "1/2", "q": "1/4", "r": "1/4"}), "ABC", normalisation=RAW, rewards=Rewards(2))
    found = unseatings(one, compute(one, table(p="50 40 40", q="50 70 30", r="50 30 70")))["A"]
    assert (found.moved, found.enough) == (Fraction(1, 8), False)


@pytest.mark.parametrize("areas", ["AB", "ABC"])
def test_a_winner_whom_only_rounding_holds_back_is_level_as_it_stands(areas: str) -> None:
    """A, 10.001, and B, 10.002, share the first place as 10.0: no weight need move for A to lose it to B."""
    rules = {"normalisation": RAW, "decimals": 1, "rewards": Rewards(1)}
    one = league(flat({"gdp": "1/2", "jobs": "1/2"}), areas, **rules)
    values = table(gdp="10.001 10.002 1", jobs="10.001 10.002 1")
    (found,) = unseatings(one, compute(one, values)).values()
    assert (found.area, found.challenger, found.moved, found.enough) == ("A", "B", 0, True)


def test_only_where_scores_are_linear_in_the_weights() -> None:
    values = table(gdp="80 40", jobs="40 60")
    root = flat({"gdp": "1/2", "jobs": "1/2"}, aggregation="geometric")
    one = league(root, "AB", normalisation=RAW, rewards=Rewards(1))
    assert unseatings(one, compute(one, values)) == {}


def test_rivals_are_those_who_equal_or_exceed_a_winner_somewhere() -> None:
    """A is ahead of all in both; A alone exceeds B; C, who wins nothing, is not asked about."""
    one = league(flat({"gdp": "1/2", "jobs": "1/2"}), "ABC", normalisation=RAW, rewards=Rewards(2))
    assert rivals(one, compute(one, table(gdp="80 40 35", jobs="70 60 55"))) == {"A": 0, "B": 1}
    assert rivals(one, compute(one, table(gdp="80 40 35", jobs="70 60 60"))) == {"A": 0, "B": 2}


@pytest.mark.parametrize(
    ("kind", "known"), [("geometric", True), ("harmonic", True), ("median", True), ("mpi", False), ("mpi_plus", False)]
)
def test_rivals_need_a_mean_that_never_falls_as_scores_rise(kind: Aggregation, known: bool) -> None:
    """A, with 100 and 10, is ahead in both; but by MPI it has 19 − 729 ÷ 19, which is below 0, and B, with 9 and 9,
    has 9."""
    one = league(flat({"gdp": "1/10", "jobs": "9/10"}, aggregation=kind), "AB", normalisation=RAW)
    found = compute(one, table(gdp="100 9", jobs="10 9"))
    assert bool(rivals(one, found)) == known
    if kind == "mpi":
        assert [area for area, each in found.items() if each.rank == 1] == ["B"]


def test_rivals_are_unknown_where_scores_are_missing() -> None:
    one = league(
        flat({"gdp": "1/2", "jobs": "1/2"}), "AB", normalisation=RAW, missing="renormalise", threshold=Fraction(0)
    )
    assert rivals(one, compute(one, table(gdp="80 40", jobs="70 -"))) == {}


@pytest.mark.parametrize("leads", [(30, -10, 5), (8, 8, -40), (1, 2, -1), (50, 20, -3)])
def test_no_smaller_shift_on_a_grid_does_it(leads: tuple[int, int, int]) -> None:
    """All weights in steps of 1/60: none nearer than the closed form draws level, and one within a step does."""
    weights = {"p": Fraction(1, 2), "q": Fraction(1, 3), "r": Fraction(1, 6)}
    named = dict(zip(weights, map(Fraction, leads), strict=True))
    found = drawn_level(weights, named)
    assert found is not None
    steps = range(61)
    level = [
        sum(abs(Fraction(new, 60) - old) for new, old in zip(grid, weights.values(), strict=True)) / 2
        for grid in ((p, q, 60 - p - q) for p in steps for q in steps if p + q <= 60)
        if sum(Fraction(new, 60) * lead for new, lead in zip(grid, leads, strict=True)) <= 0
    ]
    assert found[0] <= min(level) <= found[0] + Fraction(1, 60)
    assert sum(found[1].values()) == 1 and sum(found[1][name] * named[name] for name in named) == 0
