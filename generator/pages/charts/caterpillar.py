"""How sure ranks are: for each area the published rank as a dot on the range of ranks that other choices give."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from .lettering import fitted, width
from .palette import ROLES
from .sheet import LINE, SIZE, SMALL, WIDTH, Scale, Sheet, clamped, number, told
from .ticks import grid, tick_text
from .view import ChartView, Mark

LEFT_LABEL: Final = 112.0  # labels up to this stand left of the ranges, longer ones above them
APART: Final = 7.0  # between the ranges of one area
NAMED: Final = 2  # lines of a name above its ranges
EVEN: Final = 2.0  # a range of a single rank still shows, so many pixels to either side
STROKES: Final[tuple[tuple[float, str, list[int]], ...]] = (
    (6, "plain", []),
    (2.5, "ink", []),
    (2.5, "ink", [3, 2]),
)  # thickness, colour, dash: by kind of range


def lay_out(view: ChartView) -> Sheet:
    """The sheet. Marks come area by area: first the published rank, then one range for each kind of doubt.

    Of the later kinds only what is more than the published rank is drawn.
    An area whose first mark is emphasised begins a group: a line sets it apart from the area above.
    """
    areas = [list(marks) for _, marks in groupby(view.marks, key=lambda mark: mark.area or mark.label)]
    most = max(width(marks[0].label, SIZE) for marks in areas)
    left = most + 14 if most <= LEFT_LABEL else 8.0
    right = WIDTH - max(width(marks[1].text, SMALL) for marks in areas) - 16
    last = max(number(mark.upper) for mark in view.marks)
    sheet = Sheet(x=Scale(1, max(last, 2), left, right), y=Scale(0, 1, 0, 1), height=LINE + 2)
    top = sheet.height
    for marks in areas:
        _area(sheet, marks, beside=most <= LEFT_LABEL)
    for tick in sorted({1.0, last, *(one for one in grid(1, max(last, 2)) if one == int(one) and last - one > 1)}):
        text = tick_text(tick, view.lang)
        x, align = clamped(text, sheet.x.at(tick), SMALL)
        sheet.say(text, x, LINE / 2, "muted", align, size=SMALL)
        sheet.lines.insert(0, _tick(tick, top, sheet.height))
    return sheet


def _tick(tick: float, top: float, floor: float) -> dict[str, object]:
    look = {"line": ROLES["grid"], "thick": 1, "dash": [], "about": ""}
    return {"x": tick, "x2": tick, "y": top, "y2": floor} | look


def _area(sheet: Sheet, marks: list[Mark], *, beside: bool) -> None:
    first, *ranges = marks
    shown = [place for place, one in enumerate(ranges) if not place or {one.value, one.value_high} != {first.value}]
    top = sheet.height
    lines = [first.label] if beside else fitted(first.label, SIZE, WIDTH, NAMED)
    middle = top + 13 + (0 if beside else LINE * len(lines))
    sheet.height = middle + 9 + APART * max(shown, default=0)
    if first.emphasis:
        ends = sheet.x.low - sheet.x.span(sheet.x.start), sheet.x.high + sheet.x.span(WIDTH - sheet.x.end)
        sheet.rule((ends[0], top), (ends[1], top), "axis", 1)
    sheet.name(first.label, lines, 0, middle if beside else top + LINE / 2 + 2)
    if ranges:
        sheet.say(ranges[0].text, WIDTH, middle, "muted", "right", size=SMALL)
    even = sheet.x.span(EVEN)
    for place in shown:
        one = ranges[place]
        thick, role, dash = STROKES[place % len(STROKES)]
        ends = number(one.value) - even, number(one.upper) + even
        height = middle + APART * place
        sheet.rule((ends[0], height), (ends[1], height), role, thick, dash=dash, about=f"{one.group} {one.text}")
    dot = {"x": number(first.value), "y": middle, "shape": "circle", "size": 90, "thick": 1.5, "dash": []}
    sheet.points.append(dot | {"fill": ROLES["emphasis"], "line": ROLES["paper"]} | told(first))
