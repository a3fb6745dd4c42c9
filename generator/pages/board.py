"""The columns of a scoreboard and what an area shows in each: a value and the rank of the same period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Area, Indicator

from .chart_views import is_sum
from .volume import Volume
from .wording.sentences import peers

NOTHING = Markup("")
RANK_OF = {"level": ("rank_level", "rank"), "growth_yoy": ("rank_growth_yoy",), "share": ()}


@dataclass(frozen=True, slots=True)
class Column:
    """One measure of one indicator. What its cells share stands in its head, and then in none of them."""

    indicator: Indicator
    measure: str
    unit: str
    computed: bool = False  # by us, wholly or in part
    main: str = ""  # the period by which a reader may sort: that of all cells, or of enough of them
    period: Markup = NOTHING
    peers: Markup = NOTHING  # among whom a rank of every ranked cell holds


@dataclass(frozen=True, slots=True)
class Said:
    """What the sources say of an area in a column: figures of one period."""

    period: Period
    value: Figure | None
    ranks: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """A place, among whom it holds, and the place that the area had before."""

    place: Markup
    peers: Markup
    before: Markup


@dataclass(frozen=True, slots=True)
class Cell:
    """What an area shows in a column: a value and the ranks of the same period. Empty where the sources say nothing."""

    value: Markup = NOTHING
    before: Markup = NOTHING  # the value in the edition before, with the sign of the change
    peers: Markup = NOTHING  # of a value that is a place
    ranks: tuple[Rank, ...] = ()
    period: Markup = NOTHING
    when: str = ""
    said: bool = False
    figure: Figure | None = None
    step: int = 0  # the fifth of its column: 5 the best, 1 the last; 0: not compared


Stated = dict[tuple[str, str], list[Figure]]  # area and indicator -> figures


def stated_in(figures: Iterable[Figure]) -> Stated:
    found: Stated = defaultdict(list)
    for figure in figures:
        key = figure.key
        if key.kind == "obs" and key.breakdown == TOTAL:
            found[key.subject, key.concept].append(figure)
    return dict(found)


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


def names(stated: Stated, area: Area, column: Column) -> bool:
    """True if something is said of the area in the column."""
    wanted = {column.measure, *RANK_OF[column.measure]}
    return any(figure.key.measure in wanted for figure in stated.get((area.code, column.indicator.id), ()))


def said_of(stated: Stated, area: Area, column: Column) -> Said | None:
    """The newest period that has both value and rank, else the newest that has either; never two periods in one."""
    values: dict[Period, Figure] = {}
    ranks: dict[Period, list[Figure]] = {}
    for figure in stated.get((area.code, column.indicator.id), ()):
        if figure.key.measure == column.measure:
            values[figure.period] = figure
        elif figure.key.measure in RANK_OF[column.measure]:
            ranks.setdefault(figure.period, []).append(figure)
    if not values and not ranks:
        return None
    best = max(
        {**values, **ranks},
        key=lambda period: (period in values and period in ranks, _known(values, ranks, period), period.sort_key),
    )
    return Said(best, values.get(best), tuple(ranks.get(best, ())))


def _known(values: dict[Period, Figure], ranks: dict[Period, list[Figure]], period: Period) -> bool:
    """True if anything said of the period has a value."""
    said = [*ranks.get(period, ()), *([values[period]] if period in values else [])]
    return any(not figure.missing for figure in said)


def cell(volume: Volume, said: Said | None, before: Said | None = None) -> Cell:
    """What is ``said`` in words, beside what was said ``before``."""
    if said is None:
        return Cell()
    voice, value = volume.voice, said.value
    if before is None or before.period == said.period:
        before = Said(said.period, None, ())
    places = {rank.key.peers: rank for rank in before.ranks}
    ranks = [_rank(volume, rank, places.get(rank.key.peers)) for rank in said.ranks]
    alone = ranks.pop(0) if not value else Rank(NOTHING, NOTHING, NOTHING)  # a place may be all that is published
    return Cell(
        value=voice.figure(value, prose=False, unit=False) if value else alone.place,
        before=_before(volume, value, before.value) if value and _sensible(value) else alone.before,
        peers=alone.peers,
        ranks=tuple(ranks),
        period=voice.time(said.period),
        when=said.period.text,
        said=True,
        figure=value,
    )


def _sensible(value: Figure) -> bool:
    """Whether two quarters compare: rates and states do, sums that grow through the year or follow its seasons do not.

    (A sum as of a day is a state: loans outstanding.)
    """
    return not is_sum(value) or value.period.kind == "day"


def _rank(volume: Volume, rank: Figure, before: Figure | None) -> Rank:
    among = NOTHING if rank.missing else peers(volume.voice, rank)
    return Rank(volume.voice.figure(rank, prose=False), among, _before(volume, rank, before))


def _before(volume: Volume, now: Figure, before: Figure | None) -> Markup:
    """The value of the edition before, with a sign that says whether the new one is higher; a first place is high."""
    new, old = exact(now), exact(before)
    if before is None or new is None or old is None or now.unit != before.unit:
        return NOTHING
    rise = new - old
    higher = rise < 0 if now.unit.kind == "rank" else rise > 0
    sign = "▲" if higher else "▼" if rise else "＝"
    shown = volume.voice.figure(before, prose=False, unit=now.unit.kind == "rank")
    return volume.voice.t("{sign} before: {value}", sign=sign, value=shown)


def exact(figure: Figure | None) -> Decimal | None:
    """A single, certain value; None if there is none: only such values have a place among others."""
    return figure.value if figure and figure.single else None
