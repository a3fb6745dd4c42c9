"""Computed figures: the arithmetic that a bulletin declares in ``relations.csv``, done once, with its lineage.

A relation is a check (a published figure that we can also compute), an implied figure, or a sum that looks possible
and must not be done. Only the first two become figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation

from generator.model.bulletin import Tables
from generator.model.codes import NOT_APPLICABLE, TOTAL, Bound, Status
from generator.model.figure import LETTERS, Figure
from generator.model.period import Period
from generator.model.reference import Relation, Unit
from generator.model.statement import Key
from generator.model.text import Text

from .operands import currency_factor, status_of
from .operations import OPERATIONS, resulting_bound
from .rounding import rounded

COMPUTED_VERDICTS = frozenset(
    {"implied", "ambiguous"}
)  # shown as figures of ours; a verified one is the published figure
DECIMALS_BY_KIND = {"rate": 1, "points": 1, "money": 2, "area": 1, "count": 1, "time": 0}  # of computed values
SIGNIFICANT = 4  # digits of a computed value that is not whole
_CHAINED = {"sum": " + ", "difference": " − ", "ratio": " ÷ ", "percent": " ÷ "}
_OTHER = Unit("", Text(), "", "other", "", None)


def computed(tables: Tables, figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """The computed figures whose operands all have a value among ``figures``, by figure id."""
    found = (
        _figure(tables, relation, figures)
        for relation in tables.reference.relations.values()
        if relation.verdict in COMPUTED_VERDICTS
    )
    return {figure.id: figure for figure in found if figure is not None}


def evaluate(relation: Relation, unit: Unit, figures: Mapping[str, Figure]) -> Decimal | None:
    """The unrounded result of ``relation`` in ``unit``; None if an operand is missing or the base is zero."""
    values = [_in_currency(text, figures) for text in relation.operands]
    known = [value for value in values if value is not None]
    if relation.rule not in OPERATIONS or not known or len(known) < len(values):
        return None
    try:
        return OPERATIONS[relation.rule].compute(*known) / currency_factor(unit)
    except (DivisionByZero, InvalidOperation):
        return None


def _in_currency(text: str, figures: Mapping[str, Figure]) -> Decimal | None:
    """The operand's value; sums of money in whole yuan or dollars, so that 亿元 and 万元 meet in one sum."""
    value, _ = _operand(text, figures)
    figure = figures.get(text)
    return value if value is None or figure is None else value * currency_factor(figure.unit)


def _operand(text: str, figures: Mapping[str, Figure]) -> tuple[Decimal | None, Bound]:
    if figure := figures.get(text):  # of a range no single result follows
        return (figure.value if figure.value_high is None else None), figure.bound
    try:
        return Decimal(text), "exact"
    except InvalidOperation:
        return None, "exact"


def _figure(tables: Tables, relation: Relation, figures: Mapping[str, Figure]) -> Figure | None:
    unit = unit_of(tables, relation)
    exact = evaluate(relation, unit, figures)
    sources = [figures[text] for text in relation.operands if text in figures]
    if exact is None or not sources:
        return None
    key = Key("calc", sources[0].key.subject, relation.id, "level", TOTAL, NOT_APPLICABLE, _span(sources))
    bounds = [_operand(text, figures)[1] for text in relation.operands]
    return Figure(
        id=f"calc.{relation.id}",
        key=key,
        value=shown(exact, unit),
        value_high=None,
        unit=unit,
        status=_status(sources),
        bound=resulting_bound(OPERATIONS[relation.rule], bounds),
        edition=max(source.edition for source in sources),
        note=relation.note,
        formula=_formula(relation),
        inputs=tuple(source.id for source in sources),
    )


def _status(sources: list[Figure]) -> Status:
    """As sure as the sources; what leans on a plan is planned."""
    return "F" if any(source.key.kind == "target" for source in sources) else status_of(sources)


def shown(exact: Decimal, unit: Unit) -> Decimal:
    """A computed value as it is published: whole if it is whole, else with the decimals of its kind of unit, but
    with no more than four significant digits, since the operands are rounded themselves."""
    if exact == exact.to_integral_value():
        return rounded(exact, 0)
    return rounded(exact, max(0, min(DECIMALS_BY_KIND.get(unit.kind, 1), SIGNIFICANT - 1 - exact.adjusted())))


def unit_of(tables: Tables, relation: Relation) -> Unit:
    return tables.reference.units.get(relation.unit, _OTHER)


def _span(sources: list[Figure]) -> Period:
    """The period of the latest operand: what the result speaks of."""
    return max((source.period for source in sources), key=lambda period: period.sort_key)


def _formula(relation: Relation) -> Text:
    formula = OPERATIONS[relation.rule].formula
    if relation.rule in _CHAINED:  # any number of operands
        formula = formula.removesuffix("b") + _CHAINED[relation.rule].join(LETTERS[1 : len(relation.operands)])
    for letter, operand in zip(LETTERS, relation.operands, strict=False):
        if operand.replace(".", "", 1).isdigit():
            formula = formula.replace(letter, operand)
    return Text(formula, formula)
