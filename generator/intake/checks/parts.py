"""Totals equal their parts, within rounding, or carry a note."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.codes import TOTAL
from generator.model.reference import Breakdown, exists_in
from generator.model.statement import Key, Statement


def sums_of_parts(gathered: Gathered) -> Iterator[Problem]:
    """Levels that differ from the sum of their additive parts, where an edition leaves no part unstated."""
    if set(gathered.tables.reference.breakdowns) != gathered.named("breakdowns"):
        return  # a part may stand in a row that could not be read
    families = _families(gathered.tables.reference.breakdowns.values())
    wholes = {part.id: part.parent or TOTAL for parts in families.values() for family in parts for part in family}
    newest: dict[Key, Statement] = {}
    split: set[Key] = set()  # the totals of which some edition so far states a part
    for release in gathered.tables.releases:
        stated = [one for one in gathered.tables.statements if one.edition == release.edition]
        newest.update((one.key, one) for one in stated)
        levels = [one.key for one in stated if one.key.measure == "level"]
        totals = [key._replace(breakdown=wholes[key.breakdown]) for key in levels if key.breakdown in wholes]
        split.update(totals)
        for key in dict.fromkeys([*totals, *(key for key in levels if key in split)]):
            whole = newest.get(key)
            for family in families.get(key.breakdown, ()):
                if whole and (problem := _compared(gathered, whole, family, newest)):
                    yield problem


def _families(breakdowns: Iterable[Breakdown]) -> Mapping[str, list[list[Breakdown]]]:
    """The additive parts of every parent, apart for each dimension. Nested tiers are never added."""
    found: dict[tuple[str, str], list[Breakdown]] = defaultdict(list)
    for part in breakdowns:
        if part.additive and not part.nested:
            found[part.parent or TOTAL, part.dimension].append(part)
    families: dict[str, list[list[Breakdown]]] = defaultdict(list)
    for (parent, _), parts in found.items():
        families[parent].append(parts)
    return families


def _compared(
    gathered: Gathered, whole: Statement, family: list[Breakdown], newest: Mapping[Key, Statement]
) -> Problem | None:
    period = whole.key.period
    keys = [whole.key._replace(breakdown=part.id) for part in family if exists_in(part, period)]
    parts = [newest[key] for key in keys if key in newest]
    comparable = all(one.single and one.unit == whole.unit for one in (whole, *parts))
    if whole.note or not parts or len(parts) < len(keys) or not comparable:
        return None
    total = sum((_value(part) for part in parts), Decimal(0))
    slack = sum((_half_digit(_value(one)) for one in (whole, *parts)), Decimal(0))
    if abs(total - _value(whole)) <= slack:
        return None
    facts = {"sum": str(total), "parts": ", ".join(part.key.breakdown for part in parts)}
    return gathered.problem(whole.at, "parts-sum", "value", _value(whole), **facts)


def _value(statement: Statement) -> Decimal:
    return statement.value if statement.value is not None else Decimal(0)


def _half_digit(value: Decimal) -> Decimal:
    """Half a unit of the last digit: the most that rounding can have moved a value. Whole numbers are counted."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) and exponent < 0 else Decimal(0)
