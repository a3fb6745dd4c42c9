"""The tables of an indicator's page: its newest figures, single ones of earlier periods, and the way up to now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.reference import Indicator

from . import rows, series
from .volume import Volume

EARLIER_CELLS = 3000  # of long series: up to so many earlier figures stand on the indicator's page


def newest(volume: Volume, indicator: Indicator, figures: list[Figure], long: series.Long) -> str:
    """The figures of short series, and the newest of each long one. What is older than these stands in a second table:
    the rank of an old period must not be read beside the value of a new one."""
    voice = volume.voice
    heads = {one[0].id for one in long.values()}
    shown = [figure for figure in figures if figure.id in heads or figure.key.series not in long]
    caption = voice.t("{indicator}: all figures, areas and measures", indicator=voice.name(indicator))
    if not heads:
        return _rows(volume, indicator, "figures", caption, shown)
    since = {one[0].key.subject: one[0].period.sort_key for one in long.values()}
    old = {figure.id for figure in shown if figure.id not in heads and _older(figure, since)}
    caption = voice.t("{indicator}: newest figures, areas and measures", indicator=voice.name(indicator))
    table = _rows(volume, indicator, "figures", caption, [figure for figure in shown if figure.id not in old])
    if not old:
        return table
    caption = voice.t("{indicator}: single figures of earlier periods", indicator=voice.name(indicator))
    return table + _rows(volume, indicator, "single", caption, [figure for figure in shown if figure.id in old])


def _older(figure: Figure, since: Mapping[str, tuple[date, date]]) -> bool:
    """True if its area has a newer period in a long series."""
    last = since.get(figure.key.subject)
    return last is not None and figure.key.kind == "obs" and figure.period.sort_key < last


def _rows(volume: Volume, indicator: Indicator, name: str, caption: Markup, figures: list[Figure]) -> str:
    shown = rows.rows(volume, sorted(figures, key=lambda figure: figure.missing))
    look = rows.Look(lead="area", edition=True, home=f"indicators/{indicator.id}/")
    return rows.table(volume, name, caption, [rows.Group(Markup(""), shown)], look)


def earlier(volume: Volume, indicator: Indicator, long: series.Long) -> str:
    """Long series before their newest period, areas by periods, a table a measure; empty if they are too many."""
    results = [one for key, one in long.items() if key[0] == "obs"]
    if sum(len(one) - 1 for one in results) > EARLIER_CELLS:
        return ""
    measures: dict[tuple[str, ...], list[series.Line]] = {}
    for one in results:
        line = series.Line(
            volume.voice.area(one[0].key.subject),
            f"~/areas/{one[0].key.subject}/",
            Markup(""),
            {figure.period.text: figure for figure in one[1:]},
        )
        measures.setdefault(one[0].key.series[3:], []).append(line)
    return "".join(
        series.history(volume, f"earlier-{place}", _caption(volume, indicator, lines), lines, home=False)
        for place, lines in enumerate(measures.values(), start=1)
    )


def _caption(volume: Volume, indicator: Indicator, lines: list[series.Line]) -> Markup:
    """The indicator with what is said of it, its unit."""
    said = series.unit_line(volume, next(iter(lines[0].figures.values())))
    return volume.voice.t("{indicator} ({what})", indicator=volume.voice.name(indicator), what=said)
