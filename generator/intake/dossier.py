"""The files on projects beside stages and amounts, as types: records -> milestones, batches, awards, leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from generator.model.period import Period
from generator.model.project import Award, Batch, Dossier, Lead, LeadStep, Milestone

from .codelists import Cells, text
from .reading import location
from .sheets import Record, Sheet

Row = TypeVar("Row")
Rows = Callable[[str], Iterable[tuple[Sheet, Record]]]  # the sound rows of a table, oldest edition first


def dossier_of(rows: Rows) -> Dossier:
    """The dossier from the sound rows of its tables."""

    def of(table: str, make: Callable[[Cells, dict[str, Any]], Row]) -> tuple[Row, ...]:
        return tuple(make(record.cells, _said(sheet, record)) for sheet, record in rows(table))

    return Dossier(of("milestones", _milestone), of("batches", _batch), of("awards", _award), of("leads", _lead))


def _said(sheet: Sheet, record: Record) -> dict[str, Any]:
    """What every row says: by which source, why, in which edition, and where it stands."""
    cells = record.cells
    return {
        "source": cells["source"],
        "locator": cells["locator"],
        "reason": text(cells, "reason"),
        "note": text(cells, "note"),
        "edition": sheet.resource.edition,
        "at": location(sheet, record),
    }


def _milestone(cells: Cells, said: dict[str, Any]) -> Milestone:
    return Milestone(
        project=cells["project"],
        milestone=cells["milestone"],
        name=text(cells, "name"),
        stage=cells["stage"],
        due=Period.parse(cells["due"]),
        done=Period.parse(cells["done"]) if cells["done"] else None,
        mechanism=cells["mechanism"],
        **said,
    )


def _batch(cells: Cells, said: dict[str, Any]) -> Batch:
    return Batch(
        id=cells["id"],
        name=text(cells, "name"),
        area=cells["area"],
        kind=cells["kind"],
        held_on=Period.parse(cells["held_on"]),
        mechanism=cells["mechanism"],
        projects=tuple(cells["projects"].split()),
        **said,
    )


def _award(cells: Cells, said: dict[str, Any]) -> Award:
    return Award(
        project=cells["project"],
        award=cells["award"],
        period=Period.parse(cells["period"]),
        mechanism=cells["mechanism"],
        body=text(cells, "body"),
        rule=text(cells, "rule"),
        **said,
    )


def _lead(cells: Cells, said: dict[str, Any]) -> Lead:
    return Lead(
        id=cells["id"],
        name=text(cells, "name"),
        area=cells["area"],
        step=cast(LeadStep, cells["step"]),
        since=Period.parse(cells["since"]),
        project=cells["project"],
        **said,
    )
