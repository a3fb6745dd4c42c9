"""What is known in an edition while measures are derived, and how a result becomes a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.model.codes import NOT_APPLICABLE
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Reference, Unit
from generator.model.statement import Key
from generator.model.text import Text

from .operands import operand, status_of
from .result import Result
from .rounding import rounded

Series = tuple[str, ...]  # a key without its period


@dataclass
class Known:
    """The figures of an edition. What is stated prevails over what is derived."""

    stated: Mapping[str, Figure] = field(default_factory=dict)
    derived: dict[str, Figure] = field(default_factory=dict)
    exact: dict[str, Result] = field(default_factory=dict)  # the values, of derived figures before they were rounded
    breaks: dict[Series, dict[str, date]] = field(default_factory=dict)  # the ends of the periods with status B, by id

    def get(self, figure: str) -> Figure | None:
        return self.stated.get(figure) or self.derived.get(figure)

    def first(self, candidates: Iterable[str]) -> Figure | None:
        """The first of ``candidates`` that is there."""
        for one in candidates:
            if figure := self.get(one):
                return figure
        return None

    def value(self, figure: Figure) -> Result:
        """The value of ``figure`` as an operand, of a derived one before it was rounded."""
        if (found := self.exact.get(figure.id)) is None:
            found = self.exact[figure.id] = operand(figure)
        return found

    def broken(self, figure: Figure) -> bool:
        """Is there a break in the series of ``figure`` since the same time of the year before?"""
        breaks, last = self.breaks.get(figure.key.series) if self.breaks else None, figure.period.last
        base = figure.period.year_before() if breaks else None
        if not breaks or base is None or base.last is None or last is None:
            return False
        return any(base.last < day <= last for day in breaks.values())

    def learn(self, stated: Mapping[str, Figure], new: Iterable[Figure]) -> set[Series]:
        """Goes on to a further edition, which has the ``new`` figures among the ``stated`` ones; the series in which a
        break came or went."""
        self.stated, touched = stated, set()
        for figure in new:
            self.derived.pop(figure.id, None)
            self.exact.pop(figure.id, None)
            if figure.status == "B" and figure.period.last:
                self.breaks.setdefault(figure.key.series, {})[figure.id] = figure.period.last
                touched.add(figure.key.series)
            elif self.breaks and figure.id in self.breaks.get(figure.key.series, ()):
                del self.breaks[figure.key.series][figure.id]
                touched.add(figure.key.series)
        return touched


@dataclass(frozen=True)
class Form:
    """How the results of one measure look."""

    reference: Reference
    measure: str

    def key(self, like: Key, period: Period) -> Key:
        return Key("obs", like.subject, like.concept, self.measure, like.breakdown, NOT_APPLICABLE, period)

    @cached_property
    def looks(self) -> Mapping[str, tuple[Unit, int]]:
        """The unit and the decimals of the results, by indicator."""
        measure, units = self.reference.measures[self.measure], self.reference.units
        return {
            one.id: (units[measure.unit or one.unit], one.decimals if measure.decimals is None else measure.decimals)
            for one in self.reference.indicators.values()
        }

    def figure(
        self, key: Key, result: Result, used: Sequence[Figure], formula: Text, note: Text = Text()
    ) -> Figure | None:
        """A ``result`` as a figure, rounded once, half to even, and as sure as the figures ``used``; None if it has no
        value."""
        if result.value is None:
            return None
        unit, decimals = self.looks[key.concept]
        return Figure(
            id=key.id,
            key=key,
            value=rounded(result.value, decimals),
            value_high=None,
            unit=unit,
            status=status_of(used),
            bound=result.bound,
            edition=max(one.edition for one in used),
            source="",
            locator="",
            note=note,
            formula=formula,
            inputs=tuple(one.id for one in used),
        )
