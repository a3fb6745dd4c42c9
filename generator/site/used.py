"""Which reference rows a package needs so that it can be read without any other: only those its own rows name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from generator.model.codes import NOT_APPLICABLE, TOTAL
from generator.model.mechanism import Mechanism
from generator.model.project import Batch, Dossier, Lead, Project, ProjectStatus
from generator.model.reference import Area, Breakdown, Indicator, Measure, Peers, Reference, Source, Unit
from generator.model.statement import Statement
from generator.model.text import Text

Row = TypeVar("Row")


class Cited(Protocol):
    """A row that was taken from a source."""

    @property
    def source(self) -> str: ...


# Published tables write out what an editor may leave blank, so these two need a row to refer to.
_TOTAL = Breakdown(TOTAL, "total", Text("合计", "Total"), "", None, None, additive=False, nested=False)
_NO_PEERS = Peers(NOT_APPLICABLE, Text("不适用", "Not applicable"), "", None, None, None)


def breakdowns(reference: Reference) -> dict[str, Breakdown]:
    """The breakdowns with the total among them."""
    return {TOTAL: _TOTAL, **reference.breakdowns}


def peers(reference: Reference) -> dict[str, Peers]:
    """The peer sets with "not applicable" among them."""
    return {NOT_APPLICABLE: _NO_PEERS, **reference.peers}


def used_by_statements(reference: Reference, rows: Iterable[Statement]) -> dict[str, list[object]]:
    """The reference rows that observations and targets name, and what those name in turn."""
    rows = list(rows)
    indicators: list[Indicator] = _picked(reference.indicators, (row.key.concept for row in rows))
    measures: list[Measure] = _picked(reference.measures, (row.key.measure for row in rows))
    sets = _picked(peers(reference), (row.key.peers for row in rows))
    places = {row.key.subject for row in rows} | {code for one in sets for code in members(reference, one)}
    units = {row.unit for row in rows} | {one.unit for one in indicators} | {one.unit for one in measures}
    parts = breakdowns(reference)
    return {
        "areas": [*_areas(reference, places)],
        "indicators": [*indicators],
        "measures": [*measures],
        "breakdowns": [*_breakdowns(parts, breakdown_ids(rows))],
        "peers": [*sets],
        "units": [*_units(reference, units)],
        "sources": [*sources(reference, rows)],
    }


def used_by_projects(
    reference: Reference,
    projects: Iterable[Project],
    status: Iterable[ProjectStatus],
    amounts: Iterable[Statement],
    dossier: Dossier,
) -> dict[str, list[object]]:
    """The reference rows that projects, their status, their amounts and what else is on file name."""
    projects, amounts = list(projects), list(amounts)
    filed = [row for rows in dossier.tables.values() for row in rows]
    named = dossier.mechanisms.union(*(project.programmes for project in projects))
    mechanisms: list[Mechanism] = _picked(reference.mechanisms, named)
    placed: list[Project | Batch | Lead | Mechanism] = [*projects, *dossier.batches, *dossier.leads, *mechanisms]
    return {
        "areas": [*_areas(reference, {one.area for one in placed})],
        "units": [*_units(reference, {row.unit for row in amounts})],
        "breakdowns": [*_breakdowns(reference.breakdowns, {project.chain for project in projects})],
        "mechanisms": [*mechanisms],
        "sources": [*sources(reference, [*projects, *status, *amounts, *filed, *mechanisms])],
    }


def sources(reference: Reference, rows: Iterable[Cited]) -> list[Source]:
    """The sources that the rows were taken from."""
    return _picked(reference.sources, (row.source for row in rows))


def breakdown_ids(rows: Iterable[Statement]) -> set[str]:
    return {row.key.breakdown for row in rows}


def members(reference: Reference, one: Peers) -> Iterator[str]:
    """The codes of the areas in a peer set, as far as the bulletin lists them, with the parent of ``children:CODE``."""
    for word in one.members.split():
        kind, _, parent = word.partition(":")
        yield parent or kind
        if parent:
            yield from (code for code, area in reference.areas.items() if area.parent == parent)


def _areas(reference: Reference, codes: set[str]) -> list[Area]:
    return _picked(reference.areas, _upward({code: area.parent for code, area in reference.areas.items()}, codes))


def _units(reference: Reference, ids: set[str]) -> list[Unit]:
    return _picked(reference.units, _upward({key: unit.base for key, unit in reference.units.items()}, ids))


def _breakdowns(parts: Mapping[str, Breakdown], ids: Iterable[str]) -> list[Breakdown]:
    return _picked(parts, _upward({key: one.parent for key, one in parts.items()}, ids))


def _upward(parents: Mapping[str, str], ids: Iterable[str]) -> set[str]:
    """The ids and everything above them."""
    found: set[str] = set()
    for start in ids:
        one = start
        while one and one not in found:
            found.add(one)
            one = parents.get(one, "")
    return found


def _picked(rows: Mapping[str, Row], ids: Iterable[str]) -> list[Row]:
    """The rows with these ids, in the order of their table."""
    wanted = set(ids)
    return [row for key, row in rows.items() if key in wanted]
