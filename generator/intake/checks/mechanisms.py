"""Mechanisms name what exists; each core one has a view, and figures or a reason for having none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import cast

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.intake.sheets import Record, Sheet
from generator.model.mechanism import PARAMETERS, Mechanism, View

# Columns that list ids, which no schema can check: table, column -> the table that declares them.
_LISTS = {
    ("mechanisms", "indicators"): "indicators",
    ("projects", "programmes"): "mechanisms",
    ("batches", "projects"): "projects",
    ("chain_links", "feeds"): "chain_links",
}


def unknown_in_lists(gathered: Gathered) -> Iterator[Problem]:
    """Ids in lists of ids that their table does not declare."""
    for (table, column), vocabulary in _LISTS.items():
        if vocabulary in gathered.lost:
            continue
        known = gathered.named(vocabulary)
        for sheet in gathered.sheets_of(table):
            for record in sheet.records:
                words = record.cells.get(column, "").split()
                for word in words:
                    if word not in known:
                        yield sheet.problem("unknown-id", record.line, column, word, table=vocabulary)
                yield from repeated(sheet, record, column, words)


def repeated(sheet: Sheet, record: Record, column: str, words: Sequence[str]) -> Iterator[Problem]:
    """Words that stand twice in one list, and would be counted twice."""
    for word, count in Counter(words).items():
        if count > 1:
            yield sheet.problem("yaml-repeated", record.line, column, word)


def panels(gathered: Gathered) -> Iterator[Problem]:
    """Parameters that the view does not know; core mechanisms without a view, or without anything to show in it."""
    shown = _shown(gathered)
    for sheet in gathered.sheets_of("mechanisms"):
        for record in sheet.records:
            mechanism = gathered.tables.reference.mechanisms.get(record.cells.get("id", ""))
            if mechanism is None:
                continue  # a problem of its own
            known = PARAMETERS.get(cast(View, mechanism.view), ())
            for name in sorted(set(mechanism.thresholds) - set(known)):
                yield sheet.problem("parameter-unknown", record.line, "parameters", name, known=", ".join(known) or "–")
            if mechanism.core and not mechanism.view:
                yield sheet.problem("mechanism-view", record.line, "view")
            elif mechanism.core and not _filled(mechanism, shown):
                yield sheet.problem("mechanism-bare", record.line, "gap_zh", mechanism.id)


def _shown(gathered: Gathered) -> set[str]:
    """The mechanisms that some row of the projects names, and those that show the chains, if any are mapped."""
    tables = gathered.tables
    reference = tables.reference
    chained = {one.id for one in reference.mechanisms.values() if one.view == "clusters" and reference.chain_links}
    listed = {programme for project in tables.projects.values() for programme in project.programmes}
    return listed | chained | tables.dossier.mechanisms


def _filled(mechanism: Mechanism, shown: set[str]) -> bool:
    return bool(mechanism.indicators or mechanism.gap) or mechanism.id in shown
