"""How many areas spread over a range of values: columns of counts, with the emphasised areas named above them."""

from __future__ import annotations

from collections import Counter
from typing import Final

from .lettering import cut, width
from .palette import ROLES
from .sheet import LINE, SIZE, SMALL, WIDTH, Scale, Sheet, clamped, number, say_missing, told
from .ticks import grid, tick_text
from .view import ChartView, Mark

COLUMNS: Final = 24  # steps of equal width between the lowest and the highest value
TALL: Final = 110.0  # pixels of the fullest column


def lay_out(view: ChartView) -> Sheet:
    """The sheet of a spread: a column's height says how many marks lie in its step, a line where a named one lies."""
    values = [number(mark.value) for mark in view.marks]
    low, high = min(values), max(values)
    high = high if high > low else low + 1.0
    named = sorted((mark for mark in view.marks if mark.emphasis), key=lambda mark: -mark.value)
    sheet = Sheet(x=Scale(low, high, 1, WIDTH - 1), y=Scale(0, 1, 0, 1), height=len(named) * LINE + 4)
    floor = sheet.height + TALL
    for place, mark in enumerate(named):
        _name(sheet, mark, place * LINE, floor)
    _columns(sheet, values, floor)
    sheet.rule((low, floor), (high, floor), "axis", 1)
    for tick in (value for value in sorted({0.0, *grid(low, high)}) if low <= value <= high):
        text = tick_text(tick, view.lang)
        x, align = clamped(text, sheet.x.at(tick), SMALL)
        sheet.say(text, x, floor + LINE / 2 + 3, "muted", align, size=SMALL)
    sheet.height = floor + LINE + 4
    say_missing(sheet, view)
    return sheet


def _columns(sheet: Sheet, values: list[float], floor: float) -> None:
    low, step = sheet.x.low, (sheet.x.high - sheet.x.low) / COLUMNS
    counts = Counter(min(int((value - low) / step), COLUMNS - 1) for value in values)
    most = max(counts.values())
    for place, count in sorted(counts.items()):
        box = {"x": low + place * step, "x2": low + (place + 1) * step - sheet.x.span(1.5)}
        height = {"y": floor - TALL * count / most, "y2": floor}
        sheet.boxes.append(
            box | height | {"fill": ROLES["plain"], "line": ROLES["plain"], "dash": [], "about": str(count)}
        )


def _name(sheet: Sheet, mark: Mark, top: float, floor: float) -> None:
    """A line down to the axis, with name and value at its upper end, beside it where there is room."""
    value, at = number(mark.value), sheet.x.at(number(mark.value))
    room = max(at, WIDTH - at) - 5 - width(f" {mark.text}", SIZE, bold=True)
    text = f"{cut(mark.label, SIZE, room, bold=True)} {mark.text}"
    sheet.rule((value, top + 2), (value, floor), "emphasis", 2, **told(mark))
    right = at + 5 + width(text, SIZE, bold=True) <= WIDTH
    place, align = (at + 5, "left") if right else (at - 5, "right")
    sheet.name(f"{mark.label} {mark.text}", [text], place, top + LINE / 2, align=align, weight="bold")
