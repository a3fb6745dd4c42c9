"""What a chart over time writes beside its points, and what those words must not cover."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .dated import Dated, alike
from .labels import Box, Label, place, set_text
from .palette import ROLES
from .sheet import Row, Sheet, number
from .view import Mark

_STEP = 6.0  # pixels between the places at which a line is felt


def name_all(sheet: Sheet, points: list[Dated], target: Mark | None, *, every: bool, strong: bool) -> None:
    """Name the target, then the points, emphasised and newest first: all of them, or only those that stand out."""
    named = points if every else _outstanding(points)
    wishes = [_point_wish(sheet, point, points) for point in sorted(named, key=_priority)]
    if target:
        wishes.insert(0, _target_wish(sheet, target))
    for label in place(wishes, list(_obstacles(sheet))):
        weight = {"weight": "bold"} if label.bold and strong else {}
        sheet.say(label.text, label.x, label.y, label.role, label.align, **weight)


def target_span(sheet: Sheet, target: Mark) -> tuple[float, float]:
    """First and last day of the target's line, as ordinals within the axis."""
    period = target.period
    if period is None or period.first is None or period.last is None:
        return sheet.x.low, sheet.x.high
    return max(sheet.x.low, period.first.toordinal()), min(sheet.x.high, period.last.toordinal() + 1)


def _target_wish(sheet: Sheet, target: Mark) -> Label:
    start, end = (sheet.x.at(day) for day in target_span(sheet, target))
    return Label(f"{target.label} {target.text}".strip(), end, sheet.y.at(number(target.value)), start, False, "target")


def _point_wish(sheet: Sheet, point: Dated, points: list[Dated]) -> Label:
    end = sheet.x.at(point.end.toordinal())
    start = end if alike(points) or not point.months else sheet.x.at(point.first.toordinal())
    return Label(point.mark.text, end, sheet.y.at(number(point.mark.value)), start, point.mark.emphasis)


def _priority(point: Dated) -> tuple[bool, int]:
    return (not point.mark.emphasis, -point.end.toordinal())


def _outstanding(points: list[Dated]) -> list[Dated]:
    """The last, the highest, and the lowest if it is below zero."""
    found = [points[-1], max(points, key=lambda point: point.mark.value)]
    lowest = min(points, key=lambda point: point.mark.value)
    if lowest.mark.value < 0:
        found.append(lowest)
    return [point for index, point in enumerate(found) if point not in found[:index]]


def _obstacles(sheet: Sheet) -> Iterator[Box]:
    """Boxes around what stands already: words, points, and lines step by step."""
    for word in sheet.words:
        yield set_text(word["text"], word["x"], word["y"], word["align"])
    for point in sheet.points:
        yield Box.around(_at(sheet, point["x"]), sheet.y.at(point["y"]), 6)
    for line in sheet.lines:
        if line["line"] not in (ROLES["grid"], ROLES["axis"]):
            yield from _along(sheet, line)


def _along(sheet: Sheet, line: Row) -> Iterator[Box]:
    start, end = (_at(sheet, line["x"]), sheet.y.at(line["y"])), (_at(sheet, line["x2"]), sheet.y.at(line["y2"]))
    steps = int(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / _STEP) + 1
    for step in range(steps + 1):
        part = step / steps
        yield Box.around(start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]), 2.5)


def _at(sheet: Sheet, day: str) -> float:
    return sheet.x.at(date.fromisoformat(day).toordinal())
