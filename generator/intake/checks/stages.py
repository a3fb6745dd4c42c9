"""Projects and leads go forward. Who says that one went back says why; nothing is reached before what precedes it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.period import Period
from generator.model.project import LEAD_STEPS, Lead, ProjectStatus
from generator.model.stage import before, may_follow


def stages_in_order(gathered: Gathered) -> Iterator[Problem]:
    """Stages that no project can come to from its last one, and stages dated before one that lies behind them.

    A row without a stage changes none. A reason makes a step back a correction of what was said before.
    """
    last: dict[str, ProjectStatus] = {}
    dated: dict[str, ProjectStatus] = {}
    for row in gathered.tables.project_status:  # oldest edition first
        if row.stage == "not_stated":
            continue
        old = last.get(row.project)
        if old and not may_follow(row.stage, old.stage) and not row.reason:
            yield gathered.problem(row.at, "stage-back", "stage", row.stage, old=old.stage, edition=old.edition)
        known = dated.get(row.project)
        if known and known.stage in before(row.stage) and ends_before(row.since, known.since):
            facts = {"old": known.stage, "earlier": str(known.since), "edition": known.edition}
            yield gathered.problem(row.at, "stage-date", "since", row.since, **facts)
        last[row.project] = row
        if row.since.dated:
            dated[row.project] = row


def expected_stages(gathered: Gathered) -> Iterator[Problem]:
    """Stages to come that lie behind the project, and times without a stage that would come then."""
    for row in gathered.tables.project_status:
        if row.expected_stage and row.stage != "not_stated" and row.expected_stage in before(row.stage):
            yield gathered.problem(row.at, "expected-back", "expected_stage", row.expected_stage, old=row.stage)
        if row.expected_period and not row.expected_stage:
            yield gathered.problem(row.at, "blank-cell", "expected_stage")


def steps_in_order(gathered: Gathered) -> Iterator[Problem]:
    """Leads that went back a step, or came back after they were dropped, without a reason."""
    last: dict[str, Lead] = {}
    for row in gathered.tables.dossier.leads:
        old = last.get(row.id)
        if old and LEAD_STEPS.index(row.step) < LEAD_STEPS.index(old.step) and not row.reason:
            yield gathered.problem(row.at, "stage-back", "step", row.step, old=old.step, edition=old.edition)
        last[row.id] = row


def ends_before(one: Period, other: Period) -> bool:
    """Whether one period certainly lies before another: it ends before the other begins. Undated ones never do."""
    return one.last is not None and other.first is not None and one.last < other.first
