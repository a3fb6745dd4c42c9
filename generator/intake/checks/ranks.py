"""A rank is a place among somebody: one place, or "within the first ten"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.codes import NOT_APPLICABLE
from generator.model.statement import Statement

BOUNDS = ("exact", "at_most")  # a rank "over 3" or "about 3" says nothing that can be worded or drawn


def ranks_among_nobody(gathered: Gathered) -> Iterator[Problem]:
    """Ranks that do not say among whom. A target has no column for it."""
    for statement in _ranks(gathered):
        if statement.key.kind == "obs" and statement.key.peers == NOT_APPLICABLE:
            yield gathered.problem(statement.at, "rank-peers", "peers")


def loose_ranks(gathered: Gathered) -> Iterator[Problem]:
    """Ranks with a bound that a rank cannot have, or given as a range."""
    for statement in _ranks(gathered):
        if statement.value is None:
            continue  # whatever else such a row says is judged elsewhere
        if statement.bound not in BOUNDS:
            yield gathered.problem(statement.at, "rank-bound", "bound", statement.bound)
        if statement.value_high is not None:
            yield gathered.problem(statement.at, "rank-bound", "value_high", statement.value_high)


def _ranks(gathered: Gathered) -> Iterator[Statement]:
    units = gathered.tables.reference.units
    return (one for one in gathered.tables.statements if one.unit in units and units[one.unit].kind == "rank")
