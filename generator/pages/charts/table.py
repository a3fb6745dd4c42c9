"""The numbers of a chart as rows: for the table under it and for its CSV file. Both say what the drawing says."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import Literal

from .view import IN_ORDER, TIMED, ChartView, Mark, ordered

HEADER = ("label", "group", "period", "value", "value_high", "unit", "bound", "status", "role", "figure", "text")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: a value, the target, or a label that has no value and why."""

    role: Literal["value", "target", "missing"]
    label: str
    text: str  # the value as the chart writes it; the reason of a missing one
    mark: Mark | None


def rows(view: ChartView) -> tuple[TableRow, ...]:
    """The rows in the order of the drawing: as given, by time, or by value."""
    marks = view.marks
    if view.kind not in IN_ORDER:
        marks = _by_time(marks) if view.kind in TIMED else ordered(marks)
    found = [TableRow("value", mark.label, mark.text, mark) for mark in marks]
    if view.target:
        found.append(TableRow("target", view.target.label, view.target.text, view.target))
    found.extend(TableRow("missing", label, reason, None) for label, reason in view.missing)
    return tuple(found)


def shown(view: ChartView) -> tuple[TableRow, ...]:
    """The rows of the table under the chart: all, but of a spread what the drawing names and both ends."""
    every = rows(view)
    if view.kind != "spread":
        return every
    return tuple(row for row in every if row in (every[0], every[-1]) or (row.mark and row.mark.emphasis))


def csv_text(view: ChartView) -> str:
    """The rows as CSV, values with the digits of their source."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in rows(view):
        writer.writerow(_cells(row, view.unit))
    return out.getvalue()


def _cells(row: TableRow, unit: str) -> tuple[str, ...]:
    mark = row.mark
    if mark is None:
        return (row.label, "", "", "", "", unit, "", "", row.role, "", row.text)
    period = mark.period.text if mark.period else ""
    values = (_digits(mark.value), _digits(mark.value_high), unit, mark.bound, mark.status)
    return (row.label, mark.group, period, *values, row.role, mark.row, row.text)


def _digits(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _by_time(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """By period, undated last."""
    undated = [mark for mark in marks if mark.period is None or not mark.period.dated]
    dated = [mark for mark in marks if mark not in undated]
    return (*sorted(dated, key=lambda mark: mark.period.sort_key if mark.period else ()), *undated)
