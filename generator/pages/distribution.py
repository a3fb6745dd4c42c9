"""How the values of an indicator are spread over areas: its newest comparable ones in order, with places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.figure import Figure
from generator.model.reference import Indicator

from .render import block
from .volume import Volume

COMPARED = ("level", "growth_yoy")  # measures by which areas stand side by side
FEWEST = 3  # areas that make an order worth a table


@dataclass(frozen=True, slots=True)
class Line:
    """An area in the order of its value. A value with a bound, or a range, has no certain place."""

    place: Markup
    shared: bool
    area: Markup
    area_href: str
    value: Markup


@dataclass(frozen=True, slots=True)
class Order:
    """Values of one measure, one unit, one period, over areas of one level."""

    name: str
    caption: Markup
    median: Markup  # with its unit
    unit: Markup
    lines: list[Line]


def tables(volume: Volume, indicator: Indicator, figures: Iterable[Figure]) -> str:
    """The HTML of an order a measure and level of areas; empty if fewer than ``FEWEST`` areas can be compared."""
    areas, groups = volume.tables.reference.areas, dict[tuple[str, str, str], list[Figure]]()
    for figure in figures:
        area, key = areas.get(figure.key.subject), figure.key
        plain = key.kind == "obs" and key.breakdown == TOTAL and key.measure in COMPARED
        if plain and area and not figure.missing and figure.period.dated:
            groups.setdefault((key.measure, area.level, figure.unit.id), []).append(figure)
    newest = [(name, _newest(some)) for name, some in groups.items()]
    orders = [
        _order(volume, indicator, place, level, some)
        for place, ((_, level, _), some) in enumerate(newest, start=1)
        if sum(one.single for one in some) >= FEWEST
    ]
    return block("distribution", volume.voice, orders=orders, rising=_rising(indicator)) if orders else ""


def _newest(figures: list[Figure]) -> list[Figure]:
    last = max(figure.period.sort_key for figure in figures)
    return [figure for figure in figures if figure.period.sort_key == last]


def _rising(indicator: Indicator) -> bool:
    """True if the lowest value comes first. Where neither way is better the highest does."""
    return indicator.direction == "down"


def _order(volume: Volume, indicator: Indicator, number: int, level: str, figures: Sequence[Figure]) -> Order:
    voice, sign, first = volume.voice, 1 if _rising(indicator) else -1, figures[0]
    held = sorted(figures, key=lambda figure: (not figure.single, sign * _value(figure)))
    known = sorted(sign * _value(figure) for figure in held if figure.single)
    measure = volume.tables.reference.measures[first.key.measure]
    about: Markup = voice.name(indicator)
    if measure.id != "level":
        about = voice.t("{indicator}, {measure}", indicator=about, measure=voice.say(measure.name))
    parts = {"indicator": about, "areas": voice.levels(level), "period": voice.time_of(first)}
    return Order(
        name=f"order-{number}",
        caption=voice.t("{indicator}, {period}: {areas} in order", **parts),
        median=_middle(volume, first, median(sign * value for value in known)),
        unit=voice.say(first.unit.name),
        lines=[_line(volume, figure, known, sign) for figure in held],
    )


def _middle(volume: Volume, like: Figure, value: Decimal) -> Markup:
    """A median of figures ``like`` one, as a sentence says it: exact (it may have a digit more than they), no row."""
    words = volume.voice.worded(replace(like, value=value, value_high=None, bound="exact"))
    return Markup('{}<data value="{}">{}</data>{}').format(words.before, value, words.digits, words.after)


def _line(volume: Volume, figure: Figure, known: list[Decimal], sign: int) -> Line:
    """``known``: the certain values times ``sign``, the first in order first. Equal values share the first place."""
    voice, value = volume.voice, sign * _value(figure)
    ahead, through = bisect_left(known, value), bisect_right(known, value)
    return Line(
        place=voice.place(ahead + 1) if figure.single else Markup(""),
        shared=figure.single and through - ahead > 1,
        area=voice.area(figure.key.subject),
        area_href=f"~/areas/{figure.key.subject}/",
        value=voice.figure(figure, prose=False, unit=False),
    )


def _value(figure: Figure) -> Decimal:
    return figure.value or Decimal(0)
