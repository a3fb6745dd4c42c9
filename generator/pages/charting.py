"""Which charts an indicator deserves, and what each one says.

A chart needs at least two values that may stand beside each other: one unit, one measure, and either one period
(areas, or parts of one whole) or one area (periods). A single value is a sentence, not a chart. Ranks are never drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.reference import Indicator

from .charts.view import ChartView, Kind, Mark
from .volume import Volume
from .wording import periods
from .wording.sentences import subject

DRAWN = frozenset({"level", "growth_yoy", "share", "contribution"})
LISTED_IN_TITLE = 3  # up to so many values stand in the title; of more, the largest and the smallest


def charts(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> list[ChartView]:
    """The charts of one indicator, the most telling first."""
    stated = [figure for figure in figures if figure.unit.kind != "rank" and figure.key.measure in DRAWN]
    found = [
        *_progress(volume, indicator, stated),
        *_over_time(volume, indicator, stated),
        *_across(volume, indicator, stated, by="breakdown"),
        *_across(volume, indicator, stated, by="subject"),
    ]
    return [view for view in found if view is not None]


def _progress(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> Iterable[ChartView]:
    """The result of a year so far against its target."""
    targets = [figure for figure in figures if figure.key.kind == "target" and figure.value]
    for target in targets:
        results = [
            figure
            for figure in figures
            if figure.key.kind == "obs"
            and figure.value is not None
            and _same(figure, target, "subject", "measure", "breakdown")
            and figure.period.year_to_date
            and figure.period.first == target.period.first
            and figure.unit == target.unit
        ]
        for result in results[:1]:
            share = result.period.elapsed_share
            yield _view(
                volume,
                indicator,
                "progress",
                f"progress-{target.id}",
                [result],
                title=volume.voice.t(
                    "{area}: {result} {period}, against a target of {target} for {year}",
                    area=volume.voice.area(result.key.subject),
                    result=_value(volume, result),
                    period=periods.phrase(result.period, volume.lang),
                    target=_value(volume, target),
                    year=periods.label(target.period, volume.lang),
                ),
                target=target,
                elapsed=Decimal(share.numerator) / Decimal(share.denominator) if share else None,
            )


def _over_time(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> Iterable[ChartView]:
    """One area's values at several dated periods."""
    dated = [figure for figure in figures if figure.key.kind == "obs" and figure.period.dated]
    for _, series in _series(dated, lambda figure: figure.key.series):
        points = sorted((figure for figure in series if not figure.missing), key=lambda figure: figure.period.sort_key)
        if len(points) >= 2:
            area = volume.voice.area(points[0].key.subject)
            yield _view(
                volume,
                indicator,
                "time",
                f"time-{points[0].id}",
                points,
                title=volume.voice.t("{area}: {values}", area=area, values=_listed(volume, points, _period_label)),
            )


def _across(volume: Volume, indicator: Indicator, figures: Sequence[Figure], *, by: str) -> Iterable[ChartView]:
    """Parts of one area, or areas, in one period."""

    def rest(figure: Figure) -> tuple[str, ...]:
        key = figure.key
        fixed = key.subject if by == "breakdown" else key.breakdown
        return (
            key.kind,
            fixed,
            key.measure,
            key.period.text,
            figure.unit.id,
            _dimension(volume, figure) if by == "breakdown" else "",
        )

    label = _part_label if by == "breakdown" else _area_label
    for _, group in _series(figures, rest):
        stated = [figure for figure in group if not figure.missing]
        if len(stated) < 2:
            continue
        ordered = sorted(stated, key=lambda figure: -(figure.value or 0))
        values = _listed(volume, ordered, label)
        about = (
            volume.voice.area(ordered[0].key.subject)
            if by == "breakdown"
            else subject(volume.voice, ordered[0], start=True)
        )
        yield _view(
            volume,
            indicator,
            "bars",
            f"{by}-{ordered[0].id}",
            list(group),
            title=volume.voice.t("{area}: {values}", area=about, values=values),
            label=label,
        )


def _dimension(volume: Volume, figure: Figure) -> str:
    part = volume.tables.reference.breakdowns.get(figure.key.breakdown)
    return part.dimension if part else ""


Label = Callable[[Volume, Figure], str]


def _period_label(volume: Volume, figure: Figure) -> str:
    return periods.label(figure.period, volume.lang)


def _area_label(volume: Volume, figure: Figure) -> str:
    return str(volume.voice.area(figure.key.subject).striptags())


def _part_label(volume: Volume, figure: Figure) -> str:
    part = volume.tables.reference.breakdowns.get(figure.key.breakdown)
    return part.name.of(volume.lang) if part else str(volume.voice.t("total").striptags())


