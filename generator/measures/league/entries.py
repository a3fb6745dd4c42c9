"""With which values areas compete: a contest laid over the figures of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from generator.model.codes import NOT_APPLICABLE, Basis
from generator.model.contest import Contest, Series
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Reference, Unit
from generator.model.statement import Key

Figures = Mapping[str, Figure]  # by id


@lru_cache(maxsize=1024)
def spans(basis: Basis, edition: str) -> tuple[Period, ...]:
    """The period that ``edition`` (2026-Q3) is about, for an indicator of ``basis``, in each way it may be written.

    - quarter: exactly the quarter; ytd: from 1 January to its end; as_of: the day of its end;
    - year: the calendar year that ended last on or before its end;
    - span: none, since no edition says which.
    """
    last = Period.parse(edition).last
    if last is None:
        return ()
    whole = last.year if last.month == 12 else last.year - 1
    texts = {
        "quarter": (edition, f"{last.year}-{last.month - 2:02d}/{last:%Y-%m}"),
        "ytd": (
            *{3: (edition,), 6: (f"{last.year}-H1",), 12: (f"{last.year}",)}.get(last.month, ()),
            f"{last.year}-01/{last:%Y-%m}",
        ),
        "as_of": (last.isoformat(),),
        "year": (f"{whole}", f"{whole}-01/{whole}-12"),
    }
    return tuple(Period.parse(text) for text in texts.get(basis, ()))


def entries(
    contest: Contest, areas: Iterable[str], edition: str, figures: Figures, reference: Reference
) -> dict[str, dict[str, Figure]]:
    """The figure with which each area enters, by area and item; without those that nobody states."""
    found: dict[str, dict[str, Figure]] = {}
    for area in areas:
        own = ((item, _entry(series, area, edition, figures, reference)) for item, series in contest.series.items())
        found[area] = {item: figure for item, figure in own if figure}
    return found


def _entry(series: Series, area: str, edition: str, figures: Figures, reference: Reference) -> Figure | None:
    for period in spans(reference.indicators[series.indicator].basis, edition):
        key = Key("obs", area, series.indicator, series.measure, series.breakdown, NOT_APPLICABLE, period)
        if figure := figures.get(key.id):
            return figure
    return None


def certain(figure: Figure | None, series: Series, reference: Reference) -> Decimal | None:
    """The value of ``figure`` in the unit of its series; None if it has no certain place in an order."""
    if figure is None or figure.value is None or not figure.single:
        return None
    measure = reference.measures.get(series.measure)
    unit = reference.units.get((measure and measure.unit) or reference.indicators[series.indicator].unit)
    return figure.value if unit is None or unit == figure.unit else _converted(figure.value, figure.unit, unit)


def _converted(value: Decimal, given: Unit, unit: Unit) -> Decimal | None:
    """52900 万元 as 5.29 亿元; None between units that do not convert."""
    if given.base != unit.base or given.factor is None or unit.factor is None:
        return None
    ratio = given.factor / unit.factor
    return value * ratio.numerator / ratio.denominator
