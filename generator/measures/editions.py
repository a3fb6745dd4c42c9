"""From checked tables to editions: what each one says, as it stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model.bulletin import Release, Tables
from generator.model.edition import Edition
from generator.model.figure import Figure, Revision
from generator.model.statement import Statement

from .relations import computed
from .vintages import as_of, earlier_values, editions_up_to, revisions, status_as_of


def assemble(tables: Tables) -> tuple[Edition, ...]:
    """One :class:`Edition` per release, oldest first."""
    changes = revisions(tables.statements, tables.releases)
    return tuple(_edition(tables, release, changes) for release in tables.releases)


def _edition(tables: Tables, release: Release, changes: Sequence[Revision]) -> Edition:
    names = editions_up_to(tables.releases, release.edition)
    known = tuple(change for change in changes if change.edition in names)
    stated = _figures(tables, as_of(tables.statements, names).values(), earlier_values(known))
    return Edition(
        tables=tables,
        release=release,
        figures={**stated, **computed(tables, stated)},
        said=tuple(row.key.id for row in tables.statements if row.edition == release.edition),
        revisions=known,
        project_status=status_as_of(tables.project_status, names),
    )


def _figures(tables: Tables, rows: Iterable[Statement], revised: Mapping[str, Revision]) -> dict[str, Figure]:
    return {
        row.key.id: Figure(
            id=row.key.id,
            key=row.key,
            value=row.value,
            value_high=row.value_high,
            unit=tables.reference.units[row.unit],
            status=row.status,
            bound=row.bound,
            edition=row.edition,
            source=row.source,
            locator=row.locator,
            note=row.note,
            revised=row.key.id in revised,
            set_on=row.set_on,
        )
        for row in rows
    }
