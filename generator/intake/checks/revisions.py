"""A key once stated never disappears: who changes or withdraws a value says why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.statement import Key, Statement


def unexplained_revisions(gathered: Gathered) -> Iterator[Problem]:
    """Values that differ from the last edition that stated them, without a reason in both languages."""
    last: dict[Key, Statement] = {}
    for statement in gathered.tables.statements:  # oldest edition first
        before = last.get(statement.key)
        if before and before.edition != statement.edition and not (statement.reason.zh and statement.reason.en):
            if statement.value is None and before.value is not None:
                yield _problem(gathered, "withdrawal-reason", statement, before)
            elif (statement.value, statement.value_high) != (before.value, before.value_high):
                yield _problem(gathered, "revision-reason", statement, before)
        last[statement.key] = statement


def _problem(gathered: Gathered, rule: str, statement: Statement, before: Statement) -> Problem:
    facts = {"edition": before.edition, "old": "" if before.value is None else str(before.value)}
    value = "" if statement.value is None else statement.value
    return gathered.problem(statement.at, rule, "reason_zh", value, **facts)
