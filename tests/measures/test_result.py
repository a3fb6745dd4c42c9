"""Results: a value or a reason, never both; bounds and reasons travel."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.measures.operations import OPERATIONS
from generator.measures.result import Result, applied, nothing, percent, points, stated
from generator.model.codes import Bound


def test_a_result_has_a_value_or_a_reason() -> None:
    for value, reason in ((None, ""), (Fraction(1), "missing")):
        with pytest.raises(ValueError, match="either a value or a reason"):
            Result(value, reason)  # type: ignore[arg-type]


def test_values_are_exact() -> None:
    """A third of 0.3 is 0.1; three thirds of one are one."""
    third = applied(OPERATIONS["ratio"], stated(Decimal("0.3")), stated(3))
    assert third == stated(Decimal("0.1"))
    assert applied(OPERATIONS["sum"], *[applied(OPERATIONS["ratio"], stated(1), stated(3))] * 3) == stated(1)


def test_the_first_operand_without_a_value_decides() -> None:
    assert applied(OPERATIONS["sum"], stated(1), nothing("no_target"), stated(None)) == nothing("no_target")
    assert stated(None) == nothing("missing")


@pytest.mark.parametrize(
    ("part", "base", "result"),
    [
        (stated(4), stated(5), stated(80)),
        (stated(0), stated(5), stated(0)),
        (stated(0), stated(0), nothing("base_zero")),
        (stated(-4), stated(-5), nothing("base_negative")),
        (stated(None), stated(5), nothing("missing")),
        (stated(4), stated(None), nothing("missing")),
    ],
)
def test_percent(part: Result, base: Result, result: Result) -> None:
    assert percent(part, base) == result


@pytest.mark.parametrize(
    ("part", "part_bound", "base_bound", "bound"),
    [
        (4, "exact", "at_least", "at_most"),
        (4, "over", "exact", "at_least"),
        (4, "over", "under", "at_least"),
        (4, "over", "over", "about"),
        (4, "exact", "about", "about"),
        (-4, "exact", "at_least", "at_least"),  # −4 of 5 is −80 %, of 8 it is −50 %
    ],
)
def test_bounds_of_a_percentage(part: int, part_bound: Bound, base_bound: Bound, bound: Bound) -> None:
    assert percent(stated(part, part_bound), stated(5, base_bound)).bound == bound


def test_rates_differ_by_points() -> None:
    assert points(stated(Decimal("9.1")), stated(6)) == stated(Decimal("3.1"))
    assert points(stated(9, "over"), stated(6)).bound == "at_least"
