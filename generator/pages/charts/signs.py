"""Signs of a bound at the end of a bar or at a point: an arrow where the value may lie, a broken end for 'about'."""

from __future__ import annotations

from typing import Final

from generator.model.codes import AT_LEAST, AT_MOST

from .palette import ROLES, tone
from .sheet import Row, Sheet
from .view import Mark

ARROW_ROOM: Final = 11.0  # pixels that an arrow takes past the end of a bar


def end_room(mark: Mark) -> float:
    """Pixels past the end of the bar that the sign of ``mark`` takes."""
    return ARROW_ROOM if mark.bound in AT_LEAST else 0.0


def sign_bar(sheet: Sheet, mark: Mark, lit: bool, end: float, top: float, bottom: float) -> None:
    """The sign at the end of a horizontal bar that reaches ``end`` (a value of the x axis)."""
    middle = (top + bottom) / 2
    fill = ROLES[tone(lit)]
    if mark.bound in AT_LEAST:
        sheet.points.append(_sign(end + sheet.x.span(6), middle, "triangle-right", fill))
    elif mark.bound in AT_MOST:
        sheet.points.append(_sign(end - sheet.x.span(7), middle, "triangle-left", ROLES["paper"]))
    elif mark.bound == "about":
        for back in (4, 9):
            place = end - sheet.x.span(back)
            sheet.rule((place, top), (place, bottom), "paper", 2.5)


def sign_point(sheet: Sheet, mark: Mark, at: str, value: float) -> None:
    """The sign above or below a point in time."""
    fill = ROLES[tone(mark.emphasis)]
    if mark.bound in AT_LEAST:
        sheet.points.append(_sign(at, value + sheet.y.span(-10), "triangle-up", fill, 46))
    elif mark.bound in AT_MOST:
        sheet.points.append(_sign(at, value - sheet.y.span(-10), "triangle-down", fill, 46))


def _sign(x: float | str, y: float, shape: str, fill: str, size: float = 60) -> Row:
    look: Row = {"shape": shape, "fill": fill, "line": fill, "size": size, "thick": 0, "dash": []}
    return {"x": x, "y": y, "about": ""} | look
