"""Keys that cross packages, which frictionless cannot check: areas, indicators, measures, sources and so on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.contract import REFERENCE, VOCABULARIES, form_of
from generator.intake.gathering import Gathered
from generator.intake.mishaps import looks_like_total
from generator.intake.sheets import Record, Sheet
from generator.model.codes import NOT_APPLICABLE, TOTAL

from .mechanisms import repeated


def unknown_ids(gathered: Gathered) -> Iterator[Problem]:
    """Cells that name something which its table does not declare."""
    known = {table: gathered.named(table) for table in set(VOCABULARIES.values()) - gathered.lost}
    present = {sheet.table for sheet in gathered.sheets}
    for sheet in gathered.sheets:
        for column in sheet.schema.columns:
            vocabulary = VOCABULARIES.get((sheet.table, column), "")
            if vocabulary in known and vocabulary in present:
                yield from _unknown(sheet, column, vocabulary, known[vocabulary])


def _unknown(sheet: Sheet, column: str, vocabulary: str, known: frozenset[str]) -> Iterator[Problem]:
    strange = _strange(sheet, column, known)
    for record in sheet.records if strange else ():
        cell = record.cells.get(column, "")
        if cell not in strange:
            continue
        if looks_like_total(cell):
            yield sheet.problem("total-row", record.line, column, cell)
        elif padded := _padded(cell, known):
            yield sheet.problem("leading-zero", record.line, column, cell, expected=padded)
        else:
            yield sheet.problem("unknown-id", record.line, column, cell, table=vocabulary)


def _strange(sheet: Sheet, column: str, known: frozenset[str]) -> set[str]:
    """What a column names that is not ``known``. A blank, or a broken form, is a problem of its own."""
    form, given = form_of(sheet.table, column), {"breakdown": TOTAL, "peers": NOT_APPLICABLE}.get(column)
    return {cell for cell in sheet.named[column] - known if cell != given and form.fullmatch(cell)}


def _padded(cell: str, known: frozenset[str]) -> str:
    """The known code that spreadsheets would shorten to ``cell``; blank if none."""
    if not cell.isdigit():
        return ""
    return next((code for code in sorted(known) if code != cell and code.lstrip("0") == cell), "")


def absent_tables(gathered: Gathered) -> Iterator[Problem]:
    """Tables that rows refer to and that the bulletin does not have at all."""
    present = {sheet.table for sheet in gathered.sheets} | gathered.lost
    for vocabulary in sorted(set(VOCABULARIES.values()) - present):
        if any(_uses(sheet, vocabulary) for sheet in gathered.sheets):
            bulletin = gathered.tables.bulletin.id
            yield Problem("table-missing", f"{bulletin}/{REFERENCE}", file=f"{bulletin}/{REFERENCE}/{vocabulary}.csv")


def _uses(sheet: Sheet, vocabulary: str) -> bool:
    columns = [column for (table, column), name in VOCABULARIES.items() if table == sheet.table and name == vocabulary]
    return any(sheet.named[column] - {""} for column in columns)


def wrong_packages(gathered: Gathered) -> Iterator[Problem]:
    """Rows that stand in another package than the one that their indicator's topic names."""
    known = gathered.tables.bulletin.topics
    indicators = gathered.tables.reference.indicators.values()
    topics = {indicator.id: indicator.topic for indicator in indicators if indicator.topic in known}
    for sheet in gathered.sheets_of("observations", "targets"):
        astray = any(topics.get(indicator, sheet.package) != sheet.package for indicator in sheet.named["indicator"])
        for record in sheet.records if astray else ():
            indicator = record.cells.get("indicator", "")
            if (topic := topics.get(indicator, sheet.package)) != sheet.package:
                yield sheet.problem("wrong-package", record.line, "indicator", indicator, topic=topic)


def unknown_topics(gathered: Gathered) -> Iterator[Problem]:
    """Indicators of a topic that the bulletin does not have."""
    topics = gathered.tables.bulletin.topics
    for sheet, record in _rows(gathered, "indicators"):
        topic = record.cells.get("topic", "")
        if topic and topic not in topics:
            yield sheet.problem("topic-unknown", record.line, "topic", topic, known=", ".join(topics))


def unknown_members(gathered: Gathered) -> Iterator[Problem]:
    """Peer sets with members that are no areas of the bulletin."""
    if "areas" in gathered.lost:
        return
    known = gathered.named("areas")
    for sheet, record in _rows(gathered, "peers"):
        members = record.cells.get("members", "")
        for code in members.removeprefix("children:").split():
            if code not in known:
                yield sheet.problem("unknown-id", record.line, "members", code, table="areas")
        yield from repeated(sheet, record, "members", members.split())


def unknown_homes(gathered: Gathered) -> Iterator[Problem]:
    """Home areas of the bulletin that its table of areas does not know."""
    if "areas" in gathered.lost:
        return
    known = gathered.named("areas")
    for position, code in enumerate(gathered.tables.bulletin.home):
        if code not in known:
            yield gathered.bulletin_file.problem("unknown-id", ("home", position), code, table="areas")


def _rows(gathered: Gathered, table: str) -> Iterator[tuple[Sheet, Record]]:
    return ((sheet, record) for sheet in gathered.sheets_of(table) for record in sheet.records)
