"""Marks with their place in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.period import Period

from .view import Mark


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
    """True if a line says it all: three or more spans, equally long. Otherwise the spans themselves are drawn."""
    return len(points) > 2 and len({point.months for point in points}) == 1


def dated(marks: tuple[Mark, ...]) -> list[Dated]:
    """The marks that have a place in time, by the end of their periods."""
    found = []
    for mark in marks:
        period = mark.period
        if period and period.first and period.last:
            found.append(Dated(mark, period, period.first, period.last + timedelta(days=1)))
    return sorted(found, key=lambda point: point.period.sort_key)
