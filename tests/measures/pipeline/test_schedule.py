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
        ("2022-03-31", "", "open"),  # due that day, overdue when it is over
        ("2022-03-31", "2022-04-01", "open"),
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
    assert (found.due, found.judged, found.all) == (5, 5, 11)
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


@pytest.mark.parametrize(
    ("due", "done", "on_the_day_before", "on_the_day", "on_the_day_after"),
    [  # each a state, whether it is due, and whether it is due that very day
        ("2022-03-31", "", ("open", False, False), ("open", True, True), ("overdue", True, False)),
        ("2022-03", "", ("open", False, False), ("open", True, True), ("overdue", True, False)),
        ("2022-03-31", "2022-03-05", ("met", False, False), ("met", True, False), ("met", True, False)),
        ("2022-03-31", "2022-04-01", ("open", False, False), ("open", True, True), ("late", True, False)),
        ("undated", "", ("open", False, False), ("open", False, False), ("open", False, False)),
    ],
)
def test_due_when_the_day_has_come_and_overdue_when_it_is_over(
    due: str,
    done: str,
    on_the_day_before: tuple[str, bool, bool],
    on_the_day: tuple[str, bool, bool],
    on_the_day_after: tuple[str, bool, bool],
) -> None:
    days = (date(2022, 3, 30), date(2022, 3, 31), date(2022, 4, 1))
    found = [judged(milestone("one", due, done), day) for day in days]
    assert [(one.state, one.due, one.today) for one in found] == [on_the_day_before, on_the_day, on_the_day_after]


def test_the_tally_and_the_burn_down_know_the_same_milestones_as_due() -> None:
    """On 31 March six of eight are due: one in time, one late, one overdue, one undecided, two that very day."""
    rows = (
        ("met", "2022-03-10", "2022-03-09"), ("late", "2022-03-10", "2022-03-12"), ("over", "2022-03-30", ""),
        ("undecided", "2022-03-10", "2022-03"), ("today", "2022-03-31", ""), ("this_month", "2022-03", ""),
        ("ahead", "2022-04-30", "2022-03-01"), ("next", "2022-04-01", ""),
    )  # fmt: skip
    ones = [milestone(*row) for row in rows]
    found = tally(judged(one, TODAY) for one in ones)
    assert (found.met, found.late, found.undecided, found.overdue, found.open) == (2, 1, 1, 1, 3)
    assert (found.due, found.today, found.judged, found.all) == (6, 2, 4, 8)
    (point,) = burn_down(ones, [TODAY])
    assert (point.scheduled, point.open) == (2, 4), "ahead and next are not due; over, today, this_month, next are open"


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


def test_candidates_stand_furthest_first_whatever_the_order_of_the_file() -> None:
    """Red flags by points ahead, snails by points behind, then those overdue alone by days; equal ones as given."""
    leads = (
        ("overdue_30", "0", 30), ("behind_12", "-12", 0), ("ahead_8", "8", 0), ("overdue_45", "-2", 45),
        ("behind_40", "-40", 0), ("ahead_20", "20", 0), ("behind_12_late", "-12", 31), ("ahead_8_too", "8", 0),
    )  # fmt: skip
    thresholds = {"lag": Decimal(10), "lead": Decimal("7.5"), "overdue": Decimal(30)}
    found = candidates([Progress(name, Result(Fraction(lead)), days) for name, lead, days in leads], thresholds)
    assert [one.project for one in found] == [
        "ahead_20", "ahead_8", "ahead_8_too",
        "behind_40", "behind_12_late", "behind_12", "overdue_45", "overdue_30",
    ]  # fmt: skip


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
