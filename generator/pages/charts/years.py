"""The time axis: whole years, or months where all lies within about a year; or a stretch from one day to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from generator.model.text import Lang

NAME_ROOM: Final = 46.0  # pixels that the name of a year needs
_DESIGN: Final = 348.0  # pixels between the ends of the axis
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Axis:
    """From its first day to its last, as day ordinals, with lines and names."""

    low: int
    high: int
    lines: tuple[date, ...]
    names: tuple[tuple[float, str], ...]  # the day at the middle of what is named, and its name

    @property
    def first(self) -> str:
        return date.fromordinal(self.low).isoformat()

    @property
    def last(self) -> str:
        return date.fromordinal(self.high).isoformat()


def axis(firsts: list[date], ends: list[date], lang: Lang) -> Axis:
    """The axis over whole years that holds all spans; ``ends`` are first days after a span."""
    start = min(firsts).year
    last = max(ends)
    stop = last.year if (last.month, last.day) == (1, 1) else last.year + 1
    return _months(start, lang) if stop - start == 1 else _years(start, stop, lang)


def stretch(first: date, last: date, lang: Lang) -> Axis:
    """The axis from one day to another: months up to about half a year, then quarters by their first months, then
    years. A name stands in the middle of what lies on the axis of its month or year; the first always says its year."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    every = next(step for step, most in ((1, 7), (3, 24), (12, months)) if months <= most)
    if every == 12:
        starts = [date(year, 1, 1) for year in range(first.year, last.year + 2)]
    else:
        number = first.year * 12 + first.month - 1
        starts = [date(one // 12, one % 12 + 1, 1) for one in range(number, number + months + 1)]
    spans = [(max(start, first), min(end, last)) for start, end in pairwise(starts)]
    named = [(start, end) for start, end in spans if start == first or start.month % every == 1 % every]
    names = tuple(
        (
            (start.toordinal() + end.toordinal()) / 2,
            _year(start.year, lang) if every == 12 else _month(start, lang, start == first or start.month == 1),
        )
        for start, end in named
    )
    lines = tuple(start for start, _ in named if start != first)
    return Axis(first.toordinal(), last.toordinal(), lines, names)


def _years(start: int, stop: int, lang: Lang) -> Axis:
    low, high = date(start, 1, 1).toordinal(), date(stop, 1, 1).toordinal()
    every = 1
    while _DESIGN / (stop - start) * every < NAME_ROOM:
        every += 1
    named = [year for year in range(start, stop) if (stop - 1 - year) % every == 0]
    names = tuple(((date(year, 1, 1).toordinal() + 182.5), _year(year, lang)) for year in named)
    return Axis(low, high, tuple(date(year, 1, 1) for year in range(start, stop + 1)), names)


def _months(year: int, lang: Lang) -> Axis:
    low, high = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    starts = tuple(date(year, month, 1) for month in (1, 4, 7, 10))
    names = tuple((float(day.toordinal() + 15), _month(day, lang, with_year=day.month == 1)) for day in starts)
    return Axis(low, high, (*starts, date(year + 1, 1, 1)), names)


def _year(year: int, lang: Lang) -> str:
    return f"{year}年" if lang == "zh" else str(year)


def _month(day: date, lang: Lang, with_year: bool) -> str:
    if lang == "zh":
        return f"{day.year}年{day.month}月" if with_year else f"{day.month}月"
    return f"{_MONTHS[day.month - 1]} {day.year}" if with_year else _MONTHS[day.month - 1]
