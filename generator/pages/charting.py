"""Which charts an indicator deserves, and what each one says.

A chart needs at least two values that may stand beside each other: one unit, one measure, and either one period
(areas, or parts of one whole) or one area (periods). A single value is a sentence, not a chart. Ranks are never drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from generator.model.codes import TOTAL
from generator.model.figure import Figure
from generator.model.reference import Indicator

from .chart_kinds import HOME_AREAS, bars, progress_view, time_view
from .chart_views import area_label, part_label
from .charts.view import ChartView
from .volume import Volume

DRAWN = frozenset({"level", "growth_yoy", "share", "contribution"})


def charts(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> list[ChartView]:
    """The charts of one indicator, the most telling first. Of long series only a few: the area pages have the rest."""
    drawn = [figure for figure in figures if figure.unit.kind != "rank" and figure.key.measure in DRAWN]
    short = [figure for figure in drawn if not volume.long(figure)]
    found = [
        *_newest(volume, indicator, [figure for figure in drawn if volume.long(figure)]),
        *_progress(volume, short),
        *_over_time(volume, short),
        *_parts(volume, indicator, short),
        *_areas(volume, indicator, short),
    ]
    return [view for view in found if view is not None]


def _newest(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> list[ChartView | None]:
    """Of long series: all areas in the newest period, and the first home areas over time."""
    results = [figure for figure in figures if figure.key.kind == "obs" and figure.period.dated]
    if not results:
        return []
    alike = [figure for figure in results if figure.key.series[3:] == results[0].key.series[3:]]
    last = max(figure.period.sort_key for figure in alike)
    newest = [figure for figure in alike if figure.period.sort_key == last]
    home = (
        time_view(volume, [figure for figure in alike if figure.key.subject == code])
        for code in volume.tables.bulletin.home
    )
    return [*bars(volume, indicator, newest, area_label, nested=False), *list(filter(None, home))[:HOME_AREAS]]


def _progress(volume: Volume, figures: Sequence[Figure]) -> Iterable[ChartView | None]:
    """The result of a year so far against its target."""
    results = dict(_series([figure for figure in figures if figure.key.kind == "obs"], _aimed_at))
    targets = [figure for figure in figures if figure.key.kind == "target" and figure.value]
    return (progress_view(volume, target, results.get(_aimed_at(target), ())) for target in targets)


def _aimed_at(figure: Figure) -> tuple[str, ...]:
    """What a result and its target share."""
    return (figure.key.subject, figure.key.concept, figure.key.measure, figure.key.breakdown)


def _over_time(volume: Volume, figures: Sequence[Figure]) -> Iterable[ChartView | None]:
    """One area's values at several dated periods."""
    results = [figure for figure in figures if figure.key.kind == "obs"]
    return (time_view(volume, series) for _, series in _series(results, lambda figure: figure.key.series))


def _parts(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> Iterable[ChartView]:
    """Parts of one whole, of one area, in one period. Nested parts stand under the whole that contains them."""
    split = [figure for figure in figures if figure.key.breakdown != TOTAL]
    totals = dict(_series([figure for figure in figures if figure.key.breakdown == TOTAL], _same_part))
    for _, group in _series(split, lambda figure: (*_same_part(figure), _dimension(volume, figure))):
        whole = totals.get(_same_part(group[0]), [])
        nested = any(volume.tables.reference.breakdowns[figure.key.breakdown].nested for figure in group)
        if nested and not whole and not _head(volume, group):
            continue  # tiers without their whole would look like things to add
        yield from bars(volume, indicator, [*(whole if nested else []), *group], part_label, nested=nested)


def _areas(volume: Volume, indicator: Indicator, figures: Sequence[Figure]) -> Iterable[ChartView]:
    """Areas side by side in one period."""
    for _, group in _series(figures, lambda figure: (*_same_part(figure)[1:], figure.key.kind, figure.key.breakdown)):
        yield from bars(volume, indicator, group, area_label, nested=False)


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


def _series(
    figures: Iterable[Figure], key: Callable[[Figure], tuple[str, ...]]
) -> Iterable[tuple[tuple[str, ...], list[Figure]]]:
    ordered = sorted(figures, key=key)
    return [(name, list(group)) for name, group in groupby(ordered, key=key)]
