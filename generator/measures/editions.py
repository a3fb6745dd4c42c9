"""From checked tables to editions: what each one says, as it stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import partial

from generator.memory import Memory
from generator.model.bulletin import Tables
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.reference import Unit
from generator.model.statement import Statement

from .relations import computed
from .vintages import as_of, editions_up_to, revisions, status_as_of


def assemble(tables: Tables, memory: Memory | None = None) -> tuple[Edition, ...]:
    """One :class:`Edition` per release, oldest first.

    An edition carries on the figures of the one before, except for those that it states itself: so a figure is made
    once, however many editions show it.
    """
    memory = memory or Memory()
    units, bulletin = tables.reference.units, tables.bulletin.id
    changes = memory.recall(
        ("revisions", bulletin),
        (tables.statements, tables.releases),
        partial(revisions, tables.statements, tables.releases),
    )
    own: dict[str, list[Statement]] = {release.edition: [] for release in tables.releases}
    for statement in tables.statements:
        own[statement.edition].append(statement)
    editions: list[Edition] = []
    stated: dict[str, Figure] = {}
    for release in tables.releases:
        names = editions_up_to(tables.releases, release.edition)
        known = tuple(change for change in changes if change.edition in names)
        rows = tuple(as_of(own[release.edition], [release.edition]).values())
        inputs = (units, rows, frozenset(change.figure for change in known))
        new = memory.recall(("figures", bulletin, release.edition), inputs, partial(_figures, *inputs))
        stated = {name: figure for name, figure in stated.items() if name not in new} | new
        editions.append(
            Edition(
                tables=tables,
                release=release,
                figures={**stated, **computed(tables, stated)},
                said=tuple(row.figure for row in own[release.edition]),
                revisions=known,
                project_status=status_as_of(tables.project_status, names),
            )
        )
    return tuple(editions)


def _figures(units: Mapping[str, Unit], rows: Iterable[Statement], revised: Set[str]) -> dict[str, Figure]:
    return {
        row.figure: Figure(
            id=row.figure,
            key=row.key,
            value=row.value,
            value_high=row.value_high,
            unit=units[row.unit],
            status=row.status,
            bound=row.bound,
            edition=row.edition,
            source=row.source,
            locator=row.locator,
            note=row.note,
            revised=row.figure in revised,
            set_on=row.set_on,
        )
        for row in rows
    }
