"""Steps on a calendar (甘特图): for each the time it was due, the time it was done, and what lies between."""

from __future__ import annotations

from typing import Final

from .dated import Dated, dated
from .lettering import width, wrapped
from .palette import PLANNED, ROLES
from .sheet import LINE, SIZE, SMALL, WIDTH, Scale, Sheet, clamped, say_missing, told
from .view import ChartView, Mark
from .years import Axis, axis

HEAD: Final = LINE + 4  # for the name of the day on which all is judged
THICK: Final = 9.0
LEAST: Final = 5.0  # pixels of a day that was due


def lay_out(view: ChartView) -> Sheet:
    """The sheet. Marks come step by step (their label): a planned one is the time when it was due, one of another
    status when it was reached. An emphasised planned one is still awaited, and late. ``target`` is the day on which all
    is judged. Each period must be dated; the text of a step's last mark stands beside its name.
    """
    points = dated(view.marks)
    ends = [point.end for point in (*points, *dated((view.target,) if view.target else ()))]
    years = axis([point.first for point in points], ends, view.lang)
    sheet = Sheet(x=Scale(years.low, years.high, 6, WIDTH - 6), y=Scale(0, 1, 0, 1), height=HEAD)
    today = ends[-1].toordinal() if view.target else None
    for marks in _by_step(view.marks):
        _step(sheet, marks[0].label, marks, today)
    _frame(sheet, years)
    if view.target and today:
        _today(sheet, view.target, today)
    sheet.height += LINE + 4
    say_missing(sheet, view)
    return sheet


def _by_step(marks: tuple[Mark, ...]) -> list[list[Mark]]:
    """The marks of each step: of two with one name, the second begins where it was due."""
    found: list[list[Mark]] = []
    for mark in marks:
        if found and found[-1][-1].label == mark.label and mark.status not in PLANNED:
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


def _step(sheet: Sheet, label: str, marks: list[Mark], today: int | None) -> None:
    """Name and state on one line, under it the time when it was due and the way to the time when it was done."""
    text = marks[-1].text
    for line in wrapped(label, SIZE, WIDTH - width(text, SMALL) - 12):
        sheet.say(line, 0, sheet.height + LINE / 2)
        sheet.height += LINE
    sheet.say(text, WIDTH, sheet.height - LINE / 2, "muted", "right", size=SMALL)
    middle = sheet.height + THICK
    due = next((one for one in dated(tuple(marks)) if one.mark.status in PLANNED), None)
    done = next((one for one in dated(tuple(marks)) if one.mark.status not in PLANNED), None)
    if due:
        _due(sheet, due, middle)
    end = done.end.toordinal() if done else today if due and due.mark.emphasis else None
    if due and end and end > due.end.toordinal():
        dash = {} if done else {"dash": [5, 3]}
        sheet.rule((due.end.toordinal(), middle), (end, middle), "target", 3, **dash)
    if done:
        _done(sheet, done, middle)
    sheet.height = middle + THICK + 4


def _due(sheet: Sheet, due: Dated, middle: float) -> None:
    start, end = due.first.toordinal(), due.end.toordinal()
    box = {"x": min(start, end - sheet.x.span(LEAST)), "x2": end, "y": middle - THICK / 2, "y2": middle + THICK / 2}
    sheet.boxes.append(box | {"fill": ROLES["plain-tint"], "line": ROLES["plain"], "dash": []} | told(due.mark))


def _done(sheet: Sheet, done: Dated, middle: float) -> None:
    """A day as a point at it; a longer time as a line over it, since the day is not known."""
    if done.months:
        ends = (done.first.toordinal(), middle), (done.end.toordinal(), middle)
        sheet.rule(*ends, "emphasis", 5, **told(done.mark))
        return
    look = {"shape": "circle", "size": 78, "thick": 1.5, "dash": []}
    dot = {"x": done.first.toordinal(), "y": middle, "fill": ROLES["emphasis"], "line": ROLES["paper"]}
    sheet.points.append(dot | look | told(done.mark))


def _frame(sheet: Sheet, years: Axis) -> None:
    """Lines at the years or quarters behind all steps, named below."""
    grid = {"y": HEAD, "y2": sheet.height, "line": ROLES["grid"], "thick": 1, "dash": [], "about": ""}
    places = [day.toordinal() for day in years.lines]
    sheet.lines[:0] = [{"x": place, "x2": place} | grid for place in places]
    for centre, name in years.names:
        x, align = clamped(name, sheet.x.at(centre), SMALL)
        sheet.say(name, x, sheet.height + LINE / 2 + 3, "muted", align, size=SMALL)


def _today(sheet: Sheet, mark: Mark, day: int) -> None:
    sheet.rule((day, HEAD - 3), (day, sheet.height), "ink", 1, dash=[3, 3])
    words = f"{mark.label} {mark.text}".strip()
    x, align = clamped(words, sheet.x.at(day), SMALL)
    sheet.say(words, x, LINE / 2, "muted", align, size=SMALL)
