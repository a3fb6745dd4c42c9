"""Milestones on a day: due, met, late, overdue; and how the open ones of a campaign burn down.

One rule for all: a milestone is due when the last day of its due date has come, and overdue when that day is over.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from generator.model.project import Milestone
from generator.model.schedule import Judged, Point, State, Tally


def state(milestone: Milestone, today: date) -> State:
    """The state of a milestone at the end of ``today``.

    - A due month is missed when it is over: what is due in 2022-03 is due on 31 March, and overdue from 1 April.
    - What was done within a span that begins before the due date and ends after it is undecided, as is anything done
      that was due at no stated time. What was done after ``today`` is not done yet.
    """
    due, done = milestone.due, milestone.done
    if done is None or (done.first and done.first > today):
        return "overdue" if due.last and due.last < today else "open"
    if due.last is None or done.first is None or done.last is None:
        return "undecided"
    if done.last <= due.last:
        return "met"
    return "late" if done.first > due.last else "undecided"


def judged(milestone: Milestone, today: date) -> Judged:
    """A milestone with its state and the days since the end of its due date: up to the end of ``done`` if it was done,
    else up to ``today``. None where a date is missing.

    Example: due on 10 March and open is on 31 March overdue by 21 days; done on 8 March it is 2 days early, −2.
    """
    found, due = state(milestone, today), milestone.due.last
    end = today if found in ("overdue", "open") else milestone.done and milestone.done.last
    return Judged(milestone, found, (end - due).days if end and due else None, _come(milestone, today))


def _come(milestone: Milestone, day: date) -> bool:
    """Is it due by the end of ``day``? What is due at no stated time never is."""
    return milestone.due.last is not None and milestone.due.last <= day


def tally(judged: Iterable[Judged]) -> Tally:
    """How many are in each state, and how many were due, of an area, a post, a project or a campaign."""
    ones = tuple(judged)
    states = Counter[str](one.state for one in ones)
    return Tally(**states, due=sum(one.due for one in ones), today=sum(one.today for one in ones))


def days_overdue(judged: Iterable[Judged]) -> int:
    """By how many days the longest overdue milestone is past the end of its due date; 0 if none is."""
    return max((one.days for one in judged if one.state == "overdue" and one.days), default=0)


def burn_down(milestones: Sequence[Milestone], days: Sequence[date]) -> tuple[Point, ...]:
    """How many milestones were open at the end of each of ``days``, as scheduled and as it was.

    Due dates and dates of completion count by their last day; without one a milestone stays open. What is due on a day
    is scheduled to be done by its end, so that on the last of ``days`` all but those scheduled are due (tally).

    Example: two due on the 10th and the 20th, done on the 12th and never: on the 15th 1 scheduled, 1 open; on the 20th
    0 scheduled, 1 open.
    """
    due = sorted(one.due.last for one in milestones if one.due.last)
    done = sorted(one.done.last for one in milestones if one.done and one.done.last)
    number = len(milestones)
    return tuple(Point(day, number - bisect_right(due, day), number - bisect_right(done, day)) for day in days)
