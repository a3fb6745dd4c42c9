"""Time in stage (阶段停留时间), in days. A stage dated by a month or a year gives a range of days, not one number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from statistics import median_high, median_low

from generator.model.period import Period
from generator.model.pipeline import Days
from generator.model.stage import Stage

from .courses import Course

FINAL: frozenset[Stage] = frozenset({"in_production", "stopped"})  # nothing is awaited any more


@dataclass(frozen=True, slots=True)
class Stay:
    """How long a project was at one stage before it went on to the next."""

    project: str
    stage: Stage
    days: Days | None  # None: one of the two dates is not stated


def age(course: Course, today: date) -> Days | None:
    """How long the project has been at its present stage on ``today``.

    None if no date is stated, if the stage is a final one (in production, stopped), or if it lies wholly ahead.

    Example: started in 2022-03 has on 2022-03-31 lasted 0 to 30 days, on 2022-04-10 10 to 40.
    """
    last = course[-1]
    if last.stage in FINAL or last.since.first is None or last.since.first > today:
        return None
    return _between(last.since, Period.parse(today.isoformat()))


def stays(project: str, course: Course) -> tuple[Stay, ...]:
    """The closed stages of a project. Stages that no edition reported have no time of their own."""
    steps = pairwise(course)
    return tuple(Stay(project, old.stage, _between(old.since, new.since)) for old, new in steps)


def typical(spans: Iterable[Days | None]) -> Days | None:
    """The median of the lower and of the upper bounds; undated ones do not count. None if all are.

    Example: 10, 20 and 60 days have the median 20; 10 to 40 and 20 to 30 have 15 to 35.
    """
    known = [span for span in spans if span is not None]
    if not known:
        return None
    return Days(_median([span.low for span in known]), _median([span.high for span in known]))


def _median(days: Sequence[int | Fraction]) -> Fraction:
    """Exact; whole days are compared as such, which is fast."""
    return Fraction(median_low(days) + median_high(days)) / 2


def _between(start: Period, end: Period) -> Days | None:
    if start.first is None or start.last is None or end.first is None or end.last is None:
        return None
    low, high = (end.first - start.last).days, (end.last - start.first).days
    return Days(max(low, 0), max(high, 0))
