"""What the chart of an indicator says: title, line under it and labels, from the figures it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.model.codes import SUMMABLE
from generator.model.figure import Figure
from generator.model.reference import Indicator

from .charts.view import ChartView, Kind, Mark
from .pictures import LISTED_IN_TITLE, mark, origin, picture
from .volume import Volume
from .wording.escape import plain

NOTHING = Markup("")


Label = Callable[[Volume, Figure], str]


def period_label(volume: Volume, figure: Figure) -> str:
    return plain(volume.voice.time_of(figure))


def area_label(volume: Volume, figure: Figure) -> str:
    return str(volume.voice.area(figure.key.subject).striptags())


def part_label(volume: Volume, figure: Figure) -> str:
    part = volume.tables.reference.breakdowns.get(figure.key.breakdown)
    return part.name.of(volume.lang) if part else _whole(volume)


def _whole(volume: Volume) -> str:
    return plain(volume.voice.t("total"))


def listed(volume: Volume, figures: Sequence[Figure], label: Label) -> str:
    """The values in words; of many, the first and the last of their order."""
    t = volume.voice.t
    shown = figures if len(figures) <= LISTED_IN_TITLE else [figures[0], figures[-1]]
    words = [(label(volume, figure), value_in_title(volume, figure)) for figure in shown]
    if label is period_label:  # a period ends in a digit or a sign, and so does a value begin: 1—9月为−1.4
        values = t("; ").join(t("{value} ({period})", period=name, value=value) for name, value in words)
    else:
        values = t("; ").join(t("{value} ({label})", label=name, value=value) for name, value in words)
    return values + unit_after(volume, figures[0])


def view(
    volume: Volume,
    indicator: Indicator,
    kind: Kind,
    key: str,
    figures: Sequence[Figure],
    *,
    title: Markup,
    label: Label | None = None,
    target: Figure | None = None,
    elapsed: Decimal | None = None,
    emphasis: frozenset[str] = frozenset(),
    remark: Markup = NOTHING,
) -> ChartView:
    label = label or (period_label if kind == "time" else area_label)
    stated = [figure for figure in figures if not figure.missing]
    missing = tuple(
        (label(volume, figure), plain(volume.voice.status(figure.status))) for figure in figures if figure.missing
    )
    return picture(
        volume,
        kind,
        key,
        f"indicators/{indicator.id}/" if kind in {"bars", "spread"} else volume.home_of(figures[0]),
        [_mark(volume, figure, label, lit=figure.key.subject in emphasis) for figure in stated],
        title=title,
        subtitle=_subtitle(volume, indicator, stated[0], kind),
        note=volume.voice.passage([remark, origin(volume, stated)]),
        unit=_unit_name(volume, stated[0]),
        missing=missing,
        target=_mark(volume, target, _target_label) if target else None,
        elapsed=elapsed,
        anew=kind == "time" and cumulated(stated[0]),
    )


def cumulated(figure: Figure) -> bool:
    """True for a sum that grows through its year; not for a rate, even of a time that begins in January."""
    return figure.period.year_to_date and is_sum(figure)


def is_sum(figure: Figure) -> bool:
    """True for a value that adds up over areas, not for a rate or a rank."""
    return figure.key.measure == "level" and figure.unit.kind in SUMMABLE


def first_like_last(points: Sequence[Figure]) -> Figure:
    """Of a series, oldest first, the first figure of the last one's part of the year; the first if there is none."""
    alike = (figure for figure in points[:-1] if figure.period.same_part(points[-1].period))
    return next(alike, points[0])


def compared_with_last(points: Sequence[Figure]) -> Figure:
    """Of a series, oldest first, what a statistician holds the last figure against: the same time a year before; if
    that is not there, the first of its part of the year."""
    before = points[-1].period.year_before()
    return next((figure for figure in points if figure.period == before), first_like_last(points))


def _target_label(volume: Volume, figure: Figure) -> str:
    return plain(volume.voice.t("Target for {period}", period=period_label(volume, figure)))


def _mark(volume: Volume, figure: Figure, label: Label, *, lit: bool = False) -> Mark:
    part = volume.tables.reference.breakdowns.get(figure.key.breakdown)
    parent = volume.tables.reference.breakdowns.get(part.parent) if part else None
    contained = part is not None and part.nested and label is part_label
    within = parent.name.of(volume.lang) if parent else _whole(volume)
    return mark(volume, figure, label(volume, figure), group=within if contained else "", lit=lit)


def _subtitle(volume: Volume, indicator: Indicator, figure: Figure, kind: Kind) -> Markup:
    voice, measure = volume.voice, volume.tables.reference.measures.get(figure.key.measure)
    name: Markup = voice.name(indicator)
    if measure and measure.id != "level":
        name = voice.t("{indicator}, {measure}", indicator=name, measure=voice.say(measure.name))
    unit = _unit_name(volume, figure)
    if kind == "time":
        return voice.t("{indicator} ({unit})", indicator=name, unit=unit)
    return voice.t("{indicator} ({unit}), {period}", indicator=name, unit=unit, period=period_label(volume, figure))


def value_in_title(volume: Volume, figure: Figure) -> str:
    """A value in a title: with its unit as the drawing has it, if that does not stand at the end of the title."""
    return volume.voice.worded(figure, prose=False, unit=not _last_in_title(volume, figure)).plain


def unit_after(volume: Volume, figure: Figure) -> str:
    """The unit at the end of an English title whose values stand without it."""
    return f" ({figure.unit.name.en})" if _last_in_title(volume, figure) else ""


def _last_in_title(volume: Volume, figure: Figure) -> bool:
    """True for the units of an English title that are said once, at its end: money, and what begins with a number."""
    unit = figure.unit
    return volume.lang == "en" and (unit.kind == "money" or unit.name.en[:1].isdigit())


def _unit_name(volume: Volume, figure: Figure) -> str:
    return figure.unit.name.of(volume.lang)
