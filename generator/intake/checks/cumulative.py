"""Year-to-date totals of one vintage never fall within a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.codes import SUMMABLE
from generator.model.statement import Statement


def falling_totals(gathered: Gathered) -> Iterator[Problem]:
    """Cumulated levels that are lower than an earlier one of the same year, in the same edition."""
    series: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in gathered.tables.statements:
        if _cumulated(gathered, statement):
            last = statement.key.period.last
            series[(statement.edition, *statement.key.series, last and last.year)].append(statement)
    for statements in series.values():
        ordered = sorted(statements, key=lambda one: one.key.period.sort_key)
        for earlier, later in pairwise(ordered):
            if _value(later) < _value(earlier):
                facts = {"earlier": str(earlier.value), "period": str(earlier.key.period)}
                yield gathered.problem(later.at, "total-falls", "value", later.value, **facts)


def _cumulated(gathered: Gathered, statement: Statement) -> bool:
    """Single levels of money and counts, cumulated from 1 January."""
    if statement.key.kind != "obs" or statement.key.measure != "level":
        return False
    reference = gathered.tables.reference
    indicator, unit = reference.indicators.get(statement.key.concept), reference.units.get(statement.unit)
    if indicator is None or unit is None:
        return False
    plain = statement.single and statement.status != "F"
    return plain and indicator.basis == "ytd" and unit.kind in SUMMABLE and statement.key.period.year_to_date


def _value(statement: Statement) -> Decimal:
    return statement.value if statement.value is not None else Decimal(0)
