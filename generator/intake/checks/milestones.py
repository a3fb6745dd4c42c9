"""Milestones are scheduled in the order of their stages, done by the day that the edition knows, and moved with a
reason; batches and awards have taken place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import cast

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.period import Period
from generator.model.project import Award, Batch, Lead, Milestone
from generator.model.stage import Stage, before
from generator.model.statement import Statement

from .stages import ends_before


def moved_milestones(gathered: Gathered) -> Iterator[Problem]:
    """Due dates that differ from what the last edition said, without a reason."""
    last: dict[tuple[str, ...], Milestone] = {}
    for row in gathered.tables.dossier.milestones:  # oldest edition first
        old = last.get(row.key)
        if old and old.due != row.due and not row.reason:
            yield gathered.problem(row.at, "milestone-moved", "due", row.due, old=str(old.due), edition=old.edition)
        last[row.key] = row


def scheduled_backwards(gathered: Gathered) -> Iterator[Problem]:
    """Milestones that are due before one whose stage lies behind theirs. Of each, the newest row counts."""
    newest = {row.key: row for row in gathered.tables.dossier.milestones if row.stage}
    projects: dict[str, list[Milestone]] = {}
    for row in newest.values():
        projects.setdefault(row.project, []).append(row)
    for rows in projects.values():
        for earlier, later in permutations(rows, 2):
            if earlier.stage in before(cast(Stage, later.stage)) and ends_before(later.due, earlier.due):
                facts = {"other": earlier.milestone, "earlier": str(earlier.due)}
                yield gathered.problem(later.at, "milestone-order", "due", later.due, **facts)


def not_yet(gathered: Gathered) -> Iterator[Problem]:
    """What is said to have taken place after the last day that its edition has data for."""
    until = {release.edition: release.data_until for release in gathered.tables.releases}
    dossier = gathered.tables.dossier
    dated: list[tuple[Milestone | Batch | Award | Lead | Statement, str, Period]] = [
        *((row, "done", row.done) for row in dossier.milestones if row.done),
        *((row, "held_on", row.held_on) for row in dossier.batches),
        *((row, "period", row.period) for row in dossier.awards),
        *((row, "since", row.since) for row in dossier.leads),
        *((row, "set_on", Period.parse(row.set_on)) for row in gathered.tables.statements if row.set_on),
    ]
    for row, column, period in dated:
        limit = until.get(row.edition)
        if limit and period.first and period.first > limit:
            facts = {"until": limit.isoformat(), "edition": row.edition}
            yield gathered.problem(row.at, "period-future", column, period, **facts)
