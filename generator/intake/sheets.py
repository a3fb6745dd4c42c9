"""A CSV file as an editor sees it: a header and numbered lines. Says what is wrong with the file as a whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.errors import Problem
from generator.model.bulletin import Resource
from generator.model.text import Text

from .contract import Schema, schema_of
from .folders import MAX_BYTES, opened
from .mishaps import encoding_mishap

MAX_ROWS = 600_000  # nine hundred areas with thirty series of five years; a quarter's table of a province has 10,000
MAX_COLUMNS = 200  # the widest table has sixteen
_SEPARATORS = (";", "\t", "|", "，")


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file: the line it begins on (the header is line 1) and its cells by column."""

    line: int
    cells: Mapping[str, str]
    beyond: tuple[str, ...] = ()  # the first cell after the last column, if there is one


@dataclass(frozen=True)
class Sheet:
    """One data file whose header is right. Its cells may still be wrong."""

    place: Problem  # a blank problem that names package, resource and file
    package: str
    resource: Resource
    content: bytes
    records: tuple[Record, ...]

    @property
    def table(self) -> str:
        return self.resource.table

    @property
    def schema(self) -> Schema:
        return schema_of(self.resource.table)

    @cached_property
    def named(self) -> Mapping[str, frozenset[str]]:
        """What each column says, each text once: a check of thousands of rows looks at a handful of names."""
        return _Named(self.records)

    def problem(self, rule: str, line: int, column: str = "", value: str = "", **facts: str) -> Problem:
        """A problem at one cell of this file."""
        return replace(self.place, rule=rule, line=line, column=column, value=value, facts=facts)


class _Named(dict[str, frozenset[str]]):
    """The texts of a column, gathered when it is first asked for."""

    def __init__(self, records: tuple[Record, ...]) -> None:
        super().__init__()
        self._records = records

    def __missing__(self, column: str) -> frozenset[str]:
        self[column] = named = frozenset(record.cells.get(column, "") for record in self._records)
        return named


def read_sheet(content: bytes, package: str, resource: Resource, place: Problem) -> tuple[Sheet | None, list[Problem]]:
    """The file as a sheet, or why it cannot be read as one."""
    rule, line = encoding_mishap(content)
    if rule:
        return None, [replace(place, rule=rule, line=line)]
    schema = schema_of(resource.table)
    columns, absent = schema.columns, 0
    records: list[Record] = []
    problems: list[Problem] = []
    known: dict[str, str] = {}  # the same few texts stand in thousands of rows, and are held once
    for line, cells in _rows(content.decode("utf-8-sig")):
        if isinstance(cells, str) or len(records) > MAX_ROWS:
            rule = cells if isinstance(cells, str) else "rows-many"
            return None, [*problems, replace(place, rule=rule, line=line, facts={"limit": str(MAX_ROWS)})]
        if not records:
            absent = _absent(cells, schema)
            if wrong := list(_header_problems(cells + list(columns[len(columns) - absent :]), columns, place)):
                return None, wrong
        cells = [known.setdefault(cell, cell) for cell in cells] + [""] * absent
        if records and _is_unseparated(cells, columns):
            problems.append(replace(place, rule="delimiter", line=line, value=cells[0]))
        width = len(columns)
        records.append(Record(line, dict(zip(columns, cells, strict=False)), tuple(cells[width : width + 1])))
    return (None, problems) if problems else (Sheet(place, package, resource, content, tuple(records[1:])), [])


def _absent(header: list[str], schema: Schema) -> int:
    """How many of the columns that came later a file from before them lacks."""
    lacking = len(schema.columns) - len(header)
    return lacking if 0 < lacking <= len(schema.later) and schema.columns[: len(header)] == tuple(header) else 0


def rows_of(path: Path, table: str) -> list[Mapping[str, str]] | None:
    """The rows of a file, every column given; none if there is no such file, None if it is not to be read."""
    if not path.exists():
        return []
    content, _ = opened(path.parent, path.name, Problem(""))
    sheet, _ = read_sheet(content, "", Resource(table, path.name, table, "", Text()), Problem(""))
    blank = dict.fromkeys(schema_of(table).columns, "")
    return [{**blank, **record.cells} for record in sheet.records] if sheet else None


def _rows(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """Each record with the line it begins on; instead of one that cannot be read, the rule that it breaks."""
    csv.field_size_limit(MAX_BYTES)  # that of the whole process, which frictionless would set to another
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        yield line, "quote"


def _is_unseparated(cells: list[str], columns: tuple[str, ...]) -> bool:
    """Whether all cells of a row stand in the first, separated by something else than commas."""
    return len(cells) == 1 and any(cells[0].count(mark) >= len(columns) // 2 for mark in _SEPARATORS)


def _header_problems(header: list[str], columns: tuple[str, ...], place: Problem) -> Iterator[Problem]:
    """How the header differs from the columns of the table: missing, unknown, repeated, blank, out of order."""
    if tuple(header) == columns:
        return
    facts = {"columns": ",".join(columns), "limit": str(MAX_COLUMNS)}
    if len(header) == 1 and any(mark in header[0] for mark in _SEPARATORS):
        yield replace(place, rule="delimiter", line=1, value=header[0])
    elif len(header) > MAX_COLUMNS:
        yield replace(place, rule="columns-many", line=1, facts=facts)
    elif not {*header} & {*columns}:
        yield replace(place, rule="header-none", line=1, value=",".join(header), facts=facts)
    else:
        yield from _label_problems(header, columns, place)


def _label_problems(header: list[str], columns: tuple[str, ...], place: Problem) -> Iterator[Problem]:
    for number, label in enumerate(header, start=1):
        if label in columns and label not in header[: number - 1]:
            continue
        rule = "header-blank" if not label.strip() else "header-repeated" if label in columns else "header-unknown"
        facts = {"number": str(number), "letter": letter(number)}
        yield replace(place, rule=rule, line=1, column=label or letter(number), value=label, facts=facts)
    missing = [column for column in columns if column not in header]
    for column in missing:
        yield replace(place, rule="header-missing", line=1, column=column, facts={"columns": ",".join(columns)})
    if not missing and sorted(header) == sorted(columns):
        yield replace(place, rule="header-order", line=1, value=",".join(header), facts={"columns": ",".join(columns)})


def letter(number: int) -> str:
    """The letter of a column in a spreadsheet: 1 is A, 27 is AA."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
