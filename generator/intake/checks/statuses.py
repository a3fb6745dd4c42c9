"""Value, status, bound and range of a row must go together: missing is not zero, and says why it is missing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.codes import MISSING
from generator.model.statement import Statement


def value_and_status(gathered: Gathered) -> Iterator[Problem]:
    """A blank value needs a missing status, a value must not have one."""
    missing = ", ".join(sorted(MISSING))
    for statement in gathered.tables.statements:
        if statement.key.kind == "target":
            if statement.value is None and not statement.reason:
                yield gathered.problem(statement.at, "target-blank", "value")
        elif statement.value is None and statement.status not in MISSING:
            yield gathered.problem(statement.at, "value-missing", "value", status=statement.status, known=missing)
        elif statement.value is not None and statement.status in MISSING:
            facts = {"given": str(statement.value), "known": missing}
            yield gathered.problem(statement.at, "status-missing", "status", statement.status, **facts)


def value_and_bound(gathered: Gathered) -> Iterator[Problem]:
    """Nothing can be said about how far a missing value holds; a range has two ends in order and no other bound."""
    for statement in gathered.tables.statements:
        if statement.value is None:
            if statement.bound != "exact":
                yield gathered.problem(statement.at, "bound-of-missing", "bound", statement.bound)
            if statement.value_high is not None:
                yield gathered.problem(statement.at, "range-open", "value_high", statement.value_high)
        elif statement.value_high is not None:
            yield from _range(gathered, statement)


def _range(gathered: Gathered, statement: Statement) -> Iterator[Problem]:
    low, high = statement.value, statement.value_high
    if low is not None and high is not None and high <= low:
        yield gathered.problem(statement.at, "range-order", "value_high", high, low=str(low))
    if statement.bound != "exact":
        yield gathered.problem(statement.at, "range-bound", "bound", statement.bound)
