"""Years to date and what lies between them."""

from __future__ import annotations

import pytest

from generator.measures.cumulative import Flow, cumulated, discrete, discretes
from generator.measures.result import Result, nothing, stated
from generator.model.period import Period


def flow(text: str, value: int | None, edition: str = "2022-Q4") -> Flow:
    return Flow(Period.parse(text), stated(value), edition)


YEAR = [flow("2022-Q1", 10), flow("2022-H1", 25), flow("2022-01/2022-09", 45), flow("2022", 70)]
QUARTERS = [flow("2022-Q1", 10), flow("2022-Q2", 15), flow("2022-Q3", 20), flow("2022-Q4", 25)]


def test_quarters_of_a_year_and_back() -> None:
    assert discretes(reversed(YEAR)) == QUARTERS
    assert [cumulated(QUARTERS[:count]) for count in (1, 2, 3, 4)] == YEAR


@pytest.mark.parametrize(
    ("through", "before", "period"),
    [
        ("2022-01/2022-02", "2022-01", "2022-02"),
        ("2022-01/2022-05", "2022-Q1", "2022-04/2022-05"),
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


def test_a_year_to_date_that_is_not_given_widens_the_next_period() -> None:
    assert discretes([YEAR[0], YEAR[2]]) == [flow("2022-Q1", 10), flow("2022-04/2022-09", 35)]


def test_one_without_a_value_leaves_two_gaps() -> None:
    found = discretes([YEAR[0], flow("2022-H1", None), YEAR[2]])
    assert [one.result for one in found] == [stated(10), nothing("missing"), nothing("missing")]


def test_a_new_year_begins_anew() -> None:
    assert discretes([flow("2022", 70), flow("2023-Q1", 12)])[-1] == flow("2023-Q1", 12)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ([QUARTERS[0], QUARTERS[2]], "not_adjoining"),
        ([QUARTERS[1], QUARTERS[0]], "not_adjoining"),
        ([YEAR[1], QUARTERS[1]], "not_adjoining"),
        (QUARTERS[1:], "not_year_to_date"),
        ([*QUARTERS, flow("2023-Q1", 12)], "not_year_to_date"),
        ([QUARTERS[0], flow("2022-Q2", None)], "missing"),
    ],
)
def test_what_must_not_be_cumulated(parts: list[Flow], reason: str) -> None:
    assert cumulated(parts).result.reason == reason


def test_quarters_may_be_of_different_editions() -> None:
    found = cumulated([flow("2022-Q1", 10, "2022-Q1"), flow("2022-Q2", 15, "2022-Q2")])
    assert found == flow("2022-H1", 25, "2022-Q2")
