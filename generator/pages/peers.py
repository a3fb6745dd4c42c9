"""An area beside those it is compared with: its value, and the median, best and worst of theirs, by indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.league import Item
from generator.model.standing import LeagueTable

from .charts import Strip, strip
from .rows import href
from .volume import Volume
from .wording import numbers

NAMED = 2  # areas that tie at an end are named up to here


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator of a league over all areas: what is the same for the page of each of them."""

    name: Markup
    measure: Markup
    figures: Mapping[str, Figure]  # by area, those with a value that counts
    strip: Strip
    middle: Markup
    best: list[Figure]  # all that tie
    worst: list[Figure]


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator for one area. ``own`` is empty, and ``at`` too, if it has no value."""

    name: Markup
    href: str
    small: Markup
    own: Markup
    strip: Strip
    at: str
    alt: Markup
    middle: Markup
    best: tuple[Markup, Markup]  # value and area
    worst: tuple[Markup, Markup]


def columns(volume: Volume, table: LeagueTable) -> list[Column]:
    """The indicators of a league for which two areas or more have a value, in the order of the league."""
    return [one for item, _ in table.contest.league.root.items() if (one := _column(volume, table, item))]


def _column(volume: Volume, table: LeagueTable, item: Item) -> Column | None:
    held, series = volume.newest.figures, table.contest.series[item.id]
    figures = {
        area: held[named[item.id]]
        for area, named in table.figures.items()
        if table.values.get(area, {}).get(item.id) is not None and named.get(item.id) in held
    }
    if len(figures) < 2:
        return None
    rising = sorted(figures.values(), key=_value)
    middle = median(_value(figure) for figure in rising)
    low, high = ([one for one in rising if one.value == end.value] for end in (rising[0], rising[-1]))
    worst, best = (low, high) if item.direction == "up" else (high, low)
    measure = volume.tables.reference.measures.get(series.measure)
    return Column(
        name=volume.voice.name(volume.tables.reference.indicators[series.indicator]),
        measure=volume.voice.say(measure.name) if measure and measure.id != "level" else Markup(""),
        figures=figures,
        strip=strip((_value(figure) for figure in rising), middle),
        middle=bare(volume, middle),
        best=best,
        worst=worst,
    )


def _value(figure: Figure) -> Decimal:
    return figure.value or Decimal(0)


def bare(volume: Volume, value: Decimal) -> Markup:
    """A median or a difference, exact as it is (a median may have a digit more than the values); it has no row."""
    return Markup('<data value="{}">{}</data>').format(value, numbers.digits(value, volume.lang))


def lines(volume: Volume, columns: list[Column], area: str) -> list[Line]:
    """The lines of one area's table."""
    return [_line(volume, column, area) for column in columns]


def _line(volume: Volume, column: Column, area: str) -> Line:
    voice, own = volume.voice, column.figures.get(area)
    about = own or column.best[0]
    alt = voice.t(
        "From {low} to {high}",
        low=numbers.digits(column.strip.low, volume.lang),
        high=numbers.digits(column.strip.high, volume.lang),
    )
    small = [column.measure, voice.say(about.unit.name), voice.time_of(about)]
    return Line(
        name=column.name,
        href=href(volume, own) if own else f"~/indicators/{about.key.concept}/",
        small=Markup(" · ").join(part for part in small if part),
        own=voice.figure(own, prose=False, unit=False) if own else Markup(""),
        strip=column.strip,
        at=column.strip.at(_value(own)) if own else "",
        alt=alt,
        middle=column.middle,
        best=_end(volume, column.best),
        worst=_end(volume, column.worst),
    )


def _end(volume: Volume, figures: list[Figure]) -> tuple[Markup, Markup]:
    """A value at an end, and whose it is; of many that tie, the first and how many more."""
    voice, first = volume.voice, figures[0]
    names = voice.listing(voice.area(figure.key.subject) for figure in figures)
    if len(figures) > NAMED:
        others = len(figures) - 1
        who = voice.area(first.key.subject)
        names = voice.n("{area} and {count} more", "{area} and {count} more", others, area=who)
    return voice.figure(first, prose=False, unit=False), names
