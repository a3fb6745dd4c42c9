"""Puts the sheets of all packages together into Tables, and keeps what the checks need to point at a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.errors import Problem
from generator.memory import Memory
from generator.model.bulletin import Bulletin, Release, Tables
from generator.model.in_order import InOrder
from generator.model.project import Project, ProjectStatus
from generator.model.reference import Reference
from generator.model.statement import Location, Statement

from .codelists import reference_of
from .contract import REFERENCE_TABLES
from .dossier import dossier_of
from .leagues import contests_of
from .limits import loose_cells
from .parcels import Parcel
from .reading import (
    KINDS,
    decimals_of,
    figure_id,
    period_problems,
    project_of,
    readable,
    statement_of,
    status_of,
    unit_of,
)
from .sheets import Record, Sheet
from .yamlfile import YamlFile

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that could be read of a bulletin. The checks take this and nothing else."""

    tables: Tables
    sheets: tuple[Sheet, ...]
    lost: frozenset[str]  # tables of which a file could not be read: what they would name is unknown
    bulletin_file: YamlFile
    releases_file: YamlFile
    leagues_file: YamlFile
    stated: Mapping[str, Mapping[str, str]]  # edition -> figure id -> table, of all rows, the unreadable included
    unclear: frozenset[tuple[str, str]]  # edition and series of rows whose period cannot be read

    def sheets_of(self, *tables: str) -> Iterator[Sheet]:
        return (sheet for sheet in self.sheets if sheet.table in tables)

    def named(self, table: str) -> frozenset[str]:
        """The ids that a table declares, those of unreadable rows included."""
        return frozenset().union(*(sheet.named[sheet.schema.key[0]] for sheet in self.sheets_of(table)))

    def parts(self) -> Iterator[tuple[str, Gathered]]:
        """The same with the rows of one file at a time and nothing of the others, for checks that look at a row by
        itself; with the file's name."""
        rows: dict[str, list[Statement]] = {}
        for row in self.tables.statements:
            rows.setdefault(row.at.file, []).append(row)
        status: dict[str, list[ProjectStatus]] = {}
        for stage in self.tables.project_status:
            status.setdefault(stage.at.file, []).append(stage)
        for sheet in self.sheets:
            file = sheet.place.file
            own, stages = tuple(rows.get(file, ())), tuple(status.get(file, ()))
            if own or stages:
                tables = replace(self.tables, statements=own, project_status=stages)
                yield (
                    file,
                    replace(self, tables=tables, sheets=(sheet,), lost=frozenset(), stated={}, unclear=frozenset()),
                )

    def by_concept(self) -> Iterator[tuple[str, Gathered]]:
        """The same with the statements on one indicator, or of one item of projects, at a time; with its id."""
        rows: dict[str, list[Statement]] = defaultdict(list)
        for row in self.tables.statements:
            rows[row.key.concept].append(row)
        for concept, own in rows.items():
            yield concept, replace(self, tables=replace(self.tables, statements=tuple(own), project_status=()))

    def problem(self, at: Location, rule: str, column: str = "", value: object = "", **facts: str) -> Problem:
        """A problem at the row of a statement."""
        sheet = next(sheet for sheet in self.sheets if sheet.place.file == at.file)
        return sheet.problem(rule, at.line, column, str(value), **facts)


@dataclass(frozen=True, slots=True)
class Declared:
    """What the bulletin says of itself, with the files it says it in."""

    folder: Path
    bulletin: Bulletin
    releases: tuple[Release, ...]
    bulletin_file: YamlFile
    releases_file: YamlFile
    leagues_file: YamlFile


