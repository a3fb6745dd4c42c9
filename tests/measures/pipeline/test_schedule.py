"""Milestones and candidates. Every expected value is worked out by hand from the rows beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from generator.measures.pipeline import Progress, burn_down, candidates, days_overdue, judged, state, tally
from generator.measures.plan import completion, lead
from generator.measures.result import Result, nothing, stated
from generator.model.codes import Bound
from generator.model.period import Period
from generator.model.schedule import Candidate, Finding

from .rows import milestone

TODAY = date(2022, 3, 31)


@pytest.mark.parametrize(
    ("due", "done", "expected"),
    [
        ("2022-03-10", "2022-03-10", "met"),
        ("2022-03-10", "2022-03-11", "late"),
        ("2022-03", "2022-03-31", "met"),
        ("2022-03-10", "2022-03", "undecided"),
        ("2022-02", "2022-03", "late"),
        ("undated", "2022-03", "undecided"),
        ("2022-03", "undated", "undecided"),
        ("2022-03", "", "open"),
        ("2022-02", "", "overdue"),
        ("2022-03-30", "", "overdue"),
        ("undated", "", "open"),
        ("2022-02", "2022-04-01", "overdue"),
    ],
)
def test_the_state_of_a_milestone(due: str, done: str, expected: str) -> None:
    assert state(milestone("one", due, done), TODAY) == expected


def test_the_tally_counts_what_was_due() -> None:
    ones = [milestone("m", "2022-02", "2022-01")] * 3
    ones += [milestone("l", "2022-01", "2022-02"), milestone("o", "2022-02"), milestone("u", "undated", "2022-01")]
    ones += [milestone("f", "2022-12")] * 5
    known = [judged(one, TODAY) for one in ones]
    found = tally(known)
    assert (found.met, found.late, found.overdue, found.undecided, found.open) == (3, 1, 1, 1, 5)
    assert (found.due, found.all) == (5, 11)
    assert days_overdue(known) == 31  # since the end of February
    assert days_overdue(known[:3]) == 0


@pytest.mark.parametrize(
    ("due", "done", "expected"),
    [
        ("2022-03-10", "2022-03-08", -2),
        ("2022-03-10", "2022-03", 21),  # at the latest
        ("2022-03-10", "", 21),
        ("2022-04", "", -30),
        ("2022-03-10", "2022-04-02", 21),  # not done yet
        ("undated", "2022-03", None),
        ("2022-03", "undated", None),
    ],
)
def test_days_from_the_due_date(due: str, done: str, expected: int | None) -> None:
    assert judged(milestone("one", due, done), TODAY).days == expected


def test_a_campaign_burns_down() -> None:
    ones = [milestone("a", "2022-03-10", "2022-03-12"), milestone("b", "2022-03-20"), milestone("c", "undated")]
    days = [date(2022, 3, day) for day in (1, 10, 12, 20)]
    assert [(point.scheduled, point.open) for point in burn_down(ones, days)] == [(3, 3), (2, 3), (2, 2), (1, 2)]


def candidacy(value: str, bound: Bound = "exact", overdue: int = 0) -> tuple[Candidate, ...]:
    thresholds = {"lag": Decimal(10), "lead": Decimal("7.5"), "overdue": Decimal(30)}
    return candidates([Progress("plant", Result(Fraction(value), bound=bound), overdue)], thresholds)


def test_candidates_are_named_with_their_reasons() -> None:
    assert candidacy("-12", overdue=31) == (
        Candidate(
            "plant",
            "snail",
            (Finding("lag", Fraction(12), Decimal(10)), Finding("overdue", Fraction(31), Decimal(30))),
        ),
    )
    assert candidacy("7.5") == (Candidate("plant", "red_flag", (Finding("lead", Fraction("7.5"), Decimal("7.5")),)),)


@pytest.mark.parametrize(
    ("value", "bound", "overdue", "flag"),
    [
        ("-10", "exact", 0, "snail"),
        ("-9.9", "exact", 0, ""),
        ("7.4", "exact", 0, ""),
        ("9", "exact", 1, ""),  # ahead, and yet overdue
        ("9", "exact", 30, "snail"),
        ("-12", "at_most", 0, "snail"),
        ("-12", "at_least", 0, ""),  # it may be less far behind
        ("9", "at_least", 0, "red_flag"),
        ("9", "at_most", 0, ""),
        ("9", "about", 0, ""),
    ],
)
def test_thresholds_and_bounds(value: str, bound: Bound, overdue: int, flag: str) -> None:
    assert [one.flag for one in candidacy(value, bound, overdue)] == [flag] * bool(flag)


def test_nobody_is_judged_without_a_threshold_or_a_lead() -> None:
    late = Progress("plant", nothing("no_target"), 40)
    assert candidates([late], {}) == ()
    assert candidates([late], {"lag": Decimal(0), "lead": Decimal(0)}) == ()
    assert [one.flag for one in candidates([late], {"overdue": Decimal(40)})] == ["snail"]


def test_the_lead_comes_from_plan_and_calendar() -> None:
    """53.93 of a plan of at least 160 by the end of April: at most 33.70625 %, a third of the year has passed."""
    done = completion(stated(Decimal("53.93")), stated(Decimal(160), "at_least"))
    ahead = lead(done, Period.parse("2022-01/2022-04"))
    assert ahead == Result(Fraction("33.70625") - Fraction(100, 3), bound="at_most")
    assert candidates([Progress("plan", ahead, 0)], {"lead": Decimal("0.1"), "lag": Decimal("0.1")}) == ()
