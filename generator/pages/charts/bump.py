"""Ranks from edition to edition: a line an area, first on top, each named at its end."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Final

from .lettering import cut, fitted, width
from .palette import ROLES, tone
from .sheet import LINE, SIZE, SMALL, WIDTH, Scale, Sheet, number, told
from .view import ChartView, Mark

TALL: Final = 300.0  # pixels at most from the first rank to the last
STEP: Final = 26.0  # pixels from one rank to the next, where there is room
HEAD: Final = 12.0
NAMES: Final = 170.0  # pixels at most for the names beside the lines

Names = list[tuple[Mark, list[str]]]  # the end of each line, and its name in lines


def lay_out(view: ChartView) -> Sheet:
    """The sheet. Marks come area by area (their group), each with its edition as its period; a missing one is a gap."""
    series = [list(marks) for _, marks in groupby(view.marks, key=lambda mark: mark.area or mark.group)]
    editions = sorted({_edition(mark): mark for mark in view.marks}.values(), key=_edition)
    places = {_edition(mark): place for place, mark in enumerate(editions)}
    last = max(number(mark.value) for mark in view.marks)
    floor = HEAD + min(TALL, STEP * (last - 1))
    ends = sorted((marks[-1] for marks in series if _edition(marks[-1]) == _edition(editions[-1])), key=_rank)
    named = _named(ends, floor)
    right = WIDTH - max((width(line, SIZE, bold=True) for _, lines in named for line in lines), default=0) - 14
    high = max(last, 2)
    sheet = Sheet(x=Scale(0, max(len(editions) - 1, 1), 30, right), y=Scale(1, high, HEAD, max(floor, HEAD + STEP)))
    _frame(sheet, editions, int(high))
    for marks in sorted(series, key=lambda marks: marks[0].emphasis):  # the emphasised over the others
        _line(sheet, marks, places)
    below = _names(sheet, named)
    sheet.height = max(sheet.y.end + LINE + 18, below)
    return sheet


def _edition(mark: Mark) -> str:
    return mark.period.text if mark.period else ""


def _rank(mark: Mark) -> float:
    return number(mark.value)


def _name(mark: Mark) -> str:
    return f"{mark.group} {mark.value}"


def _named(ends: list[Mark], floor: float) -> Names:
    """Each name with its rank in the room that there is: long ones in two lines, or in one if there are many."""
    found = [(mark, _lines(mark, 2)) for mark in ends]
    if sum(len(lines) for _, lines in found) * LINE <= floor - HEAD + LINE:
        return found
    return [(mark, _lines(mark, 1)) for mark in ends]


def _lines(mark: Mark, most: int) -> list[str]:
    """The name in ``most`` lines, cut short if need be, but never its rank."""
    whole = fitted(_name(mark), SIZE, NAMES, most, bold=True)
    if "".join(whole).replace(" ", "") == _name(mark).replace(" ", ""):
        return whole
    rank = f" {mark.value}"
    *before, last = fitted(mark.group, SIZE, NAMES, most, bold=True)
    return [*before, cut(last, SIZE, NAMES - width(rank, SIZE, bold=True), bold=True) + rank]


def _frame(sheet: Sheet, editions: list[Mark], last: int) -> None:
    """A line at the first edition of each year, the names of the first and the last one, and ranks at the left."""
    for place, mark in enumerate(editions):
        if place == 0 or _edition(mark)[:4] != _edition(editions[place - 1])[:4]:
            sheet.rule((place, 1), (place, last), "grid")
    every = 1 if last <= 12 else 5 if last <= 40 else 10
    for rank in sorted({1, *range(every, last + 1, every)}):
        sheet.say(str(rank), 20, sheet.y.at(rank), "muted", "right", size=SMALL)
    floor = sheet.y.end + LINE / 2 + 12
    sheet.say(editions[0].label, 0, floor, "muted", size=SMALL)
    if len(editions) > 1:
        end = max(sheet.x.end, width(editions[0].label, SMALL) + width(editions[-1].label, SMALL) + 12)
        sheet.say(editions[-1].label, end, floor, "muted", "right", size=SMALL)


def _line(sheet: Sheet, marks: list[Mark], places: dict[str, int]) -> None:
    colour = tone(marks[0].emphasis)
    at = [(places[_edition(mark)], _rank(mark)) for mark in marks]
    for before, after in pairwise(at):
        if after[0] == before[0] + 1:
            sheet.rule(before, after, colour, 3 if marks[0].emphasis else 2)
    look = {"shape": "circle", "size": 46, "thick": 1.5, "dash": [], "fill": ROLES[colour], "line": ROLES["paper"]}
    sheet.points.extend({"x": x, "y": y} | look | told(mark) for (x, y), mark in zip(at, marks, strict=True))


def _names(sheet: Sheet, named: Names) -> float:
    """Each area's name and rank beside the end of its line, moved down where two would meet; gives the lower end."""
    lower = 0.0
    for mark, lines in named:
        middle = max(sheet.y.at(_rank(mark)), lower + LINE / 2)
        weight = {"weight": "bold"} if mark.emphasis else {}
        sheet.name(_name(mark), lines, sheet.x.end + 10, middle, **weight)
        lower = middle + LINE * (len(lines) - 0.5)
    return lower + 2
