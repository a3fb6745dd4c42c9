"""Whether what a source states agrees with what we compute from what it states.

Published values are rounded: each stands for all that round to it. So a source contradicts itself only where no
operands that round to the published ones give a result that rounds to the published one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial

from generator.errors import Problem
from generator.memory import Memory
from generator.model.bulletin import Tables
from generator.model.figure import Figure
from generator.model.reference import Reference, Relation

from .derived import Deriving, by_family, derivers, takes
from .known import Known
from .operands import currency_factor
from .operations import OPERATIONS
from .points import Pointwise
from .precision import Range, around, attainable
from .relations import evaluate, unit_of
from .result import Result, stated
from .rounding import rounded

Figures = Mapping[str, Figure]  # by id
Ways = Mapping[str, Deriving]  # by measure


Difference = tuple[Figure, Fraction, Mapping[str, str]]  # what is stated, what we compute, and by which rule


def disagreements(tables: Tables, figures: Figures, memory: Memory | None = None) -> list[Problem]:
    """Published figures that differ from what relations and rules of measures make of others, beyond what rounding
    explains. A figure with a note is left to its readers where a rule meets it."""
    memory, found = memory or Memory(), list(_of_relations(tables, figures))
    for name, some in by_family(tables.reference, figures).items():
        inputs = (tables.reference, some)
        found += memory.recall(("agreement", tables.bulletin.id, name), inputs, partial(_of_rules, *inputs))
    return [_problem(tables, *one) for one in found]


def _of_relations(tables: Tables, figures: Figures) -> Iterator[Difference]:
    for relation in tables.reference.relations.values():
        published = figures.get(relation.result)
        if relation.verdict != "verified" or published is None or published.value is None:
            continue
        unit = unit_of(tables, relation)
        exact = evaluate(relation, unit, figures)
        if exact is None:
            continue
        reach = _reach_of(relation, Fraction(currency_factor(unit)), figures)
        if reach is not None and not reach.admits(published.value):
            yield published, Fraction(exact), {"rule": "published-computed", "relation": relation.id}


def _reach_of(relation: Relation, divisor: Fraction, figures: Figures) -> Range | None:
    """All that ``relation`` may come to."""
    ranges = [
        _scaled(_range(figures[text]), currency_factor(figures[text].unit))
        if text in figures
        else Range(Fraction(text), Fraction(text))
        for text in relation.operands
    ]
    return _within(lambda *values: OPERATIONS[relation.rule].compute(*values) / divisor, ranges)


def _of_rules(reference: Reference, figures: Figures) -> list[Difference]:
    """Of each rule the stated figures that it meets. Not of places: a source ranks by what it did not round."""
    known, ways, found = _known(figures), derivers(reference), list[Difference]()
    stated_of = {figure.key.measure for figure in known.stated.values() if figure.key.kind == "obs"}
    for measure, by in ways.items():
        if measure in stated_of and isinstance(by, Pointwise):
            for figure in figures.values():
                if figure.value is not None and takes(by, figure) and by.spot(figure):
                    found += _met(by, figure, known, ways)
    return found


def _met(by: Pointwise, figure: Figure, known: Known, ways: Ways) -> Iterator[Difference]:
    """The difference of the stated figure that the rule meets where ``figure`` is its first operand, if any."""
    point = by.point(figure, known)
    _, used = by.operands(point, known)
    published = known.stated.get(by.key(used).id) if used else None
    if published is None or published.value is None or published.note or not published.single:
        return
    result = by.result(point, used, [known.value(one) for one in used])
    reach = _reach(by, used, known, ways)
    if result.value is None or result.bound != "exact" or reach is None or reach.admits(published.value):
        return
    yield published, result.value, {"rule": "published-derived", "measure": by.form.measure}


def _reach(by: Pointwise, used: list[Figure], known: Known, ways: Ways) -> Range | None:
    """All that the rule may come to; what it takes may itself be derived, and not rounded."""
    point, ranges = by.point(used[0], known), []
    for one in used:
        if one.id in known.stated:
            ranges.append(_range(one))
            continue
        below = ways[one.key.measure]
        inputs = [found for name in one.inputs if (found := known.get(name))]
        deeper = _reach(below, inputs, known, ways) if isinstance(below, Pointwise) else _range(one)
        if deeper is None:
            return None
        ranges.append(deeper)
    return _within(lambda *values: _value(by.result(point, used, [stated(value) for value in values])), ranges)


def _known(figures: Figures) -> Known:
    known = Known(derived={name: figure for name, figure in figures.items() if figure.computed})
    given = {name: figure for name, figure in figures.items() if not figure.computed}
    known.learn(given, ())
    known.learn(given, [figure for figure in given.values() if figure.status == "B"])
    return known


def _value(result: Result) -> Fraction:
    if result.value is None:
        raise ArithmeticError(result.reason)
    return result.value


def _within(compute: Callable[..., Fraction], ranges: list[Range]) -> Range | None:
    """What ``compute`` may come to; None if it has no result somewhere in the ranges, and so no limits."""
    try:
        return attainable(compute, *ranges)
    except ArithmeticError:
        return None


def _range(figure: Figure) -> Range:
    """All values that a published figure stands for. What is counted or set as a target has not been rounded."""
    value = figure.value if figure.value is not None else Decimal(0)
    exact = figure.unit.kind == "count" or figure.key.kind == "target"
    return Range(Fraction(value), Fraction(value)) if exact else around(value)


def _scaled(one: Range, by: int) -> Range:
    return Range(one.low * by, one.high * by)


def _problem(tables: Tables, figure: Figure, exact: Fraction, facts: Mapping[str, str]) -> Problem:
    """The problem at the row of the published figure, which is where an editor looks first."""
    row = [statement for statement in tables.statements if statement.key.id == figure.id][-1]
    return Problem(
        rule=facts["rule"],
        package=f"{tables.bulletin.id}/{row.at.package.rpartition('/')[2]}",
        file=row.at.file,
        line=row.at.line,
        column="value",
        value=str(figure.value),
        facts={**facts, "published": str(figure.value), "computed": f"{rounded(exact, 6).normalize():f}"},
    )
