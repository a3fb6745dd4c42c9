"""A key once stated never disappears: who changes or withdraws a value says why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.revision import changed, restated
from generator.model.statement import Key, Statement


def unexplained_revisions(gathered: Gathered) -> Iterator[Problem]:
    """Revisions of what the last edition that stated the key said, without a reason in both languages."""
    last: dict[Key, Statement] = {}
    for statement in gathered.tables.statements:  # oldest edition first
        before = last.get(statement.key)
        explained = statement.reason.zh and statement.reason.en
        if before and before.edition != statement.edition and changed(before, statement) and not explained:
            yield _problem(gathered, statement, before)
        last[statement.key] = statement


def _problem(gathered: Gathered, statement: Statement, before: Statement) -> Problem:
    """The problem, named after what was revised: the value, else its bound, else its unit."""
    rule, value, old = "unit-reason", statement.unit, before.unit
    if restated(before, statement):
        rule = "revision-reason" if statement.value is not None or before.value is None else "withdrawal-reason"
        value, old = ("" if one.value is None else str(one.value) for one in (statement, before))
    elif statement.bound != before.bound:
        rule, value, old = "bound-reason", statement.bound, before.bound
    return gathered.problem(statement.at, rule, "reason_zh", value, edition=before.edition, old=old)
