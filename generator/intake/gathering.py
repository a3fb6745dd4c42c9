"""Puts the sheets of all packages together into Tables, and keeps what the checks need to point at a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem
from generator.model.bulletin import Bulletin, Release, Tables
from generator.model.reference import Reference
from generator.model.statement import Location, Statement

from .codelists import reference_of
from .contract import REFERENCE_TABLES
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


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that could be read of a bulletin. The checks take this and nothing else."""

    tables: Tables
    sheets: tuple[Sheet, ...]
    lost: frozenset[str]  # tables of which a file could not be read: what they would name is unknown
    bulletin_file: YamlFile
    releases_file: YamlFile
    stated: Mapping[str, Mapping[str, str]]  # edition -> figure id -> table, of all rows, the unreadable included
    unclear: frozenset[tuple[str, str]]  # edition and series of rows whose period cannot be read

    def sheets_of(self, *tables: str) -> Iterator[Sheet]:
        return (sheet for sheet in self.sheets if sheet.table in tables)

    def named(self, table: str) -> frozenset[str]:
        """The ids that a table declares, those of unreadable rows included."""
        return frozenset(
            record.cells.get(sheet.schema.key[0], "") for sheet in self.sheets_of(table) for record in sheet.records
        )

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


def gather(
    declared: Declared, parcels: Sequence[Parcel], found: Iterable[Problem], lost: frozenset[str]
) -> tuple[Gathered, list[Problem]]:
    """The bulletin's tables from all rows without a problem of structure (``found``)."""
    broken = {(problem.file, problem.line) for problem in found}
    sheets = tuple(sheet for parcel in parcels for sheet in parcel.sheets)
    problems = [
        problem
        for sheet, record in _Sound(sheets, broken).rows()
        for problem in (*period_problems(sheet, record), *loose_cells(sheet, record))
    ]
    broken |= {(problem.file, problem.line) for problem in problems}
    sound = _Sound(sheets, broken)
    reference = reference_of({table: sound.cells(table) for table in REFERENCE_TABLES})
    tables = Tables(
        bulletin=declared.bulletin,
        releases=declared.releases,
        packages={parcel.package.name: parcel.package for parcel in parcels},
        reference=reference,
        statements=tuple(sound.statements(reference)),
        projects={cells["id"]: project_of(cells) for cells in sound.cells("projects")},
        project_status=tuple(status_of(sheet, record) for sheet, record in sound.rows("status")),
        folder=declared.folder,
    )
    lost = lost.union(*(parcel.lost for parcel in parcels))
    named = list(_named(sheets))
    stated: dict[str, dict[str, str]] = {}
    for sheet, _, figure in named:
        stated.setdefault(sheet.resource.edition, {})[figure] = sheet.table
    unclear = frozenset(
        (sheet.resource.edition, figure.rpartition(".")[0])
        for sheet, record, figure in named
        if sheet.table in KINDS and not readable(record.cells.get("period", ""))
    )
    gathered = Gathered(tables, sheets, lost, declared.bulletin_file, declared.releases_file, stated, unclear)
    return gathered, problems


def _named(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, Record, str]]:
    """Every row that states something, with the id of its figure; ``status.<project>`` for project status."""
    for sheet in sheets:
        for record in sheet.records if sheet.table in KINDS else ():
            yield sheet, record, figure_id(sheet.table, record.cells)
        for record in sheet.records if sheet.table == "status" else ():
            yield sheet, record, f"status.{record.cells.get('project')}"


@dataclass(frozen=True, slots=True)
class _Sound:
    """The rows that can be read."""

    sheets: tuple[Sheet, ...]
    broken: set[tuple[str, int | None]]

    def rows(self, *tables: str) -> Iterator[tuple[Sheet, Record]]:
        """Oldest edition first, then by package and line; of all tables if none is named."""
        chosen = [sheet for sheet in self.sheets if sheet.table in tables or not tables]
        for sheet in sorted(chosen, key=lambda sheet: sheet.resource.edition):
            for record in sheet.records:
                if (sheet.place.file, record.line) not in self.broken:
                    yield sheet, record

    def cells(self, table: str) -> Iterator[Mapping[str, str]]:
        return (record.cells for _, record in self.rows(table))

    def statements(self, reference: Reference) -> Iterator[Statement]:
        """Rows of unknown unit are left out: that they name no known indicator is a problem of its own."""
        for sheet, record in self.rows(*KINDS):
            if unit := unit_of(record.cells, reference):
                yield statement_of(sheet, record, unit, decimals_of(record.cells, reference))
