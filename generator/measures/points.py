"""Measures that are derived point by point: from a figure and others of its area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from generator.model.figure import Figure
from generator.model.rule import Rule
from generator.model.statement import Key
from generator.model.text import Text

from .derivations import DERIVATIONS, Derivation, Point
from .known import Form, Known
from .operands import alike, currency_factor
from .result import Result, nothing, scaled

Made = list[tuple[Figure, Result]]  # as it is shown, and before it was rounded


@dataclass(frozen=True)
class Pointwise:
    """A rule whose results stand where its first operand stands."""

    form: Form
    rule: Rule
    former: Mapping[str, str]  # of a renamed area its code before

    @property
    def derivation(self) -> Derivation:
        return DERIVATIONS[self.rule.operation]

    def spot(self, figure: Figure) -> str:
        """A name for the place where something is to be derived anew after ``figure`` has changed; blank if nowhere."""
        return figure.id if self.derivation.fits(self.form.reference.indicators[figure.key.concept], figure) else ""

    def derive(self, like: Figure, known: Known) -> tuple[Sequence[str], Made]:
        """The ids that the result in the spot of ``like`` hangs on, whether they are there or not; and the result, if
        there is one that no source states."""
        figure = known.get(like.id)
        if figure is None or figure.value is None:
            return (), []
        point = self.point(figure, known)
        needs, used = self.operands(point, known)
        if not used or (key := self.key(used)).id in known.stated:
            return needs, []
        result = self.result(point, used, [known.value(one) for one in used])
        shown = self.form.figure(key, result, used, self.formula(used))
        return needs, [(shown, result)] if shown else []

    def point(self, figure: Figure, known: Known) -> Point:
        reference, key = self.form.reference, figure.key
        former, indicator = self.former.get(key.subject, ""), reference.indicators[key.concept]
        return Point(figure, self.rule.operands, indicator, reference.breakdowns, former, known.broken(figure))

    def operands(self, point: Point, known: Known) -> tuple[Sequence[str], list[Figure]]:
        """The ids of all that is computed with at ``point``, and the figures; none unless all of them are there."""
        partners = self.derivation.partners(point)
        if partners is None:
            return (), []
        found = [one for candidates in partners if (one := known.first(candidates))]
        needs = [one for candidates in partners for one in candidates]
        return needs, [point.figure, *found] if len(found) == len(partners) else []

    def key(self, used: Sequence[Figure]) -> Key:
        """The key of what is computed from ``used``."""
        return self.form.key(used[0].key, self.derivation.period(used))

    def result(self, point: Point, used: Sequence[Figure], values: Sequence[Result]) -> Result:
        """What the operation makes of the ``values`` of the figures ``used``, in the unit of the measure."""
        compute, unit = self.derivation.compute, self.form.looks[point.figure.key.concept][0]
        first, units = used[0].unit.id, {one.unit.id: one.unit for one in used}
        if len(units) == 1 and unit.id in (first, "pct", "pp"):
            return compute(point, used, values)
        if not self.derivation.mixed and not all(alike(units[first], one) for one in units.values()):
            return nothing("not_comparable")
        inputs = [scaled(value, currency_factor(one.unit)) for value, one in zip(values, used, strict=True)]
        return scaled(compute(point, used, inputs), Fraction(1, currency_factor(unit)))

    def formula(self, used: Sequence[Figure]) -> Text:
        """The formula with a, b, c for the figures ``used``."""
        last = used[0].period.last
        return _written(self.derivation.formula, len(used), last.month if last else 0)


@lru_cache(maxsize=64)
def _written(formula: str, operands: int, months: int) -> Text:
    if "b" in formula and operands == 1:  # the first quarter alone is the year so far
        formula = "a"
    formula = formula.replace("m", str(months))
    return Text(formula, formula)
