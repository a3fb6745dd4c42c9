"""An area's long series on its own page: topic by topic in tables, and the few charts that show most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.model.figure import Figure

from . import rows, series
from .chart_kinds import progress_view, time_view
from .chart_views import cumulated
from .charting import DRAWN
from .charts import ChartView
from .series import Key, Long
from .volume import Volume

CHARTS_AN_AREA = 4
PROGRESS_AN_AREA = 2  # of them at most so many hold a result against its target: the others show the way it came


def topics(volume: Volume, long: Long, short: Iterable[Figure], who: Markup) -> list[tuple[str, str, str]]:
    """Each topic of an area: a name on the page, its title, and its tables."""
    heads = [series[0] for series in long.values()]
    found = rows.by_topic(volume, [*heads, *short])
    return [
        (f"t{place}", title, _topic(volume, f"t{place}", title, some, long, who))
        for place, (_, title, some) in enumerate(found, start=1)
    ]


def _topic(volume: Volume, name: str, title: str, figures: Iterable[Figure], long: Long, who: Markup) -> str:
    """The newest of each long series, their history, and the figures of short ones. ``figures``: one a long series."""
    voice, lines, short = volume.voice, list[Sequence[Figure]](), list[Figure]()
    for figure in figures:
        if figure.key.series in long:
            lines.append(long[figure.key.series])
        else:
            short.append(figure)
    parts = []
    if lines:
        caption = voice.t("{topic}: {area}, newest values", topic=title, area=who)
        parts.append(series.courses(volume, f"{name}-now", caption, lines))
    for basis, some in _by_basis(volume, lines).items():
        kind = voice.t("targets") if basis == "target" else voice.basis(basis)
        caption = voice.t("{topic}: {area}, {basis}", topic=title, area=who, basis=kind)
        parts.append(series.history(volume, f"{name}-{basis}", caption, series.lines(volume, some), home=True))
    if short:
        caption = voice.t("{topic}: {area}", topic=title, area=who)
        parts.append(rows.table(volume, name, caption, [rows.Group(Markup(""), rows.rows(volume, short))], rows.Look()))
    return "".join(parts)


def _by_basis(volume: Volume, lines: Iterable[Sequence[Figure]]) -> dict[str, list[Sequence[Figure]]]:
    """Series that share their kind of period share a table; targets stand apart."""
    found: dict[str, list[Sequence[Figure]]] = {}
    for one in lines:
        basis = volume.tables.reference.indicators[one[0].key.concept].basis
        found.setdefault("target" if one[0].key.kind == "target" else basis, []).append(one)
    return found


def charts(volume: Volume, long: Long) -> list[ChartView]:
    """One chart an indicator, of its first series: the headline indicators first, then in page order.

    A sum of the year so far is held against its target, but for at most ``PROGRESS_AN_AREA`` of them; all else is shown
    over time.
    """
    found: list[ChartView] = []
    for key in sorted(_first_of_each(long), key=lambda key: volume.headline_place(long[key][0])):
        aimed = sum(view.kind == "progress" for view in found) < PROGRESS_AN_AREA
        view = (_progress(volume, long, key) if aimed else None) or time_view(volume, long[key])
        if view:
            found.append(view)
        if len(found) == CHARTS_AN_AREA:
            break
    return found


def _first_of_each(long: Long) -> list[Key]:
    """The first series of observations of each indicator, in page order."""
    found: dict[str, Key] = {}
    for key, one in long.items():
        if key[0] == "obs" and one[0].unit.kind != "rank" and one[0].key.measure in DRAWN:
            found.setdefault(one[0].key.concept, key)
    return list(found.values())


def _progress(volume: Volume, long: Long, key: Key) -> ChartView | None:
    """The newest result of a sum against the newest target set for it."""
    targets = long.get(("target", *key[1:-1], ""), ())  # a target has no peers
    return progress_view(volume, targets[0], long[key]) if targets and cumulated(long[key][0]) else None
