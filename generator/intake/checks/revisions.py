"""A key once stated never disappears: who changes or withdraws a value says why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.revision import changed, restated, rewritten
from generator.model.statement import Key, Statement


def unexplained_revisions(gathered: Gathered) -> Iterator[Problem]:
    """Revisions of what the last edition that stated the key said, without a reason in both languages.

    A change beyond the published digits is none; while its edition is open it is shown, lest ``decimals`` hide it.
    """
    last: dict[Key, Statement] = {}
    still_open = {release.edition for release in gathered.tables.releases if not release.locked}
    for statement in gathered.tables.statements:  # oldest edition first
        before = last.get(statement.key)
        explained = statement.reason.zh and statement.reason.en
        if before and before.edition != statement.edition:
            if changed(before, statement) and not explained:
                yield _problem(gathered, statement, before)
            elif statement.edition in still_open and rewritten(before, statement):
                yield _finer(gathered, statement, before)
        last[statement.key] = statement


def _problem(gathered: Gathered, statement: Statement, before: Statement) -> Problem:
    """The problem, named after what was revised: the value, else its bound, else its unit."""
    rule, value, old = "unit-reason", statement.unit, before.unit
    if restated(before, statement):
        rule = "revision-reason" if statement.value is not None or before.value is None else "withdrawal-reason"
        value, old = _written(statement), _written(before)
    elif statement.bound != before.bound:
        rule, value, old = "bound-reason", statement.bound, before.bound
    return gathered.problem(statement.at, rule, "reason_zh", value, edition=before.edition, old=old)


def _finer(gathered: Gathered, statement: Statement, before: Statement) -> Problem:
    old, decimals = _written(before), str(statement.decimals)
    return gathered.problem(
        statement.at, "revision-fine", "value", _written(statement), edition=before.edition, old=old, decimals=decimals
    )


def _written(statement: Statement) -> str:
    """The value, or both ends of a range, as the cells have them."""
    ends = (statement.value, statement.value_high)
    return "–".join(f"{end:f}" for end in ends if end is not None)
