"""Which charts an indicator deserves, and what each one says.

A chart needs at least two values that may stand beside each other: one unit, one measure, and either one period
(areas, or parts of one whole) or one area (periods). A single value is a sentence, not a chart. Ranks are never drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.figure import Figure
from generator.model.reference import Indicator

from .chart_views import Label, area_label, listed, part_label, period_label, unit_after, value_in_title, view
from .charts.view import ChartView
from .volume import Volume
from .wording import periods
from .wording.sentences import subject

DRAWN = frozenset({"level", "growth_yoy", "share", "contribution"})


def charts(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> list[ChartView]:
    """The charts of one indicator, the most telling first."""
    stated = [figure for figure in figures if figure.unit.kind != "rank" and figure.key.measure in DRAWN]
    found = [
        *_progress(volume, indicator, stated),
        *_over_time(volume, indicator, stated),
        *_parts(volume, indicator, stated),
        *_areas(volume, indicator, stated),
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
            # only a sum that grows through the year can be held against the time gone, not a rate
            cumulated = result.key.measure == "level" and result.unit.kind in {"money", "count", "area"}
            share = result.period.elapsed_share if cumulated else None
            yield view(
                volume,
                indicator,
                "progress",
                f"progress-{target.id}",
                [result],
                title=volume.voice.t(
                    "{area}: {result} {period}, against a target of {target} for {year} {unit}",
                    area=volume.voice.area(result.key.subject),
                    result=value_in_title(volume, result),
                    period=volume.voice.when_of(result),
                    target=value_in_title(volume, target),
                    year=periods.label(target.period, volume.lang),
                    unit=unit_after(volume, result),
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
            yield view(
                volume,
                indicator,
                "time",
                f"time-{points[0].id}",
                points,
                title=volume.voice.t("{area}: {values}", area=area, values=listed(volume, points, period_label)),
            )


def _parts(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> Iterable[ChartView]:
    """Parts of one whole, of one area, in one period. Nested parts stand under the whole that contains them."""
    split = [figure for figure in figures if figure.key.breakdown != TOTAL]
    for _, group in _series(split, lambda figure: (*_same_part(figure), _dimension(volume, figure))):
        whole = [
            figure for figure in figures if figure.key.breakdown == TOTAL and _same_part(figure) == _same_part(group[0])
        ]
        nested = any(volume.tables.reference.breakdowns[figure.key.breakdown].nested for figure in group)
        if nested and not whole and not _head(volume, group):
            continue  # tiers without their whole would look like things to add
        yield from _bars(volume, indicator, [*(whole if nested else []), *group], part_label, nested=nested)


def _areas(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> Iterable[ChartView]:
    """Areas side by side in one period."""
    for _, group in _series(figures, lambda figure: (*_same_part(figure)[1:], figure.key.kind, figure.key.breakdown)):
        yield from _bars(volume, indicator, group, area_label, nested=False)


def _bars(
    volume: Volume, indicator: Indicator, group: Sequence[Figure], label: Label, *, nested: bool
) -> Iterable[ChartView]:
    stated = sorted((figure for figure in group if not figure.missing), key=lambda figure: -(figure.value or 0))
    if len(stated) < 2:
        return
    first, parts = stated[0], label is part_label
    about = volume.voice.area(first.key.subject) if parts else subject(volume.voice, first, start=True)
    title = volume.voice.t("{area}: {values}", area=about, values=listed(volume, stated, label))
    remark = volume.voice.t("Each tier is part of the whole; the tiers are not to be added.") if nested else Markup("")
    key = f"{'parts' if parts else 'areas'}-{first.id}"
    yield view(volume, indicator, "bars", key, group, title=title, label=label, remark=remark)


def _same_part(figure: Figure) -> tuple[str, ...]:
    """What must agree for two values to be parts of one whole."""
    key = figure.key
    return (key.subject, key.kind, key.measure, key.period.text, figure.unit.id)


def _head(volume: Volume, group: Sequence[Figure]) -> bool:
    """True if one of the parts is declared to contain the others."""
    parts = {figure.key.breakdown for figure in group}
    return any(volume.tables.reference.breakdowns[part].parent in parts for part in parts)


def _dimension(volume: Volume, figure: Figure) -> str:
    part = volume.tables.reference.breakdowns.get(figure.key.breakdown)
    return part.dimension if part else ""


def _same(one: Figure, other: Figure, *parts: str) -> bool:
    return all(getattr(one.key, part) == getattr(other.key, part) for part in parts)


def _series(
    figures: Iterable[Figure], key: Callable[[Figure], tuple[str, ...]]
) -> Iterable[tuple[tuple[str, ...], list[Figure]]]:
    ordered = sorted(figures, key=key)
    return [(name, list(group)) for name, group in groupby(ordered, key=key)]
