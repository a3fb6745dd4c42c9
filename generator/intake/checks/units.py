"""Per cent and percentage point are different units; shares, ranks and growth rates have limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.statement import Statement

# What each measure of the contract is counted in, whatever the indicator's own unit.
MEASURE_UNITS: Mapping[str, str] = {
    "growth_yoy": "pct", "share": "pct", "completion": "pct",
    "growth_gap": "pp", "contribution": "pp", "lead": "pp",
    "growth_multiple": "times", "rank": "rank", "rank_level": "rank", "rank_growth_yoy": "rank",
}  # fmt: skip
UNIT_KINDS: Mapping[str, str] = {"pct": "rate", "pp": "points", "times": "rate", "rank": "rank"}
# What an amount of a project is counted in. Capacities are tonnes, pieces and much else.
ITEM_KINDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("total_investment", "annual_investment_plan", "investment_to_date", "investment_this_year", "annual_output",
         "annual_tax", "annual_profit_and_tax", "start_award", "referral_award"),
        "money",
    ),
    "land_area": "area",
}  # fmt: skip
MAY_FALL_BELOW = frozenset({"annual_tax", "annual_profit_and_tax"})  # losses and refunds
RANKS = frozenset({"rank", "rank_level", "rank_growth_yoy"})


def units_of_measures(gathered: Gathered) -> Iterator[Problem]:
    """Measures that declare another unit than theirs: a gap between two rates is in points, not in per cent."""
    for sheet in gathered.sheets_of("measures"):
        for record in sheet.records:
            measure, unit = record.cells.get("id", ""), record.cells.get("unit", "")
            if (expected := MEASURE_UNITS.get(measure, unit)) != unit:
                yield sheet.problem("measure-unit", record.line, "unit", unit, measure=measure, expected=expected)


def kinds_of_units(gathered: Gathered) -> Iterator[Problem]:
    """Units whose kind would let per cent and points, or ranks and counts, be taken for one another."""
    for sheet in gathered.sheets_of("units"):
        for record in sheet.records:
            unit, kind = record.cells.get("id", ""), record.cells.get("kind", "")
            if (expected := UNIT_KINDS.get(unit, kind)) != kind:
                yield sheet.problem("unit-kind", record.line, "kind", kind, unit=unit, expected=expected)


def conversions(gathered: Gathered) -> Iterator[Problem]:
    """Units of which one would be nothing of their base."""
    for sheet in gathered.sheets_of("units"):
        for record in sheet.records:
            factor = record.cells.get("factor", "")
            if factor and not set(factor.partition("/")[0]) - set("0."):
                yield sheet.problem("out-of-range", record.line, "factor", factor, limits="> 0")


def units_of_amounts(gathered: Gathered) -> Iterator[Problem]:
    """Amounts of projects in a unit of another kind than theirs, and less than nothing."""
    units = gathered.tables.reference.units
    for statement in gathered.tables.statements:
        item, unit = statement.key.concept, units.get(statement.unit)
        if statement.key.kind != "amount" or unit is None:
            continue
        if (kind := ITEM_KINDS.get(item, unit.kind)) != unit.kind:
            yield gathered.problem(statement.at, "amount-unit", "unit", statement.unit, measure=item, expected=kind)
        if statement.value is not None and statement.value < 0 and item not in MAY_FALL_BELOW:
            yield gathered.problem(statement.at, "amount-negative", "value", statement.value, measure=item)


def values_in_limits(gathered: Gathered) -> Iterator[Problem]:
    """Values that their measure cannot have, or hardly."""
    for statement in gathered.tables.statements:
        if statement.value is None:
            continue
        if rule := _limit_broken(statement, statement.value):
            yield gathered.problem(statement.at, rule, "value", statement.value)


def _limit_broken(statement: Statement, value: Decimal) -> str:
    measure = statement.key.measure
    if measure in RANKS and (value < 1 or value != value.to_integral_value()):
        return "rank-form"
    if measure == "growth_yoy" and value < -100:
        return "growth-below"
    if measure == "share" and not 0 <= value <= 100:
        return "share-range"
    return ""
