"""Figure ids that other tables name must be figures that some row states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.intake.reading import KINDS

_CONSTANT = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def headlines(gathered: Gathered) -> Iterator[Problem]:
    """Headlines that the edition does not state, editions without any, and editions without rows."""
    if gathered.lost & {*KINDS, "status"}:
        return
    stated, unclear = gathered.stated, gathered.unclear
    for position, release in enumerate(gathered.tables.releases):
        here: tuple[str | int, ...] = ("editions", position)
        known = stated.get(release.edition, {})
        if not known:
            yield gathered.releases_file.problem("edition-empty", (*here, "edition"), release.edition)
        elif not release.headlines:
            yield gathered.releases_file.problem("headlines-none", (*here, "headlines"), edition=release.edition)
        for number, figure in enumerate(release.headlines):
            if figure not in known and (release.edition, _series(figure)) not in unclear:
                where = (*here, "headlines", number)
                yield gathered.releases_file.problem("headline-unknown", where, figure, edition=release.edition)


def unknown_editions(gathered: Gathered) -> Iterator[Problem]:
    """Files of an edition that ``releases.yaml`` does not list."""
    known = {release.edition for release in gathered.tables.releases}
    if len(known) < len(gathered.releases_file.data["editions"]):
        return  # a stanza could not be read, and says so itself
    for sheet in gathered.sheets:
        if sheet.resource.edition and sheet.resource.edition not in known:
            yield sheet.problem("edition-unknown", 1, "", sheet.resource.edition, known=", ".join(sorted(known)))


def relation_figures(gathered: Gathered) -> Iterator[Problem]:
    """Relations between figures that nobody states. What is only told may be told of a mechanism."""
    if gathered.lost & {*KINDS, "status"}:
        return
    known = {figure for figures in gathered.stated.values() for figure in figures}
    unclear = {series for _, series in gathered.unclear}
    mechanisms = gathered.tables.reference.mechanisms
    for sheet in gathered.sheets_of("relations"):
        for record in sheet.records:
            told = mechanisms if record.cells.get("rule") == "none" else ()
            for column in ("operands", "result"):
                for figure in record.cells.get(column, "").split():
                    if figure in known or figure in told or _CONSTANT.fullmatch(figure):
                        continue
                    if _series(figure) not in unclear:
                        yield sheet.problem("figure-unknown", record.line, column, figure)


def trace_rows(gathered: Gathered) -> Iterator[Problem]:
    """Facts traced to a row that their edition does not have, or to no row without a reason."""
    if gathered.lost & {*KINDS, "status"}:
        return
    stated, unclear = gathered.stated, gathered.unclear
    for sheet in gathered.sheets_of("trace"):
        for record in sheet.records:
            cells = record.cells
            table, row, edition = cells.get("table"), cells.get("row", ""), cells.get("edition", "")
            if table == "none":
                if not cells.get("reason_zh"):
                    yield sheet.problem("trace-reason", record.line, "reason_zh")
            elif stated.get(edition, {}).get(row) != table and (edition, _series(row)) not in unclear:
                facts = {"edition": edition, "table": str(table)}
                yield sheet.problem("trace-row", record.line, "row", row, **facts)


def _series(figure: str) -> str:
    """A figure id without its period."""
    return figure.rpartition(".")[0]
