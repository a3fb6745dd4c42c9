"""The period algebra: the span of time that a figure covers.

Grammar (a subset of SDMX and ISO 8601, without the forms that editors confuse), for the years 1000 to 9999:

====================  ===================================  =================
written               meaning                              kind
====================  ===================================  =================
``2022``              the calendar year                    ``year``
``2022-H1``           a half year (半年)                    ``half``
``2022-Q1``           a quarter (季度)                      ``quarter``
``2022-03``           a month                              ``month``
``2022-05-31``        a state as of a day (截至某日)         ``day``
``2022-01/2022-04``   a span of months (1—4月)              ``months``
``2021/2022``         a span of years                      ``years``
``undated``           the source gives no time             ``undated``
====================  ===================================  =================
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Literal

Kind = Literal["year", "half", "quarter", "month", "day", "months", "years", "undated"]
UNDATED = "undated"
FIRST_YEAR = 1000

_MONTHS_IN = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_SINGLE = re.compile(r"([1-9]\d{3})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])(?:-(\d{2}))?))?", re.ASCII)
_MONTH_SPAN = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])/([1-9]\d{3})-(0[1-9]|1[0-2])", re.ASCII)
_YEAR_SPAN = re.compile(r"([1-9]\d{3})/([1-9]\d{3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of calendar time. ``first`` and ``last`` are its first and last day, both included.

    An undated period has neither and sorts before every dated one.
    """

    text: str
    kind: Kind
    first: date | None
    last: date | None

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)  # which decides the rest

    @classmethod
    @lru_cache(maxsize=4096)  # a bulletin has few periods and writes each of them thousands of times
    def parse(cls, text: str) -> Period:
        """The period written as ``text``; ValueError for anything outside the grammar."""
        if text == UNDATED:
            return cls(text, "undated", None, None)
        if found := _SINGLE.fullmatch(text):
            return cls._single(text, found)
        if found := _MONTH_SPAN.fullmatch(text):
            year, month, last_year, last_month = (int(part) for part in found.groups())
            return cls._span(text, "months", _first(year, month), _last(last_year, last_month))
        if found := _YEAR_SPAN.fullmatch(text):
            return cls._span(text, "years", _first(int(found[1]), 1), _last(int(found[2]), 12))
        raise ValueError(f"not a period: {text!r}")

    @classmethod
    def _single(cls, text: str, found: re.Match[str]) -> Period:
        year, half, quarter, month, day = found.groups()
        if day:
            exact = date(int(year), int(month), int(day))
            return cls(text, "day", exact, exact)
        kind: Kind = "half" if half else "quarter" if quarter else "month" if month else "year"
        length = _MONTHS_IN[kind]
        start = (int(half or quarter or month or 1) - 1) * length + 1
        return cls(text, kind, _first(int(year), start), _last(int(year), start + length - 1))

    @classmethod
    def _span(cls, text: str, kind: Kind, first: date, last: date) -> Period:
        if (first.year, first.month) >= (last.year, last.month) or (kind == "years" and first.year == last.year):
            raise ValueError(f"a span runs from an earlier to a later time: {text!r}")
        return cls(text, kind, first, last)

    @property
    def slug(self) -> str:
        """The period as it stands in addresses and figure ids: ``/`` becomes ``_``."""
        return self.text.replace("/", "_")

    @property
    def dated(self) -> bool:
        return self.last is not None

    @property
    def sort_key(self) -> tuple[date, date]:
        """By end, then by start, so that January–April stands before the half year; undated first."""
        return (self.last or date.min, self.first or date.min)

    @property
    def year_to_date(self) -> bool:
        """True if the period begins on 1 January and stays in one year (累计)."""
        if self.first is None or self.last is None or self.kind == "day":
            return False
        return (self.first.month, self.first.day) == (1, 1) and self.first.year == self.last.year

    @property
    def elapsed_share(self) -> Fraction | None:
        """Share of its year gone by its end, in twelfths (序时进度); None unless year-to-date."""
        return Fraction(self.last.month, 12) if self.year_to_date and self.last else None

    def same_part(self, other: Period) -> bool:
        """True if both cover the same part of a year, as 1—9月 of two years: only then do sums compare."""
        ends = [(one.kind, one.first and one.first.month, one.last and one.last.month) for one in (self, other)]
        return ends[0] == ends[1]

    def year_before(self) -> Period | None:
        """The same period one year before (上年同期); None if undated or without one. 29 February becomes the 28th."""
        if self.first is None or self.first.year == FIRST_YEAR:
            return None
        text = re.sub(r"\d{4}", lambda found: f"{int(found[0]) - 1:04d}", self.text)
        return Period.parse(text.replace("-02-29", "-02-28"))

    def predecessor(self) -> Period | None:
        """The adjoining earlier period of the same length (上期, for 环比); None if undated or in the first years."""
        if self.first is None or self.last is None or 2 * self.first.year - self.last.year <= FIRST_YEAR:
            return None
        if self.kind == "day":
            return Period.parse((self.first - timedelta(days=1)).isoformat())
        length = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        return Period.parse(_written(self.kind, _months_back(self.first, length), self.first - timedelta(days=1)))


def _first(year: int, month: int) -> date:
    return date(year, month, 1)


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _months_back(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def _written(kind: Kind, first: date, last: date) -> str:
    """The text of the period of ``kind`` that runs from ``first`` to ``last``."""
    match kind:
        case "year":
            return f"{first.year:04d}"
        case "half":
            return f"{first.year:04d}-H{(first.month + 5) // 6}"
        case "quarter":
            return f"{first.year:04d}-Q{(first.month + 2) // 3}"
        case "month":
            return f"{first.year:04d}-{first.month:02d}"
        case "years":
            return f"{first.year:04d}/{last.year:04d}"
        case _:
            return f"{first.year:04d}-{first.month:02d}/{last.year:04d}-{last.month:02d}"
