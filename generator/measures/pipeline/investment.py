"""The planned total investment of projects (计划总投资), in one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from generator.measures.operands import alike, currency_factor, operand
from generator.measures.result import Result, scaled
from generator.model.figure import Figure
from generator.model.reference import Unit

ITEM = "total_investment"


@dataclass(frozen=True)
class Investment:
    """What is planned to be invested, by project, in ``unit``, and the figures that state it."""

    unit: Unit | None  # None: nothing is stated
    stated: Mapping[str, Figure]
    results: Mapping[str, Result]

    @cached_property
    def sizes(self) -> Mapping[str, Result]:
        """In 100 million yuan, as classes of size are; of other money none."""
        if self.unit is None or self.unit.base != "CNY":
            return {}
        factor = Fraction(currency_factor(self.unit), 10**8)
        return {name: scaled(one, factor) for name, one in self.results.items()}


def investment(figures: Iterable[Figure]) -> Investment:
    """The newest statement of each project, in the largest unit of the currency that most of them use.

    A project that states it in another currency has none: rates of exchange are not ours to choose.
    """
    held: dict[str, Figure] = {}
    for one in figures:
        if one.key.kind == "amount" and one.key.concept == ITEM and one.value is not None:
            old = held.get(one.key.subject)
            if old is None or _order(one) >= _order(old):
                held[one.key.subject] = one
    if not held:
        return Investment(None, {}, {})
    base, _ = Counter(one.unit.base for one in held.values()).most_common(1)[0]
    unit = max((one.unit for one in held.values() if one.unit.base == base), key=currency_factor)
    fitting = {name: one for name, one in held.items() if alike(one.unit, unit)}
    return Investment(unit, fitting, {name: _in(one, unit) for name, one in fitting.items()})


def _order(figure: Figure) -> tuple[str, tuple[object, ...]]:
    return figure.edition, figure.period.sort_key


def _in(figure: Figure, unit: Unit) -> Result:
    return scaled(operand(figure), Fraction(currency_factor(figure.unit), currency_factor(unit)))
