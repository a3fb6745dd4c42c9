"""Text of a cell is trusted for nothing: no formulas, no invisible characters, both languages or neither."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.contract import free_columns, numeric_columns
from generator.intake.mishaps import first_invisible
from generator.intake.sheets import Record, Sheet

FORMULA = tuple("=+-@\t\r＝＋－＠")  # Chinese and Japanese spreadsheets take the full-width signs too


def unsafe_texts(sheet: Sheet) -> Iterator[Problem]:
    """Cells that a spreadsheet would run as a formula, or that hold characters nobody can see."""
    numbers, free = numeric_columns(sheet.table), free_columns(sheet.table)
    for record in sheet.records:
        for column, cell in record.cells.items():
            if cell and column not in numbers and (rule := _broken(cell)):
                yield sheet.problem(rule, record.line, column, cell, character=first_invisible(cell))
            elif cell != cell.strip() and column in free:
                yield sheet.problem("space-around", record.line, column, cell)


def _broken(cell: str) -> str:
    if cell.startswith(FORMULA):
        return "text-formula"
    return "text-control" if first_invisible(cell) else ""


def one_language(sheet: Sheet) -> Iterator[Problem]:
    """Texts given in one of the two languages only."""
    pairs = _pairs(sheet)
    for record in sheet.records:
        for chinese, english in pairs:
            if bool(record.cells.get(chinese)) != bool(record.cells.get(english)):
                yield _half(sheet, record, chinese, english)


def _pairs(sheet: Sheet) -> list[tuple[str, str]]:
    """The columns that are a pair and may both be blank; where both must be given, the schema says so."""
    columns = sheet.schema.columns
    stems = [column.removesuffix("_zh") for column in columns if column.endswith("_zh")]
    required = {column for column in columns if sheet.schema.field(column).get("constraints", {}).get("required")}
    return [(f"{stem}_zh", f"{stem}_en") for stem in stems if not {f"{stem}_zh", f"{stem}_en"} & required]


def _half(sheet: Sheet, record: Record, chinese: str, english: str) -> Problem:
    blank, given = (english, chinese) if record.cells.get(chinese) else (chinese, english)
    return sheet.problem("one-language", record.line, blank, "", given=given)
