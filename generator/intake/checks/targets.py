"""A target is something to be reached: above zero, unless less is better."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered

POSITIVE = frozenset({"level", "completion", "share", "growth_multiple"})  # growth may well be planned to be negative


def positive_targets(gathered: Gathered) -> Iterator[Problem]:
    """Targets of zero or less, against which no progress can be measured."""
    indicators = gathered.tables.reference.indicators
    for statement in gathered.tables.statements:
        if statement.key.kind != "target" or statement.value is None or statement.key.measure not in POSITIVE:
            continue
        indicator = indicators.get(statement.key.concept)
        to_zero = statement.value == 0 and indicator is not None and indicator.direction == "down"
        if statement.value <= 0 and not to_zero:
            yield gathered.problem(statement.at, "target-positive", "value", statement.value)
