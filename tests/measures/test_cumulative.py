"""Years to date and what lies between them."""

from __future__ import annotations

import pytest

from generator.measures.cumulative import Flow, discrete
from generator.measures.result import Result, stated
from generator.model.period import Period


def flow(text: str, value: int | None, edition: str = "2022-Q4") -> Flow:
    return Flow(Period.parse(text), stated(value), edition)


YEAR = [flow("2022-Q1", 10), flow("2022-H1", 25), flow("2022-01/2022-09", 45), flow("2022", 70)]


@pytest.mark.parametrize(
    ("through", "before", "period"),
    [
        ("2022-01/2022-02", "2022-01", "2022-02"),
        ("2022-01/2022-05", "2022-Q1", "2022-04/2022-05"),
        ("2022-H1", "2022-Q1", "2022-Q2"),
        ("2022", "2022-01/2022-09", "2022-Q4"),
        ("2022", "2022-H1", "2022-H2"),
        ("2022-01/2022-08", "2022-01/2022-05", "2022-06/2022-08"),  # three months, but no quarter
    ],
)
def test_the_period_of_a_difference_in_its_short_spelling(through: str, before: str, period: str) -> None:
    assert discrete(flow(through, 9), flow(before, 4)) == flow(period, 5)


@pytest.mark.parametrize(
    ("through", "before", "reason"),
    [
        (flow("2022-H1", 25), flow("2022-Q1", 10, "2022-Q1"), "other_vintage"),
        (flow("2022-H1", 25), flow("2021-Q1", 10), "not_adjoining"),
        (flow("2022-Q1", 10), flow("2022-H1", 25), "not_adjoining"),
        (flow("2022-H1", 25), flow("2022-H1", 25), "not_adjoining"),
        (flow("2022-Q2", 15), flow("2022-Q1", 10), "not_year_to_date"),
        (flow("2022-06-30", 15), flow("2022-Q1", 10), "not_year_to_date"),
        (flow("undated", 15), flow("2022-Q1", 10), "not_year_to_date"),
        (flow("2022-H1", 25), flow("2022-Q1", None), "missing"),
    ],
)
def test_what_must_not_be_subtracted(through: Flow, before: Flow, reason: str) -> None:
    assert discrete(through, before).result.reason == reason


def test_a_bound_of_either_bounds_the_difference() -> None:
    half, quarter = YEAR[1], Flow(YEAR[0].period, stated(10, "over"), "2022-Q4")
    assert discrete(half, quarter).result == Result(stated(15).value, bound="at_most")
