"""Values over time: each over the span it covers. Gaps stay gaps, and spans of unlike length are never joined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from .dated import Dated, alike, course, dated, step
from .naming import name_all, target_span
from .palette import dress, tone
from .sheet import LINE, SMALL, WIDTH, Scale, Sheet, clamped, number, say_missing, told
from .signs import sign_point
from .ticks import grid, tick_text
from .view import ChartView, Mark
from .words import period_not_stated
from .years import Axis, axis

PLOT: Final = 168.0
HEAD: Final = 30.0  # above the highest value, for its label
FEW: Final = 7  # up to here every point carries its value, beyond it the axis does


def lay_out(view: ChartView) -> Sheet:
    """The sheet of a chart over time."""
    points = dated(view.marks)
    view = _with_undated_listed(view)
    years = axis([point.first for point in points], [point.end for point in points], view.lang)
    sheet = Sheet(x=Scale(years.low, years.high, 6, WIDTH - 6), y=_heights(view, points), height=HEAD + PLOT)
    _frame(sheet, years, view, many=len(points) > FEW)
    alone = not any(point.mark.emphasis for point in points)
    lit = [replace(point, mark=replace(point.mark, emphasis=True)) if alone else point for point in points]
    _series(sheet, lit, view.anew)
    if view.target:
        _target(sheet, view.target)
    name_all(sheet, lit, view.target, every=len(points) <= FEW, strong=not alone)
    sheet.height += LINE + 4
    say_missing(sheet, view)
    return sheet


def _with_undated_listed(view: ChartView) -> ChartView:
    """A value without a time has no place on the axis: it is listed under the chart with what is missing."""
    undated = [mark for mark in view.marks if mark.period is None or not mark.period.dated]
    if not undated:
        return view
    reason = period_not_stated(view.lang)
    return replace(view, missing=(*view.missing, *((mark.text, reason) for mark in undated)))


def _heights(view: ChartView, points: list[Dated]) -> Scale:
    """From zero, so that a height says how much."""
    values = [number(point.mark.value) for point in points] + ([number(view.target.value)] if view.target else [])
    high, low = max([0.0, *values]), min([0.0, *values])
    if high == low:
        high = 1.0
    floor = HEAD + PLOT - (24 if low < 0 else 0)
    return Scale(low, high, floor, HEAD)


def _frame(sheet: Sheet, years: Axis, view: ChartView, many: bool) -> None:
    """Year lines and names, the zero line, and value ticks if there are too many points to name each.

    Zero has its label as well: without it a reader of an axis with two ticks could not tell where it begins.
    """
    low, high = sheet.y.low, sheet.y.high
    for day in years.lines:
        sheet.rule((day.isoformat(), low), (day.isoformat(), high), "grid")
    for centre, name in years.names:
        x, align = clamped(name, sheet.x.at(centre), SMALL)
        sheet.say(name, x, HEAD + PLOT + LINE / 2 + 3, "muted", align, size=SMALL)
    if many:
        for value in sorted({0.0, *grid(low, high)}):
            if value:
                sheet.rule((years.first, value), (years.last, value), "grid")
            sheet.say(tick_text(value, view.lang), 0, sheet.y.at(value) - 9, "muted", size=SMALL)
    sheet.rule((years.first, 0), (years.last, 0), "axis", 1)


def _series(sheet: Sheet, points: list[Dated], anew: bool) -> None:
    """Spans, joints and points."""
    line = alike(points)
    joined = _course_joins(points, anew) if course(points) else _joined
    for point in points:
        if point.months and not line:
            _span(sheet, point)
    for before, after in pairwise(points):
        if joined(before, after):
            _joint(sheet, before, after, stepped=bool(after.months) and not line)
    for point in points:
        _point(sheet, point)


def _joined(before: Dated, after: Dated) -> bool:
    """Two spans are joined if equally long and adjoining; two states always, since a state lies between them."""
    if before.period.kind == after.period.kind == "day":
        return True
    return before.months == after.months and before.end == after.first


def _course_joins(points: list[Dated], anew: bool) -> Callable[[Dated, Dated], bool]:
    """How values from the start of the year are joined: to the next of their year, and to the first of the next year
    unless they are sums, which begin ``anew``. Where one is missing there is a gap."""
    apart, first = step(points), min(point.months for point in points)

    def joined(before: Dated, after: Dated) -> bool:
        if before.first == after.first:
            return after.months - before.months == apart
        return not anew and before.end == after.first and after.months == first

    return joined


def _joint(sheet: Sheet, before: Dated, after: Dated, stepped: bool) -> None:
    """The line from a value to the next; between drawn spans it is the step from one to the other."""
    at = before.end.isoformat()
    start, end = (at, number(before.mark.value)), (after.end.isoformat(), number(after.mark.value))
    sheet.rule(start, (at, end[1]) if stepped else end, tone(after.mark.emphasis), 2)


def _span(sheet: Sheet, point: Dated) -> None:
    value, clothes = number(point.mark.value), dress(point.mark.emphasis, point.mark.status)
    ends = (point.first.isoformat(), value), (point.end.isoformat(), value)
    role = tone(point.mark.emphasis)
    sheet.rule(*ends, role, 5, dash=clothes["dash"], **told(point.mark))


def _point(sheet: Sheet, point: Dated) -> None:
    mark, at, value = point.mark, point.end.isoformat(), number(point.mark.value)
    if mark.value_high is not None:
        sheet.rule((at, value), (at, number(mark.value_high)), f"{tone(mark.emphasis)}-tint", 7)
    shape = {"x": at, "y": value, "shape": "circle", "size": 78, "thick": 2} | told(mark)
    sheet.points.append(shape | dress(mark.emphasis, mark.status) | {"dash": []})
    sign_point(sheet, mark, at, value)


def _target(sheet: Sheet, target: Mark) -> None:
    """A thin orange line over the target's period, or over the whole axis if it has none."""
    low, high = target_span(sheet, target)
    ends = [date.fromordinal(int(day)).isoformat() for day in (low, high)]
    value = number(target.value)
    sheet.rule((ends[0], value), (ends[1], value), "target", 2, **told(target))
