"""The columns of a scoreboard and what an area shows in each: a value and the rank of the same period."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Area, Indicator

from .volume import Volume
from .wording.sentences import peers

NOTHING = Markup("")
RANK_OF = {"level": ("rank_level", "rank"), "growth_yoy": ("rank_growth_yoy",), "share": ()}


@dataclass(frozen=True, slots=True)
class Column:
    """One measure of one indicator."""

    indicator: Indicator
    measure: str
    unit: str
    comparable: bool = False  # all values of one period: only then may a reader sort by it
    period: Markup = NOTHING  # of a large table: the one period of all values, which then stands in no cell


@dataclass(frozen=True, slots=True)
class Cell:
    """What an area shows in a column: a value and the ranks of the same period. Empty where the sources say nothing."""

    value: Markup = NOTHING
    peers: Markup = NOTHING  # of a value that is a place
    ranks: tuple[tuple[Markup, Markup], ...] = ()  # each with those among whom it holds
    period: Markup = NOTHING
    when: str = ""
    said: bool = False


Stated = dict[tuple[str, str], list[Figure]]  # area and indicator -> figures


def stated_in(edition: Edition) -> Stated:
    found: Stated = {}
    for figure in edition.figures.values():
        if figure.key.kind == "obs" and figure.key.breakdown == TOTAL:
            found.setdefault((figure.key.subject, figure.key.concept), []).append(figure)
    return found


def said_of(figures: Stated, area: Area, column: Column) -> list[Figure]:
    """What is said of an area in a column: values, and ranks by them."""
    wanted = {column.measure, *RANK_OF[column.measure]}
    return [figure for figure in figures.get((area.code, column.indicator.id), ()) if figure.key.measure in wanted]


def columns_of(volume: Volume, stated: Stated) -> list[Column]:
    """Measures that a source ranks, or gives for several areas; in page order."""
    areas: dict[tuple[str, str], set[str]] = {}
    for (subject, concept), figures in stated.items():
        for measure in {figure.key.measure for figure in figures}:
            areas.setdefault((concept, measure), set()).add(subject)
    wanted = []
    for indicator in volume.tables.reference.indicators.values():
        for measure, ranks in RANK_OF.items():
            ranked = any((indicator.id, rank) in areas for rank in ranks)
            if ranked or len(areas.get((indicator.id, measure), ())) > 1:
                wanted.append(Column(indicator, measure, _unit(volume, indicator, measure)))
    return wanted


def _unit(volume: Volume, indicator: Indicator, measure: str) -> str:
    unit = volume.tables.reference.measures[measure].unit or indicator.unit
    return volume.tables.reference.units[unit].name.of(volume.lang)


def cell(volume: Volume, figures: list[Figure], column: Column) -> Cell:
    """The newest period that has both value and rank, else the newest that has either; never two periods in one."""
    voice = volume.voice
    values = {figure.period: figure for figure in figures if figure.key.measure == column.measure}
    ranks: dict[Period, list[Figure]] = {}
    for figure in figures:
        if figure.key.measure != column.measure:
            ranks.setdefault(figure.period, []).append(figure)
    if not figures:
        return Cell()
    best = max(
        {**values, **ranks},
        key=lambda period: (period in values and period in ranks, _known(values, ranks, period), period.sort_key),
    )
    value, places = values.get(best), [_rank(volume, rank) for rank in ranks.get(best, ())]
    alone = places.pop(0) if not value else (NOTHING, NOTHING)  # a place may be all that is published
    return Cell(
        value=voice.figure(value, prose=False, unit=False) if value else alone[0],
        peers=alone[1],
        ranks=tuple(places),
        period=voice.time(best),
        when=best.text,
        said=True,
    )


def _rank(volume: Volume, rank: Figure) -> tuple[Markup, Markup]:
    """A place, and among whom it holds."""
    return volume.voice.figure(rank, prose=False), NOTHING if rank.missing else peers(volume.voice, rank)


def _known(values: dict[Period, Figure], ranks: dict[Period, list[Figure]], period: Period) -> bool:
    """True if anything said of the period has a value."""
    said = [*ranks.get(period, ()), *([values[period]] if period in values else [])]
    return any(not figure.missing for figure in said)
