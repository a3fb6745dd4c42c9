"""A burn-down: how many are left day by day, as scheduled and as it was, in steps that both end in their numbers.

The axis begins where the lines do. What was is drawn over what was scheduled, and thicker, so that where the two agree
the thinner line is simply covered.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise
from typing import Final

from .dated import Dated, dated
from .lettering import width
from .palette import dress, tone
from .sheet import LINE, SIZE, SMALL, WIDTH, Scale, Sheet, number, told
from .ticks import grid, tick_text
from .view import ChartView
from .years import Axis, stretch

PLOT: Final = 168.0
HEAD: Final = 24.0  # above the first value, for its number
THICK: Final = 3.5
THIN: Final = 2.0
_DOT: Final = 9.0  # from the last point to the words beside it

Series = list[Dated]


def lay_out(view: ChartView) -> Sheet:
    """The sheet of a burn-down: its marks are of one day each, those of the series that is told emphasised."""
    points = sorted(dated(view.marks), key=lambda point: (point.mark.emphasis, point.mark.group, point.first))
    series = [list(some) for _, some in groupby(points, key=lambda point: point.mark.group)]
    years = stretch(min(point.first for point in points), max(point.first for point in points), view.lang)
    high = max(number(point.mark.value) for point in points) or 1.0
    ticks = {value: tick_text(value, view.lang) for value in (0.0, *grid(0, high))}
    left = max(width(text, SMALL) for text in ticks.values()) + 6
    right = WIDTH - _DOT - max(_wide(one[-1]) for one in series)
    sheet = Sheet(Scale(years.low, years.high, left, right), Scale(0, high, HEAD + PLOT, HEAD), HEAD + PLOT)
    _frame(sheet, years, ticks)
    for one in series:
        _steps(sheet, one)
    _name_ends(sheet, series)
    _name_time(sheet, years)
    sheet.height += LINE + 4
    return sheet


def _words(point: Dated) -> str:
    return f"{point.mark.group} {point.mark.text}".strip()


def _wide(point: Dated) -> float:
    return width(_words(point), SIZE, bold=point.mark.emphasis)


def _frame(sheet: Sheet, years: Axis, ticks: dict[float, str]) -> None:
    """Lines of time and of value; the numbers stand left of the lines, where nothing is drawn."""
    for day in years.lines:
        sheet.rule((day.isoformat(), 0), (day.isoformat(), sheet.y.high), "grid")
    for value, text in ticks.items():
        sheet.rule((years.first, value), (years.last, value), "grid" if value else "axis")
        sheet.say(text, sheet.x.start - 6, sheet.y.at(value), "muted", "right", size=SMALL)


def _steps(sheet: Sheet, points: Series) -> None:
    """The course of one series: level until a day on which its number falls, and a point at its end."""
    strong = points[0].mark.emphasis
    role, thick = tone(strong), THICK if strong else THIN
    changes = [points[0], *(after for before, after in pairwise(points) if after.mark.value != before.mark.value)]
    for before, after in pairwise(changes):
        _level(sheet, before, after.first, role, thick)
        at, corner = after.first.isoformat(), sheet.y.span(-thick / 2)  # longer by it, so that no corner is left open
        sheet.rule((at, number(before.mark.value) + corner), (at, number(after.mark.value) - corner), role, thick)
    last = points[-1]
    _level(sheet, changes[-1], last.first, role, thick)
    shape = {"x": last.first.isoformat(), "y": number(last.mark.value), "shape": "circle", "size": 78, "thick": 2}
    sheet.points.append(shape | told(last.mark) | dress(strong, last.mark.status) | {"dash": []})


def _level(sheet: Sheet, since: Dated, until: date, role: str, thick: float) -> None:
    value = number(since.mark.value)
    sheet.rule((since.first.isoformat(), value), (until.isoformat(), value), role, thick, **told(since.mark))


def _name_ends(sheet: Sheet, series: list[Series]) -> None:
    """The number at which all begin; beside the end of each series its name and what is left of it."""
    first = series[-1][0]
    sheet.say(first.mark.text, sheet.x.start, sheet.y.at(number(first.mark.value)) - 13, weight="bold")
    ends = sorted((one[-1] for one in series), key=lambda point: -point.mark.value)
    heights = _apart([sheet.y.at(number(point.mark.value)) for point in ends], HEAD + PLOT)
    for point, y in zip(ends, heights, strict=True):
        strong = point.mark.emphasis
        more = {"weight": "bold"} if strong else {}
        sheet.say(_words(point), sheet.x.at(point.first.toordinal()) + _DOT, y, "ink" if strong else "muted", **more)


def _apart(heights: list[float], floor: float) -> list[float]:
    """Heights of words, from the top down, each at its line if it can be, none over another or below the floor."""
    placed: list[float] = []
    for height in reversed(heights):
        lowest = placed[-1] - LINE if placed else floor
        placed.append(min(height, lowest))
    return placed[::-1]


def _name_time(sheet: Sheet, years: Axis) -> None:
    """Months or years under the axis: the first, then each that has room after the one before."""
    end = 0.0
    for centre, name in years.names:
        half = width(name, SMALL) / 2
        x = max(sheet.x.at(centre), half)
        if x - half >= end:
            sheet.say(name, x, HEAD + PLOT + LINE / 2 + 3, "muted", "center", size=SMALL)
            end = x + half + 6
