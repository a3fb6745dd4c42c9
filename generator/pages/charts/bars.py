"""Bars: areas or parts by value, horizontal, from zero, each with its value at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .lettering import fitted, width
from .palette import ROLES, dress, tone
from .sheet import LINE, SIZE, WIDTH, Scale, Sheet, clamped, number, say_missing, told
from .signs import end_room, sign_bar
from .view import IN_ORDER, ChartView, Mark, ordered

LEFT_LABEL: Final = 118.0  # labels up to this stand left of the bars, longer ones above them
INDENT: Final = 14.0  # of a tier under the mark that contains it
THICK: Final = 18.0
NAMED: Final = 4  # lines of a label above its bar
THIN: Final = 11.0
GAP: Final = 6.0  # between a bar and its value


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where labels stand, and which marks are tiers."""

    beside: bool
    left: float  # where the axis may begin
    tiers: frozenset[str]
    alone: bool  # no mark is emphasised above others: all take the accent

    def indent(self, mark: Mark) -> float:
        return INDENT if mark.label in self.tiers else 0.0

    def thickness(self, mark: Mark) -> float:
        return THIN if mark.label in self.tiers else THICK

    def emphasis(self, mark: Mark) -> bool:
        return mark.emphasis or self.alone


def lay_out(view: ChartView) -> Sheet:
    """The sheet of a bar chart, by value; of a funnel in the order of its stages."""
    marks = view.marks if view.kind in IN_ORDER else ordered(view.marks)
    plan = _plan(marks)
    sheet = Sheet(x=_scale(view, marks, plan), y=Scale(0, 1, 0, 1))
    sheet.height = LINE + 3 if view.target else 2
    top = sheet.height
    for mark in marks:
        _row(sheet, mark, plan)
    if plan.beside:
        sheet.rule((0, top - 2), (0, sheet.height), "axis", 1)
    if view.target:
        _target(sheet, view.target, top)
    say_missing(sheet, view)
    return sheet


def _plan(marks: tuple[Mark, ...]) -> _Plan:
    heads = {mark.label for mark in marks}
    tiers = frozenset(mark.label for mark in marks if mark.group in heads)
    wide = [width(mark.label, SIZE, bold=True) + (INDENT if mark.label in tiers else 0) for mark in marks]
    beside = max(wide) <= LEFT_LABEL
    alone = not any(mark.emphasis for mark in marks)
    return _Plan(beside, max(wide) + 8 if beside else 0.0, tiers, alone)


def _scale(view: ChartView, marks: tuple[Mark, ...], plan: _Plan) -> Scale:
    """The widest axis on which every bar, its sign and its value fit on the sheet."""
    values = [number(mark.value) for mark in marks]
    low = min(0.0, *values)
    room = WIDTH - plan.left - 2
    rates = [room / _positive(_reach(view, marks) - low)]
    for mark in marks:
        need = GAP + end_room(mark) + width(mark.text, SIZE, bold=True)
        rates.append((room - need) / _positive(max(number(mark.upper), 0.0) - low))
    rate = min(rates)
    high = max(0.0, _reach(view, marks))
    start = plan.left + 1
    span = _positive(high - low)
    return Scale(low, low + span, start, start + span * rate)


def _reach(view: ChartView, marks: tuple[Mark, ...]) -> float:
    ends = [number(mark.upper) for mark in marks]
    return max([*ends, number(view.target.value)] if view.target else ends)


def _positive(span: float) -> float:
    return span if span > 0 else 1.0  # all values zero: any axis will do


def _row(sheet: Sheet, mark: Mark, plan: _Plan) -> None:
    """One bar with its label and value; moves the sheet's height below it."""
    indent, thick = plan.indent(mark), plan.thickness(mark)
    weight = {"weight": "bold"} if mark.emphasis else {}
    tier = bool(indent)
    if plan.beside:
        middle = sheet.height + (12 if tier else 15)
        sheet.say(mark.label, indent, middle, "muted" if tier else "ink", **weight)
    else:
        lines = fitted(mark.label, SIZE, WIDTH - indent, NAMED, bold=mark.emphasis)
        role = "muted" if tier else "ink"
        sheet.name(mark.label, lines, indent, sheet.height + LINE / 2, role=role, **weight)
        sheet.height += LINE * len(lines)
        middle = sheet.height + thick / 2 + 1
    _bar(sheet, mark, plan, middle)
    sheet.height = middle + (12 if tier else 15) if plan.beside else middle + thick / 2 + 9


def _bar(sheet: Sheet, mark: Mark, plan: _Plan, middle: float) -> None:
    top, bottom = middle - plan.thickness(mark) / 2, middle + plan.thickness(mark) / 2
    lit = plan.emphasis(mark)
    value = number(mark.value)
    if not plan.beside:  # one line through all rows would cross the labels
        sheet.rule((0, top - 3), (0, bottom + 3), "axis", 1)
    box = {"x": 0, "x2": value, "y": top, "y2": bottom} | told(mark)
    sheet.boxes.append(box | dress(lit, mark.status))
    if mark.value_high is not None:
        tint = {"fill": ROLES[f"{tone(lit)}-tint"], "line": ROLES[tone(lit)], "dash": []}
        sheet.boxes.append(box | {"x": value, "x2": number(mark.upper)} | tint)
    sign_bar(sheet, mark, lit, number(mark.upper), top, bottom)
    end = sheet.x.at(max(number(mark.upper), 0.0)) + end_room(mark) + GAP
    sheet.say(mark.text, end, middle, **({"weight": "bold"} if mark.emphasis else {}))


def _target(sheet: Sheet, target: Mark, top: float) -> None:
    """A thin line through all rows with the target's name above it."""
    place = number(target.value)
    sheet.rule((place, top - 3), (place, sheet.height), "target", 2, **told(target))
    words = f"{target.label} {target.text}".strip()
    x, align = clamped(words, sheet.x.at(place))
    sheet.say(words, x, LINE / 2, "target", align)
