"""The operations of rules on one point of a series: which other figures they take, and what they make of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.model.codes import NOT_APPLICABLE, RELATIVE, TOTAL
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Breakdown, Indicator
from generator.model.rule import Operand

from .change import growth
from .contribution import contribution
from .cumulative import Flow, discrete, spanning
from .operations import OPERATIONS
from .plan import completion, lead
from .result import Result, applied, nothing, percent, stated
from .share import share

Candidates = tuple[str, ...]  # ids of figures, of which the first that is there counts
year_before = lru_cache(maxsize=1024)(Period.year_before)


@dataclass(frozen=True, slots=True)
class Point:
    """Where a measure is derived: the figure of its first operand, and what is declared about it."""

    figure: Figure
    operands: tuple[Operand, ...]
    indicator: Indicator
    breakdowns: Mapping[str, Breakdown]
    former: str  # the code of the area before it was renamed, or blank
    broken: bool  # has the series been broken since the same time of the year before?

    def at(self, period: Period | None, breakdown: str = "") -> Candidates:
        """The same at another time or of another part; of a renamed area also under its former code."""
        key = self.figure.key
        if period is None:
            return ()
        rest = f"{key.concept}.{key.measure}.{breakdown or key.breakdown}.{NOT_APPLICABLE}.{period.slug}"
        found = f"obs.{key.subject}.{rest}"
        return (found, f"obs.{self.former}.{rest}") if self.former else (found,)

    @property
    def parent(self) -> str:
        """The breakdown that contains this part, or the total; blank if this is no part of a sum or a larger tier."""
        part = self.breakdowns.get(self.figure.key.breakdown)
        return part.parent or TOTAL if part and (part.additive or part.nested) else ""

    def comparable(self, base: Figure) -> bool:
        """Do both levels stand on one basis: declared so, without a break between them, of one definition?"""
        one_definition = (self.figure.status == "D") == (base.status == "D")
        return self.indicator.level_comparable and one_definition and not self.broken


@dataclass(frozen=True, slots=True)
class Derivation:
    """An operation: the figures that it takes besides the first (None: it is not for this point), the result of all,
    the formula with a, b, c for them, and the period of the result."""

    partners: Callable[[Point], tuple[Candidates, ...] | None]
    compute: Callable[[Point, Sequence[Figure], Sequence[Result]], Result]
    formula: str  # m: how many months of the year have gone
    period: Callable[[Sequence[Figure]], Period] = lambda used: used[0].period
    fits: Callable[[Indicator, Figure], bool] = lambda indicator, figure: True
    mixed: bool = False  # may the units of the operands differ in kind?


def _alone(point: Point) -> tuple[Candidates, ...]:
    return ()


def _other(point: Point) -> tuple[Candidates, ...]:
    """The second operand, of the same area, part and period."""
    key, other = point.figure.key, point.operands[1]
    concept = other.indicator or key.concept
    return ((f"obs.{key.subject}.{concept}.{other.measure}.{key.breakdown}.{NOT_APPLICABLE}.{key.period.slug}",),)


def _whole(point: Point) -> tuple[Candidates, ...] | None:
    return (point.at(point.figure.period, point.parent),) if point.parent else None


def _year_before(point: Point) -> tuple[Candidates, ...]:
    return (point.at(year_before(point.figure.period)),)


def _before(point: Point) -> tuple[Candidates, ...] | None:
    """The adjoining period of the same length; states of a day have none."""
    period = point.figure.period
    return None if period.kind == "day" else (point.at(period.predecessor()),)


def _base_and_whole(point: Point) -> tuple[Candidates, ...] | None:
    before = year_before(point.figure.period)
    return (point.at(before), point.at(before, point.parent)) if point.parent else None


def _target(point: Point) -> tuple[Candidates, ...] | None:
    """The target of the year for what has come about since its first day, or stands on a day in it."""
    key, period = point.figure.key, point.figure.period
    if period.last is None or not (period.year_to_date or period.kind == "day"):
        return None
    rest = f"{key.concept}.{key.measure}.{key.breakdown}.{period.last.year}"
    codes = (key.subject, point.former) if point.former else (key.subject,)
    return (tuple(f"target.{code}.{rest}" for code in codes),)


def _year_so_far(point: Point) -> tuple[Candidates, ...]:
    """The newest earlier sum since January; the first one of a year is discrete as it is."""
    earlier = earlier_in_year(point.figure.period)
    return tuple([tuple(one for period in earlier for one in point.at(period))] if earlier else [])


@lru_cache(maxsize=1024)
def earlier_in_year(period: Period) -> tuple[Period, ...]:
    """The sums since January that end earlier in the year, the newest first; none unless ``period`` is such a sum."""
    if period.last is None or not period.year_to_date or period.kind in ("quarter", "month"):
        return ()
    year = period.last.year
    ends = (Period.parse(f"{year}-{month:02d}").last for month in range(period.last.month - 1, 0, -1))
    return tuple(spanning(date(year, 1, 1), end) for end in ends if end)


def _growth(point: Point, used: Sequence[Figure], operands: Sequence[Result]) -> Result:
    return growth(*operands, comparable=point.comparable(used[1]))


def _contribution(point: Point, used: Sequence[Figure], operands: Sequence[Result]) -> Result:
    if not point.comparable(used[1]):
        return nothing("not_comparable")
    level, base, whole = operands
    return contribution(applied(OPERATIONS["difference"], level, base), whole)


def _flow(used: Sequence[Figure], operands: Sequence[Result]) -> Flow:
    flows = [Flow(one.period, result, one.edition) for one, result in zip(used, operands, strict=True)]
    return discrete(*flows) if len(flows) == 2 else flows[0]


def _lead(point: Point, used: Sequence[Figure], operands: Sequence[Result]) -> Result:
    return lead(operands[0], point.figure.period)


def _planned(indicator: Indicator, figure: Figure) -> bool:
    """Of what is to stay below its target ("within 30 days") nothing is completed."""
    return figure.unit.kind not in RELATIVE and indicator.direction != "down"


def _comparable(indicator: Indicator, figure: Figure) -> bool:
    return indicator.level_comparable and figure.unit.kind not in RELATIVE


def _part(indicator: Indicator, figure: Figure) -> bool:
    return figure.key.breakdown != TOTAL and figure.unit.kind not in RELATIVE


def _cumulated(indicator: Indicator, figure: Figure) -> bool:
    return indicator.basis == "ytd" and figure.unit.kind not in RELATIVE


DERIVATIONS: Mapping[str, Derivation] = {
    "ratio": Derivation(
        _other, lambda _, __, terms: percent(terms[0], terms[1], OPERATIONS["ratio"]), "a ÷ b", mixed=True
    ),
    "percent": Derivation(_other, lambda _, __, terms: percent(terms[0], terms[1]), "100 × a ÷ b"),
    "share": Derivation(_other, lambda _, __, terms: share(*terms), "100 × a ÷ b"),
    "difference": Derivation(_other, lambda _, __, terms: applied(OPERATIONS["difference"], *terms), "a − b"),
    "share_of_parent": Derivation(_whole, lambda _, __, terms: share(*terms), "100 × a ÷ b", fits=_part),
    "growth": Derivation(_year_before, _growth, "100 × (a ÷ b − 1)", fits=_comparable),
    "previous_growth": Derivation(_before, _growth, "100 × (a ÷ b − 1)", fits=_comparable),
    "contribution": Derivation(_base_and_whole, _contribution, "100 × (a − b) ÷ c", fits=_comparable),
    "completion": Derivation(_target, lambda _, __, terms: completion(*terms), "100 × a ÷ b", fits=_planned),
    "lead": Derivation(_alone, _lead, "a − 100 × m ÷ 12"),
    "discrete": Derivation(
        _year_so_far,
        lambda _, used, terms: _flow(used, terms).result,
        "a − b",
        lambda used: _flow(used, [stated(0)] * len(used)).period,
        fits=_cumulated,
    ),
}