def gather(
    declared: Declared, parcels: Sequence[Parcel], found: Iterable[Problem], lost: frozenset[str], memory: Memory
) -> tuple[Gathered, list[Problem]]:
    """The bulletin's tables from all rows without a problem of structure (``found``)."""
    sheets = tuple(sheet for parcel in parcels for sheet in parcel.sheets)
    sound = _Sound(sheets, _lines(found), memory)
    problems = [problem for sheet in sound.of() for problem in sound.each("row problems", sheet, _row_problems)]
    sound = _Sound(sheets, _lines([*found, *problems]), memory)
    vocabulary = tuple(sheet for sheet in sheets if sheet.table in REFERENCE_TABLES)
    reference = memory.recall(
        ("reference", declared.bulletin.id),
        (vocabulary, sound.broken),
        lambda: reference_of({table: list(sound.cells(table)) for table in REFERENCE_TABLES}),
    )
    tables = Tables(
        bulletin=declared.bulletin,
        releases=declared.releases,
        packages={parcel.package.name: parcel.package for parcel in parcels},
        reference=reference,
        statements=tuple(
            one for sheet in sound.of(*KINDS) for one in sound.each("statements", sheet, _statements, reference)
        ),
        projects=InOrder(
            (one.id, one) for sheet in sound.of("projects") for one in sound.each("projects", sheet, _projects)
        ),
        project_status=tuple(status_of(sheet, record) for sheet, record in sound.rows("status")),
        dossier=dossier_of(sound.rows),
        folder=declared.folder,
        contests=contests_of(declared.leagues_file, reference),
    )
    stated: dict[str, dict[str, str]] = {}
    unclear: set[tuple[str, str]] = set()
    for sheet in sheets:
        edition = sheet.resource.edition
        names, series = memory.recall(("names", sheet.place.file), (sheet,), partial(_names, sheet))
        stated.setdefault(edition, {}).update(names)
        unclear |= {(edition, one) for one in series}
    lost = lost.union(*(parcel.lost for parcel in parcels))
    files = (declared.bulletin_file, declared.releases_file, declared.leagues_file)
    return Gathered(tables, sheets, lost, *files, stated, frozenset(unclear)), problems


def _lines(problems: Iterable[Problem]) -> dict[str, frozenset[int | None]]:
    """The lines of each file that have a problem."""
    lines: dict[str, set[int | None]] = {}
    for problem in problems:
        lines.setdefault(problem.file, set()).add(problem.line)
    return {file: frozenset(numbers) for file, numbers in lines.items()}


def _names(sheet: Sheet) -> tuple[dict[str, str], set[str]]:
    """The figures that a sheet states, each with its table (``status.<project>`` for project status), and the series
    of those whose period cannot be read."""
    if sheet.table == "status":
        return {f"status.{record.cells.get('project')}": sheet.table for record in sheet.records}, set()
    if sheet.table not in KINDS:
        return {}, set()
    names = {figure_id(sheet.table, record.cells): record.cells.get("period", "") for record in sheet.records}
    unclear = {figure.rpartition(".")[0] for figure, period in names.items() if not readable(period)}
    return dict.fromkeys(names, sheet.table), unclear


def _row_problems(sheet: Sheet, records: Sequence[Record]) -> list[Problem]:
    return [problem for record in records for problem in (*period_problems(sheet, record), *loose_cells(sheet, record))]


def _projects(_: Sheet, records: Sequence[Record]) -> list[Project]:
    return [project_of(record.cells) for record in records]


def _statements(sheet: Sheet, records: Sequence[Record], reference: Reference) -> list[Statement]:
    """Rows of unknown unit are left out: that they name no known indicator is a problem of its own."""
    return [
        statement_of(sheet, record, unit, decimals_of(record.cells, reference))
        for record in records
        if (unit := unit_of(record.cells, reference))
    ]


@dataclass(frozen=True, slots=True)
class _Sound:
    """The rows that can be read."""

    sheets: tuple[Sheet, ...]
    broken: Mapping[str, frozenset[int | None]]  # lines by file
    memory: Memory

    def of(self, *tables: str) -> list[Sheet]:
        """The sheets of some tables (of all if none is named), oldest edition first, then by package."""
        chosen = [sheet for sheet in self.sheets if sheet.table in tables or not tables]
        return sorted(chosen, key=lambda sheet: sheet.resource.edition)

    def each(self, step: str, sheet: Sheet, make: Callable[..., list[Made]], *more: object) -> list[Made]:
        """What ``make`` makes of the rows of one sheet."""
        inputs = (sheet, self.broken.get(sheet.place.file), *more)
        return self.memory.recall((step, sheet.place.file), inputs, lambda: make(sheet, self.records(sheet), *more))

    def records(self, sheet: Sheet) -> list[Record]:
        lines = self.broken.get(sheet.place.file, frozenset())
        return [record for record in sheet.records if record.line not in lines]

    def rows(self, *tables: str) -> Iterator[tuple[Sheet, Record]]:
        return ((sheet, record) for sheet in self.of(*tables) for record in self.records(sheet))

    def cells(self, table: str) -> Iterator[Mapping[str, str]]:
        return (record.cells for _, record in self.rows(table))
