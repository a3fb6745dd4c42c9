"""Growth and its edges, worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.measures.change import average_growth, chained, growth, on_previous_period, year_on_year
from generator.measures.result import Result, nothing, stated
from generator.model.period import Period

SERIES = {Period.parse(text): stated(value) for text, value in {"2021-Q1": 120, "2021-Q4": 150, "2022-Q1": 132}.items()}
QUARTER = Period.parse("2022-Q1")


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


def test_year_on_year_and_on_the_previous_period() -> None:
    assert year_on_year(SERIES, QUARTER, comparable=True) == stated(10)
    assert on_previous_period(SERIES, QUARTER, comparable=True) == stated(-12)


@pytest.mark.parametrize("text", ["2021-Q1", "undated"])
def test_a_period_without_an_earlier_one_has_no_growth(text: str) -> None:
    series = SERIES | {Period.parse("undated"): stated(1)}
    assert year_on_year(series, Period.parse(text), comparable=True) == nothing("missing")


def test_rates_are_chained_not_added() -> None:
    assert chained(stated(10), stated(-10)) == stated(-1)
    assert chained(stated(50), stated(50), stated(100)) == stated(350)
    assert chained(stated(10), stated(None)) == nothing("missing")
    assert chained(stated(10, "over"), stated(5)).bound == "at_least"


@pytest.mark.parametrize(("total", "years", "yearly"), [(21, 2, 10), (-19, 2, -10), (700, 3, 100), (0, 5, 0)])
def test_average_growth(total: int, years: int, yearly: int) -> None:
    found = average_growth(stated(total), years).value
    assert found is not None and abs(found - yearly) < Fraction(1, 10**20)


@pytest.mark.parametrize("total", [-100, -130])
def test_what_fell_to_nothing_has_no_average_growth(total: int) -> None:
    assert average_growth(stated(total), 2) == nothing("base_unknown")
