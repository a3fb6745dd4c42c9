"""The kinds of charts, each made of its figures with its title, the finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.reference import Indicator

from .chart_views import (
    Label,
    area_label,
    compared_with_last,
    cumulated,
    is_sum,
    listed,
    part_label,
    period_label,
    unit_after,
    value_in_title,
    view,
)
from .charts.view import ChartView
from .pictures import LISTED_IN_TITLE
from .volume import Volume
from .wording import periods
from .wording.escape import inert
from .wording.sentences import subject

HOME_AREAS = 4  # home areas of which an indicator's page shows a long series over time
BARS = 30  # areas side by side up to which each has a bar; of more, how they spread is shown


def progress_view(volume: Volume, target: Figure, results: Sequence[Figure]) -> ChartView | None:
    """The first of ``results`` that says how far the target's year has come, held against it; None if none does."""
    result = next((figure for figure in results if _fits(figure, target)), None)
    if result is None or not target.value:
        return None
    # only a sum that grows through the year can be held against the time gone, not a rate
    share = result.period.elapsed_share if cumulated(result) else None
    return view(
        volume,
        volume.tables.reference.indicators[target.key.concept],
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


def _fits(result: Figure, target: Figure) -> bool:
    """Does it say what has come about since the first day of the target's year?"""
    since = result.period.first if result.period.year_to_date else None
    return result.value is not None and since == target.period.first and result.unit == target.unit


def time_view(volume: Volume, series: Sequence[Figure]) -> ChartView | None:
    """A series over time; None if it has fewer than two dated values."""
    points = [figure for figure in series if figure.period.dated and not figure.missing]
    if len(points) < 2:
        return None
    points.sort(key=lambda figure: figure.period.sort_key)
    area = volume.voice.area(points[0].key.subject)
    told = points if len(points) <= LISTED_IN_TITLE else [compared_with_last(points), points[-1]]
    return view(
        volume,
        volume.tables.reference.indicators[points[0].key.concept],
        "time",
        f"time-{points[0].id}",
        points,
        title=volume.voice.t("{area}: {values}", area=area, values=listed(volume, told, period_label)),
    )


def bars(
    volume: Volume, indicator: Indicator, group: Sequence[Figure], label: Label, *, nested: bool
) -> Iterable[ChartView]:
    parts = label is part_label
    group = group if parts else _side_by_side(volume, group)
    stated = sorted((figure for figure in group if not figure.missing), key=lambda figure: -(figure.value or 0))
    if len(stated) < 2:
        return
    if len(stated) > BARS and not parts:
        yield spread_view(volume, indicator, stated, len(group) - len(stated))
        return
    first, title = stated[0], ends(volume, stated)
    if parts or len(stated) <= LISTED_IN_TITLE:
        about = _whole(volume, first) if parts else subject(volume.voice, first, start=True)
        title = volume.voice.t("{area}: {values}", area=about, values=listed(volume, stated, label))
    remark = volume.voice.t("Each tier is part of the whole; the tiers are not to be added.") if nested else Markup("")
    key = f"{'parts' if parts else 'areas'}-{first.id}"
    yield view(volume, indicator, "bars", key, group, title=title, label=label, remark=remark)


def _whole(volume: Volume, figure: Figure) -> Markup:
    """What a part is part of: its area; of a part of a part that as well, 星澜市未办理."""
    voice, breakdowns = volume.voice, volume.tables.reference.breakdowns
    area, part = voice.area(figure.key.subject), breakdowns.get(figure.key.breakdown)
    above = breakdowns.get(part.parent) if part else None
    if above is None:
        return area
    name = above.name.of(voice.lang)
    return voice.t("{area}, {part}", area=area, part=inert(name if voice.lang == "zh" else voice.lowered(name)))


def spread_view(volume: Volume, indicator: Indicator, falling: Sequence[Figure], missing: int) -> ChartView:
    """Many areas in one period, largest first: the ends in words, the home areas named, ``missing`` ones counted."""
    highest = falling[0]
    remark = volume.voice.n("{count} area has no value.", "{count} areas have no value.", missing).striptags()
    return view(
        volume,
        indicator,
        "spread",
        f"areas-{highest.id}",
        falling,
        title=ends(volume, falling),
        emphasis=frozenset(volume.tables.bulletin.home[:HOME_AREAS]),
        remark=Markup(remark) if missing else Markup(""),  # noqa: S704 - counted by us
    )


def ends(volume: Volume, falling: Sequence[Figure]) -> Markup:
    """The title of many areas, largest first: from where to where they reach."""
    highest, lowest = falling[0], falling[-1]
    words = volume.voice.t(
        "{indicator}: from {lowest} ({last}) to {highest} ({first})",
        indicator=subject(volume.voice, highest, start=True),
        lowest=value_in_title(volume, lowest),
        last=area_label(volume, lowest),
        highest=value_in_title(volume, highest),
        first=area_label(volume, highest),
    )
    return words + unit_after(volume, highest)


def _side_by_side(volume: Volume, group: Sequence[Figure]) -> Sequence[Figure]:
    """Without the areas that contain others of ``group``, if it is of sums: a whole is no rival of its parts."""
    areas = volume.tables.reference.areas
    wholes = {areas[figure.key.subject].parent for figure in group if figure.key.subject in areas}
    return [figure for figure in group if figure.key.subject not in wholes or not is_sum(figure)]