def _listed(volume: Volume, figures: Sequence[Figure], label: Label) -> str:
    """The values in words; of many, the first and the last of their order."""
    t = volume.voice.t
    shown = figures if len(figures) <= LISTED_IN_TITLE else [figures[0], figures[-1]]
    parts = [t("{label} {value}", label=label(volume, figure), value=_value(volume, figure)) for figure in shown]
    return t("; ").join(parts)


def _view(
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
) -> ChartView:
    label = label or (_period_label if kind == "time" else _area_label)
    stated = [figure for figure in figures if not figure.missing]
    subtitle = _subtitle(volume, indicator, stated[0], kind)
    missing = tuple(
        (label(volume, figure), _plain(volume.voice.status(figure.status))) for figure in figures if figure.missing
    )
    words = [_plain(title), _plain(subtitle), *(f"{name}: {reason}" for name, reason in missing)]
    return ChartView(
        key=_slug(f"{volume.tables.bulletin.id}-{key}"),
        kind=kind,
        title=_plain(title),
        subtitle=_plain(subtitle),
        alt=_plain(volume.voice.t(". ")).join(words),
        unit=_unit_name(volume, stated[0]),
        marks=tuple(_mark(volume, figure, label) for figure in stated),
        missing=missing,
        target=_mark(volume, target, _target_label) if target else None,
        elapsed=elapsed,
        lang=volume.lang,
        note=_note(volume, stated),
    )


def _target_label(volume: Volume, figure: Figure) -> str:
    return _plain(volume.voice.t("Target"))


def _mark(volume: Volume, figure: Figure, label: Label) -> Mark:
    part = volume.tables.reference.breakdowns.get(figure.key.breakdown)
    group = part.parent if part else ""
    parent = volume.tables.reference.breakdowns.get(group)
    return Mark(
        label=label(volume, figure),
        value=figure.value or Decimal(0),
        text=volume.voice.worded(figure, prose=False, unit=figure.unit.id == "pct").plain,
        row=figure.id,
        status=figure.status,
        bound=figure.bound,
        value_high=figure.value_high,
        period=figure.period,
        group=parent.name.of(volume.lang) if parent and label is _part_label else "",
    )


def _subtitle(volume: Volume, indicator: Indicator, figure: Figure, kind: Kind) -> Markup:
    voice, measure = volume.voice, volume.tables.reference.measures.get(figure.key.measure)
    name: Markup = voice.name(indicator)
    if measure and measure.id != "level":
        name = voice.t("{indicator}, {measure}", indicator=name, measure=voice.say(measure.name))
    unit = _unit_name(volume, figure)
    if kind == "time":
        return voice.t("{indicator} ({unit})", indicator=name, unit=unit)
    return voice.t("{indicator} ({unit}), {period}", indicator=name, unit=unit, period=_period_label(volume, figure))


def _value(volume: Volume, figure: Figure) -> str:
    """A value in a title: with its unit as the drawing has it. English sums keep theirs in the line below."""
    spoken = volume.lang == "en" and figure.unit.kind == "money"
    return volume.voice.worded(figure, prose=False, unit=not spoken).plain


def _note(volume: Volume, figures: Sequence[Figure]) -> str:
    """What a drawing says of its origin, so that a copy of it still does: sources, editions, standing."""
    t, sources = volume.voice.t, volume.tables.reference.sources
    origins = dict.fromkeys(volume.voice.say(sources[figure.source].publisher) for figure in figures)
    editions = dict.fromkeys(volume.voice.edition(figure.edition, inside=True) for figure in figures)
    title = volume.voice.say(volume.tables.bulletin.title)
    parts = [
        t("Source: {source}", source=volume.voice.listing(origins)),
        t("{bulletin}, {edition}", bulletin=title, edition=volume.voice.listing(editions)),
    ]
    if volume.tables.bulletin.demonstration:
        parts.append(t("demonstration data"))
    elif not volume.tables.bulletin.official:
        parts.append(t("unofficial"))
    return _plain(t("; ").join(parts))


def _unit_name(volume: Volume, figure: Figure) -> str:
    return figure.unit.name.of(volume.lang)


def _plain(text: Markup) -> str:
    return str(text.striptags()) if isinstance(text, Markup) else text


def _slug(text: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in text).strip("-")


def _same(one: Figure, other: Figure, *parts: str) -> bool:
    return all(getattr(one.key, part) == getattr(other.key, part) for part in parts)


def _series(
    figures: Iterable[Figure], key: Callable[[Figure], tuple[str, ...]]
) -> Iterable[tuple[tuple[str, ...], list[Figure]]]:
    ordered = sorted(figures, key=key)
    return [(name, list(group)) for name, group in groupby(ordered, key=key)]
