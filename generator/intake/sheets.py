"""A CSV file as an editor sees it: a header and numbered lines. Says what is wrong with the file as a whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.model.bulletin import Resource

from .contract import Schema, schema_of
from .mishaps import encoding_mishap


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file: the line it begins on (the header is line 1) and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
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

    def problem(self, rule: str, line: int, column: str = "", value: str = "", **facts: str) -> Problem:
        """A problem at one cell of this file."""
        return replace(self.place, rule=rule, line=line, column=column, value=value, facts=facts)


def read_sheet(content: bytes, package: str, resource: Resource, place: Problem) -> tuple[Sheet | None, list[Problem]]:
    """The file as a sheet, or why it cannot be read as one."""
    if rule := encoding_mishap(content):
        return None, [replace(place, rule=rule)]
    reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        return None, [replace(place, rule="quote", line=line)]
    columns = schema_of(resource.table).columns
    if problems := list(_header_problems(rows[0][1] if rows else [], columns, place)):
        return None, problems
    records = tuple(Record(line, dict(zip(columns, cells, strict=False))) for line, cells in rows[1:])
    return Sheet(place, package, resource, content, records), []


def _header_problems(header: list[str], columns: tuple[str, ...], place: Problem) -> Iterator[Problem]:
    """How the header differs from the columns of the table: missing, unknown, repeated, blank, out of order."""
    if tuple(header) == columns:
        return
    if len(header) == 1 and any(mark in header[0] for mark in ";\t|，"):
        yield replace(place, rule="delimiter", line=1, value=header[0])
        return
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
