"""Marks with their place in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from generator.model.period import Period

from .view import Mark

FEW_SPANS: Final = 3  # up to so many spans of unlike length are drawn as spans


@dataclass(frozen=True, slots=True)
class Dated:
    """A mark and its span; ``end`` is the first day after it, so that a year ends where the next begins."""

    mark: Mark
    period: Period
    first: date
    end: date

    @property
    def months(self) -> int:
        """Months that the span covers; a state as of a day covers none."""
        if self.period.kind == "day":
            return 0
        return (self.end.year - self.first.year) * 12 + self.end.month - self.first.month


def alike(points: list[Dated]) -> bool:
    """True if a line says it all: three or more spans, equally long, or a course. Otherwise the spans are drawn."""
    return len(points) > 2 and (len({point.months for point in points}) == 1 or course(points))


def course(points: list[Dated]) -> bool:
    """True for more than a few values from the start of a year, each reaching further: their ends are their course."""
    return len(points) > FEW_SPANS and all(point.period.year_to_date for point in points)


def step(points: list[Dated]) -> int:
    """Months from one value of a course to the next, where none is missing; 12 if each year has one."""
    within = [after.months - before.months for before, after in pairwise(points) if before.first == after.first]
    return min(within, default=12)


def dated(marks: tuple[Mark, ...]) -> list[Dated]:
    """The marks that have a place in time, by the end of their periods."""
    found = []
    for mark in marks:
        period = mark.period
        if period and period.first and period.last:
            found.append(Dated(mark, period, period.first, period.last + timedelta(days=1)))
    return sorted(found, key=lambda point: point.period.sort_key)
