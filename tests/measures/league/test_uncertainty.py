"""How sure a rank is: cases whose chances are known beforehand, and the exact engine as the measure of its twin."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from generator.measures.league import compute, of_method, of_revisions, of_rounding, runs, sobol
from generator.measures.league.runs import declared_weights, score, stack
from generator.measures.league.sobol import Floats, indices
from generator.measures.league.uncertainty import summary
from generator.model.league import EFFICACY, Block, Doubt, Item, League, Normalisation, Rewards
from tests.measures.league.leagues import Values, flat, league, leagues, table

RAW = Normalisation("raw")
HALVES = {"gdp": "1/2", "jobs": "1/2"}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(leagues())
def test_the_runs_compute_what_is_published(drawn: tuple[League, Values]) -> None:
    one, values = drawn
    exact = {area: found.exact for area, found in compute(one, values).items() if found.exact is not None}
    runs = score(one, stack(one, values, list(exact)), declared_weights(one.root))
    assert runs[0].tolist() == pytest.approx([float(value) for value in exact.values()], rel=1e-9, abs=1e-7)


def test_an_area_ahead_in_everything_is_first_in_every_run() -> None:
    one = league(flat(HALVES), doubt=Doubt(Fraction(1, 2), (Normalisation("rank"),), seed=7))
    values = table(gdp="9 5 1", jobs="9 1 5")
    sure = of_method(one, values, compute(one, values))
    first = sure.spreads["A"]
    assert (first.low, first.median, first.high, first.places) == (1, 1, 1, (1.0, 0.0, 0.0))
    assert sure.groups == (("A",), ("B", "C"))


def test_who_cannot_be_told_apart_from_the_next_may_be_from_the_one_after_it() -> None:
    """In 20 runs A is ahead of B in 18, B of C in 18, and A of C in all: 0.9, 0.9 and 1 of at least 0.95."""
    one = league(flat(HALVES), normalisation=RAW)
    usual, swapped = [3.0, 2.0, 1.0], ([2.0, 3.0, 1.0], [3.0, 1.0, 2.0])
    found = np.array([usual] * 16 + [swapped[0]] * 2 + [swapped[1]] * 2)
    standings = compute(one, table(gdp="3 2 1", jobs="3 2 1"))
    sure = summary(one, ["A", "B", "C"], standings, found)
    assert sure.groups == (("A", "B", "C"),)
    near = {area: (spread.above, spread.below) for area, spread in sure.spreads.items()}
    assert near == {"A": (0, 1), "B": (1, 1), "C": (1, 0)}


def test_even_rivals_win_half_the_runs() -> None:
    """B and C mirror one another, so that each weight draw for the one is as likely for the other."""
    one = league(flat(HALVES), "ABC", decimals=6, rewards=Rewards(1), doubt=Doubt(runs=4000))
    values = table(gdp="0 9 5", jobs="0 5 9")
    sure = of_method(one, values, compute(one, values))
    assert sure.spreads["B"].wins == pytest.approx(0.5, abs=0.03)
    assert sure.spreads["B"].wins + sure.spreads["C"].wins == pytest.approx(1)
    # in each run one of the two falls from the shared first rank to the second: one place of three areas
    assert sure.shift == pytest.approx(1 / 3)


def test_weights_are_drawn_evenly_around_the_declared_ones() -> None:
    """A has 10 in gdp alone, B 6 in both: A is ahead where gdp has over 3/5 of the weight, u > 1.5 v with u and v even
    from 0.5 to 1.5, which is an area of 3/16."""
    one = league(flat(HALVES), "AB", normalisation=RAW, decimals=9, doubt=Doubt(Fraction(1, 2), runs=8000))
    values = table(gdp="10 6", jobs="0 6")
    assert of_method(one, values, compute(one, values)).spreads["A"].places[0] == pytest.approx(3 / 16, abs=0.015)


def test_a_win_needs_the_whole_tie_to_fit_where_ties_win_nothing() -> None:
    one = league(flat({"gdp": "1"}), rewards=Rewards(1, cutoff="none"))
    values = table(gdp="5 5 1")
    assert of_method(one, values, compute(one, values)).spreads["A"].wins == 0
    share = replace(one, rewards=Rewards(1))
    assert of_method(share, values, compute(share, values)).spreads["A"].wins == 1


def test_rounding_turns_what_the_digits_leave_open() -> None:
    """1.2 may be 1.15 and 1.1 as well, but never less: no turn. Where 1.1 meets 1, anything from 0.5 to 1.5, the second
    is ahead in (1.5 − x) of the cases, x even from 1.05 to 1.15: four in ten."""
    one = league(flat({"gdp": "1"}), "ABCD", normalisation=RAW, decimals=9, doubt=Doubt(runs=8000))
    values = table(gdp="1.2 1.1 5.0 4.0")
    assert of_rounding(one, values, compute(one, values)).shift == 0
    values = table(gdp="1.1 1 9 8")
    assert of_rounding(one, values, compute(one, values)).spreads["B"].places[2] == pytest.approx(0.4, abs=0.02)


def test_a_zero_has_a_last_digit_too() -> None:
    one = league(flat({"gdp": "1"}), "AB", normalisation=RAW, decimals=9)
    values = table(gdp="0.0 0.0")
    assert of_rounding(one, values, compute(one, values)).spreads["A"].places[1] == pytest.approx(0.5, abs=0.05)


def test_revisions_move_by_what_has_been() -> None:
    """A leads by 1. Revisions of 0 or 2 are as likely: B passes A if it alone moves, one time in four."""
    one = league(flat({"gdp": "1"}), "AB", normalisation=RAW, decimals=6, doubt=Doubt(runs=8000))
    values, past = table(gdp="11 10"), {"gdp": (Decimal(0), Decimal(2))}
    sure = of_revisions(one, values, compute(one, values), past)
    assert sure.spreads["B"].places[0] == pytest.approx(0.25, abs=0.02)
    assert of_revisions(one, values, compute(one, values), {}).shift == 0


def test_the_same_seed_gives_the_same_answer() -> None:
    one, values = league(flat(HALVES)), table(gdp="1 2 3", jobs="3 2 2")
    standings = compute(one, values)
    assert of_method(one, values, standings) == of_method(one, values, standings)
    other = replace(one, doubt=Doubt(seed=2))
    assert of_method(other, values, standings) != of_method(one, values, standings)


def test_neither_the_order_of_members_nor_how_many_runs_are_made_at_once_changes_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inner = Block("inner", flat(HALVES).members, Fraction(1, 3), "geometric")
    root = Block("all", (inner, Item("air", Fraction(2, 3))))
    doubt = Doubt(normalisations=(Normalisation("rank"),), aggregations=("median",), runs=100)
    one = league(root, "ABCD", floor=Fraction(1), doubt=doubt)
    values = table(gdp="1 2 3 5", jobs="3 2 2 4", air="3 5 4 1")
    turned = replace(one, root=replace(root, members=(root.members[1], replace(inner, members=inner.members[::-1]))))

    def found(one: League) -> tuple[object, ...]:
        standings = compute(one, values)
        past = {"gdp": (Decimal(0), Decimal(1)), "jobs": (Decimal(-1), Decimal(1))}
        sure = (of_method(one, values, standings), of_rounding(one, values, standings))
        return *sure, of_revisions(one, values, standings, past), sobol(one, values, standings, 16)

    before = found(one)
    assert found(turned) == before
    monkeypatch.setattr(runs, "AT_ONCE", 28)
    assert found(one) == before


def test_an_alternative_that_multiplies_puts_a_score_below_zero_last() -> None:
    """B is first by the arithmetic mean, 60 + 40 × 1.5 = 120 in the one and −20 in the other."""
    members = tuple(Item(name, Fraction(1, 2), worst=Decimal(0), best=Decimal(10)) for name in HALVES)
    one = league(Block("all", members), "AB", normalisation=EFFICACY, doubt=Doubt(Fraction(0), runs=50))
    values = table(gdp="-4 15", jobs="-5 -20")
    assert compute(one, values)["B"].rank == 1
    tried = replace(one, doubt=replace(one.doubt, aggregations=("geometric", "harmonic", "mpi", "mpi_plus")))
    with np.errstate(all="raise"):
        first = of_method(tried, values, compute(tried, values)).spreads["B"].places[0]
    assert 0 < first < 1


def test_a_revision_does_not_take_a_value_where_it_has_no_logarithm() -> None:
    one = league(Block("all", (Item("gdp", Fraction(1), log=True),)), "AB")
    values = table(gdp="0.5 4")
    with np.errstate(all="raise"):
        assert of_revisions(one, values, compute(one, values), {"gdp": (Decimal(-1),)}).shift == 0


def test_equal_scores_are_equal_in_every_run_however_they_are_summed() -> None:
    """1.675 either way; as floating-point numbers their sums differ in the last bit, on two sides of a rounding."""
    one = league(flat(dict.fromkeys("pqrs", "1/4")), "AB", normalisation=RAW)
    values = table(p="0.72 1.64", q="1.72 2.62", r="1.64 0.72", s="2.62 1.72")
    assert of_method(replace(one, doubt=Doubt(Fraction(0))), values, compute(one, values)).shift == 0


def test_nobody_ranked() -> None:
    one = league(flat(HALVES))
    for sure in (of_method(one, {}, compute(one, {})), of_rounding(one, {}, compute(one, {}))):
        assert sure.spreads == {} and sure.groups == ()
    assert sobol(one, {}, compute(one, {})) == {}


def test_sobol_indices_of_the_ishigami_function() -> None:
    """Ishigami and Homma (1990) with a = 7, b = 0.1; analytic values as in Saltelli et al. (2008), 4.8."""

    def ishigami(draws: Floats) -> Floats:
        x = math.pi * (2 * draws - 1)
        return np.asarray(np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0]))

    found = indices(ishigami, ("x1", "x2", "x3", "inert"), 20_000, seed=1)
    assert [found[name].first for name in found] == pytest.approx([0.3139, 0.4424, 0, 0], abs=0.03)
    assert [found[name].total for name in found] == pytest.approx([0.5576, 0.4424, 0.2437, 0], abs=0.03)
    assert (found["inert"].first, found["inert"].total) == (0, 0)


def test_a_choice_without_alternative_explains_nothing() -> None:
    one = league(flat(HALVES), decimals=6)
    values = table(gdp="0 9 5", jobs="0 5 9")
    found = sobol(one, values, compute(one, values))
    assert found["aggregation"].total == found["outliers"].first == 0
    assert set(found) == {"gdp", "jobs", "normalisation", "outliers", "aggregation"}
