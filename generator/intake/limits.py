"""What a validator lets through and no reader of ours takes: days without their zeros, numbers without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.errors import Problem

from .contract import schema_of
from .mishaps import cell_mishap
from .sheets import Record, Sheet

MAX_DIGITS = 20  # the world's product in yuan has fifteen; Decimal is exact to 28
_FORMS = {  # frictionless asks the interpreter, which takes 2021-1-1 for a day and 1_0 for a number
    "date": re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII),
    "integer": re.compile(r"-?\d+", re.ASCII),
}
_MEASURED = ("value", "value_high", "factor", "operands", "count", "decimals", "tile_row", "tile_col")


def loose_cells(sheet: Sheet, record: Record) -> Iterator[Problem]:
    """Days and whole numbers in a form of their own, and numbers with more than MAX_DIGITS digits."""
    for column, form in _guarded(sheet.table):
        cell = record.cells.get(column, "")
        if cell and form and not form.fullmatch(cell):
            field = schema_of(sheet.table).field(column)
            yield sheet.problem(cell_mishap(cell, field, "type"), record.line, column, cell)
        elif column == "factor" and {"/", "."} <= {*cell}:  # a fraction of decimals is no number to Python
            yield sheet.problem("number-form", record.line, column, cell)
        elif column in _MEASURED and (long := _endless(cell)):
            yield sheet.problem("number-long", record.line, column, long, limit=str(MAX_DIGITS))


@lru_cache
def _guarded(table: str) -> list[tuple[str, re.Pattern[str] | None]]:
    """The columns of a table that have something to keep to here, with the form of their type."""
    columns = {field["name"]: _FORMS.get(field["type"]) for field in schema_of(table).descriptor["fields"]}
    return [(column, form) for column, form in columns.items() if form or column in _MEASURED]


def _endless(cell: str) -> str:
    """The first of the numbers in a cell that has too many digits; blank if none."""
    if len(cell) <= MAX_DIGITS:
        return ""
    words = (word for word in cell.split() if word.lstrip("-").replace(".", "").replace("/", "").isdigit())
    return next((word for word in words if sum(mark.isdigit() for mark in word) > MAX_DIGITS), "")
