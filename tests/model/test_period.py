"""The period algebra against hand-written answers."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from generator.model.period import Period

# written, kind, first day, last day, predecessor, same period a year before
PERIODS = [
    ("2022", "year", "2022-01-01", "2022-12-31", "2021", "2021"),
    ("2022-H1", "half", "2022-01-01", "2022-06-30", "2021-H2", "2021-H1"),
    ("2022-Q1", "quarter", "2022-01-01", "2022-03-31", "2021-Q4", "2021-Q1"),
    ("2022-Q3", "quarter", "2022-07-01", "2022-09-30", "2022-Q2", "2021-Q3"),
    ("2024-02", "month", "2024-02-01", "2024-02-29", "2024-01", "2023-02"),
    ("2024-02-29", "day", "2024-02-29", "2024-02-29", "2024-02-28", "2023-02-28"),
    ("2022-01/2022-04", "months", "2022-01-01", "2022-04-30", "2021-09/2021-12", "2021-01/2021-04"),
    ("2021/2022", "years", "2021-01-01", "2022-12-31", "2019/2020", "2020/2021"),
]


@pytest.mark.parametrize(("text", "kind", "first", "last", "before", "year_before"), PERIODS)
def test_a_period_knows_its_days_and_its_neighbours(
    text: str, kind: str, first: str, last: str, before: str, year_before: str
) -> None:
    period = Period.parse(text)
    assert (period.kind, str(period.first), str(period.last)) == (kind, first, last)
    assert (str(period.predecessor()), str(period.year_before())) == (before, year_before)


@pytest.mark.parametrize(
    "text",
    [
        *("2022-01/P4M", "2022Q1", "2022-Q5", "2022-13", "2022-00", "2022-H3", "2022-M13", "22", "", " 2022", "2022 "),
        *(
            "2022/2021",
            "2022/2022",
            "2022-04/2022-01",
            "2022-04/2022-04",
            "2022-02-30",
            "Mar-22",
            "２０２２",
            "2022/3/1",
        ),
    ],
)
def test_what_is_not_in_the_grammar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|span|day|month"):
        Period.parse(text)


def test_undated_has_no_days_and_sorts_first() -> None:
    undated = Period.parse("undated")
    assert undated.first is undated.last is undated.predecessor() is undated.year_before() is None
    assert sorted([Period.parse("1999"), undated], key=lambda period: period.sort_key)[0] is undated


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("2022-Q1", Fraction(1, 4)),
        ("2022-01/2022-04", Fraction(1, 3)),
        ("2022-H1", Fraction(1, 2)),
        ("2022", Fraction(1)),
    ],
)
def test_year_to_date_knows_the_share_of_the_year_gone(text: str, share: Fraction) -> None:
    assert Period.parse(text).elapsed_share == share


@pytest.mark.parametrize("text", ["2022-Q2", "2022-06/2022-08", "2021/2022", "2022-01-01", "undated"])
def test_other_periods_are_not_year_to_date(text: str) -> None:
    assert Period.parse(text).elapsed_share is None


def test_january_to_april_stands_before_the_half_year() -> None:
    ordered = sorted(map(Period.parse, ["2022", "2022-H1", "2022-01/2022-04"]), key=lambda period: period.sort_key)
    assert [period.text for period in ordered] == ["2022-01/2022-04", "2022-H1", "2022"]
    assert ordered[0].last == date(2022, 4, 30)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2022-01/2022-09", "2024-01/2024-09", True),
        ("2022-01/2022-09", "2023", False),
        ("2022-Q3", "2023-Q3", True),
        ("2022-Q2", "2023-Q3", False),
        ("2022-06-30", "2023-06-30", True),
        ("2022-01/2022-12", "2022", False),
    ],
)
def test_only_the_same_part_of_a_year_compares(one: str, other: str, same: bool) -> None:
    assert Period.parse(one).same_part(Period.parse(other)) is same
