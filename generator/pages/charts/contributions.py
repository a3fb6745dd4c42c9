"""What each indicator brings to a score: a bar an area, in numbered pieces of the same order, the score at its end."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from .lettering import fitted, width, wrapped
from .palette import ROLES
from .sheet import LINE, SIZE, SMALL, WIDTH, Row, Scale, Sheet, number
from .view import ChartView, Mark

LEFT_LABEL: Final = 112.0
THICK: Final = 20.0
NAMED: Final = 2  # lines of a name above its bar
NUMBERED: Final = 13.0  # pixels that a piece needs to carry its number
DRESS: Final = (("emphasis", "paper", "paper"), ("emphasis-tint", "emphasis", "ink"), ("plain-tint", "axis", "ink"))


def lay_out(view: ChartView) -> Sheet:
    """The sheet. Marks come area by area: first the whole (without a group), then its pieces in the order of the key.

    A piece below zero stands left of the axis.
    """
    areas = [list(marks) for _, marks in groupby(view.marks, key=lambda mark: mark.area or mark.label)]
    names = {_piece(mark): mark.group for mark in view.marks if mark.group}
    most = max(width(marks[0].label, SIZE) for marks in areas)
    left = most + 8 if most <= LEFT_LABEL else 1.0
    low = min(_ends(marks)[0] for marks in areas)
    high = max(max(_ends(marks)[1] for marks in areas), low + 1e-9)
    room = WIDTH - max(width(marks[0].text, SIZE) for marks in areas) - 8
    sheet = Sheet(x=Scale(low, high, left, room), y=Scale(0, 1, 0, 1))
    _key(sheet, [*names.values()])
    for marks in areas:
        _bar(sheet, marks, [*names], beside=most <= LEFT_LABEL)
    return sheet


def _piece(mark: Mark) -> str:
    return mark.part or mark.group


def _ends(marks: list[Mark]) -> tuple[float, float]:
    """How far the pieces of an area reach below and above zero."""
    pieces = [number(mark.value) for mark in marks[1:]]
    return sum(piece for piece in pieces if piece < 0), sum(piece for piece in pieces if piece > 0)


def _key(sheet: Sheet, names: list[str]) -> None:
    for place, name in enumerate(names):
        middle = sheet.height + LINE / 2
        left = sheet.x.low - sheet.x.span(sheet.x.start - 1)
        sheet.boxes.append(
            {"x": left, "x2": left + sheet.x.span(18), "y": middle - 8, "y2": middle + 8, "about": name} | _dress(place)
        )
        sheet.say(str(place + 1), 10, middle, DRESS[place % len(DRESS)][2], "center", size=SMALL)
        for line in wrapped(name, SIZE, WIDTH - 26):
            sheet.say(line, 26, sheet.height + LINE / 2)
            sheet.height += LINE
    sheet.height += 6


def _dress(place: int) -> Row:
    fill, line, _ = DRESS[place % len(DRESS)]
    return {"fill": ROLES[fill], "line": ROLES[line], "dash": []}


def _bar(sheet: Sheet, marks: list[Mark], order: list[str], *, beside: bool) -> None:
    whole, *pieces = marks
    weight = {"weight": "bold"} if whole.emphasis else {}
    lines = [whole.label] if beside else fitted(whole.label, SIZE, WIDTH, NAMED, bold=whole.emphasis)
    sheet.name(whole.label, lines, 0, sheet.height + (THICK / 2 + 4 if beside else LINE / 2), **weight)
    top = sheet.height + (4 if beside else LINE * len(lines))
    sheet.rule((0, top - 3), (0, top + THICK + 3), "axis", 1)
    ends = {True: 0.0, False: 0.0}  # of what is below zero, and of what is not
    for mark in pieces:
        place, value = order.index(_piece(mark)), number(mark.value)
        start, end = ends[value < 0], ends[value < 0] + value
        ends[value < 0] = end
        box = {"x": min(start, end), "x2": max(start, end), "y": top, "y2": top + THICK}
        sheet.boxes.append(box | {"about": f"{mark.label}  {mark.group} {mark.text}"} | _dress(place))
        if abs(sheet.x.at(end) - sheet.x.at(start)) >= NUMBERED:
            middle, colour = sheet.x.at((start + end) / 2), DRESS[place % len(DRESS)][2]
            sheet.say(str(place + 1), middle, top + THICK / 2, colour, "center", size=SMALL)
    sheet.say(whole.text, sheet.x.at(max(ends[False], 0)) + 6, top + THICK / 2, **weight)
    sheet.height = top + THICK + 6
