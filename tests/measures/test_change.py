"""Growth and its edges, worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.measures.change import average_growth, growth
from generator.measures.result import Result, nothing, stated


@pytest.mark.parametrize(
    ("level", "base", "result"),
    [
        (stated(132), stated(120), stated(10)),
        (stated(0), stated(120), stated(-100)),
        (stated(-12), stated(120), stated(-110)),
        (stated(132), stated(0), nothing("base_zero")),
        (stated(132), stated(-120), nothing("base_negative")),
        (stated(132), stated(None), nothing("missing")),
        (stated(132, "over"), stated(120), Result(stated(10).value, bound="at_least")),
    ],
)
def test_growth_of_comparable_levels(level: Result, base: Result, result: Result) -> None:
    assert growth(level, base, comparable=True) == result


def test_levels_that_are_not_comparable_have_no_growth() -> None:
    assert growth(stated(132), stated(120), comparable=False) == nothing("not_comparable")


@pytest.mark.parametrize(("total", "years", "yearly"), [(21, 2, 10), (-19, 2, -10), (700, 3, 100), (0, 5, 0)])
def test_average_growth(total: int, years: int, yearly: int) -> None:
    found = average_growth(stated(total), years).value
    assert found is not None and abs(found - yearly) < Fraction(1, 10**20)


@pytest.mark.parametrize("total", [-100, -130])
def test_what_fell_to_nothing_has_no_average_growth(total: int) -> None:
    assert average_growth(stated(total), 2) == nothing("base_unknown")
