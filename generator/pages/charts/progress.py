"""Progress: a result against its target, with a tick where the year stands."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from generator.model.text import Lang

from .lettering import width, wrapped
from .palette import ROLES, dress
from .sheet import LINE, SIZE, WIDTH, Row, Scale, Sheet, clamped, number, say_missing, told
from .signs import ARROW_ROOM, sign_bar
from .view import ChartView, Mark, ordered
from .words import time_gone

THICK: Final = 20.0


def lay_out(view: ChartView) -> Sheet:
    """The sheet of a progress chart: a row a mark, all against the one target."""
    marks = ordered(view.marks)
    goal = number(view.target.value) if view.target else 0.0
    sheet = Sheet(x=_scale(marks, goal), y=Scale(0, 1, 0, 1))
    if view.target:
        _name_target(sheet, view.target)
    tops = [_row(sheet, mark, goal) for mark in marks]
    if goal > 0 and view.elapsed is not None:
        _elapsed(sheet, view.elapsed, view.lang, tops, goal)
    say_missing(sheet, view)
    return sheet


def _scale(marks: tuple[Mark, ...], goal: float) -> Scale:
    """From zero, or from the lowest value below it, to the target or the highest value above it."""
    low = min(0.0, goal, *(number(mark.value) for mark in marks))
    high = max(0.0, goal, *(number(mark.upper) for mark in marks))
    return Scale(low, high if high > low else 1.0, 1, WIDTH - 1 - ARROW_ROOM)


def _name_target(sheet: Sheet, target: Mark) -> None:
    words = f"{target.label} {target.text}".strip()
    x, align = clamped(words, sheet.x.at(number(target.value)))
    sheet.say(words, x, LINE / 2, "target", align)
    sheet.height = LINE + 2


def _row(sheet: Sheet, mark: Mark, goal: float) -> float:
    """Label and value on one line, under it the bar in the outline of the target; returns the top of the bar."""
    room = WIDTH - width(mark.text, SIZE, bold=True) - 10
    lines = wrapped(mark.label, SIZE, room)
    for line in lines:
        sheet.say(line, 0, sheet.height + LINE / 2)
        sheet.height += LINE
    sheet.say(mark.text, width(lines[-1], SIZE) + 8, sheet.height - LINE / 2, weight="bold")
    top, bottom = sheet.height + 2, sheet.height + 2 + THICK
    span = {"y": top, "y2": bottom}
    if goal > 0:
        empty = {"fill": ROLES["paper"], "line": ROLES["axis"], "dash": [], "about": ""}
        sheet.boxes.append(span | {"x": 0, "x2": goal} | empty)
    _bar(sheet, mark, span)
    if goal:
        sheet.rule((goal, top - 4), (goal, bottom + 4), "target", 2.5)
    sheet.height = bottom + 10
    return top


def _bar(sheet: Sheet, mark: Mark, span: Row) -> None:
    """From zero to the value, on to the upper end of a range in a tint; a line at zero where the axis goes below it."""
    result = number(mark.value)
    sheet.boxes.append(span | {"x": 0, "x2": result} | told(mark) | dress(True, mark.status))
    if mark.value_high is not None:
        tint = {"fill": ROLES["emphasis-tint"], "line": ROLES["emphasis"], "dash": []}
        sheet.boxes.append(span | {"x": result, "x2": number(mark.upper)} | told(mark) | tint)
    if sheet.x.low < 0:
        sheet.rule((0, span["y"] - 3), (0, span["y2"] + 3), "axis", 1)
    sign_bar(sheet, mark, True, number(mark.upper), span["y"], span["y2"])


def _elapsed(sheet: Sheet, share: Decimal, lang: Lang, tops: list[float], goal: float) -> None:
    """A tick on each bar at the share of the target that the share of the year gone would ask for, named below."""
    place = number(share) * goal
    for top in tops:
        sheet.rule((place, top), (place, top + THICK), "paper", 5)
        sheet.rule((place, top - 4), (place, top + THICK + 4), "ink", 2, dash=[3, 2])
    words = time_gone(share, lang)
    x, align = clamped(words, sheet.x.at(place))
    sheet.say(words, x, sheet.height + LINE / 2 - 3, "muted", align)
    sheet.height += LINE
