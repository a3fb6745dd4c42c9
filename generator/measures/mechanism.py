"""Figures of a mechanism: what an edition counts and computes for it, so that it has an id and can be cited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.model.codes import NOT_APPLICABLE, Bound
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Unit
from generator.model.statement import Key
from generator.model.text import Text

from .operands import status_of
from .own_units import own_unit
from .rounding import rounded

DECIMALS = {"rate": 1, "points": 1, "money": 2}  # by kind of unit; of days and of other counts none


@dataclass(frozen=True, slots=True)
class Account:
    """What is reckoned for one mechanism in one edition."""

    mechanism: str
    area: str
    edition: str
    units: Mapping[str, Unit]

    def figure(
        self,
        measure: str,
        part: str,
        value: Fraction | int,
        unit: Unit | str,
        formula: Text,
        used: Sequence[Figure] = (),
        *,
        high: Fraction | int | None = None,
        bound: Bound = "exact",
    ) -> Figure:
        """A figure as sure as the figures ``used``, rounded once. ``unit``: one, or the id of one of our own.
        ``high``: the upper end, if it is a range."""
        unit = unit if isinstance(unit, Unit) else own_unit(unit, self.units)
        key = Key("mechanism", self.area, self.mechanism, measure, part, NOT_APPLICABLE, Period.parse(self.edition))
        low, end = _shown(Fraction(value), unit), None if high is None else _shown(Fraction(high), unit)
        return Figure(
            id=key.id,
            key=key,
            value=low,
            value_high=None if end == low else end,
            unit=unit,
            status=status_of(used) if used else "A",
            bound=bound,
            edition=self.edition,
            formula=formula,
            inputs=tuple(one.id for one in used),
        )


def _shown(value: Fraction, unit: Unit) -> Decimal:
    """With no more decimals than it needs: a sum of 13.3 and 5 is 18.3, a whole rate is whole."""
    most = DECIMALS.get(unit.kind, 0)
    fewer = (rounded(value, places) for places in range(most))
    return next((text for text in fewer if Fraction(text) == value), rounded(value, most))
