"""The figures that a mechanism declares as its own: those of its indicators, in its place."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.mechanism import Mechanism

from .. import rows, series
from ..volume import Volume


def figures_of(volume: Volume, mechanism: Mechanism) -> list[Figure]:
    """The figures of its indicators in its own place, then in the places within it; of long series the newest only.

    What other places say under the same indicator is not its own.
    """
    found = []
    for indicator in mechanism.indicators:
        long, short = series.split(volume, volume.by_indicator.get(indicator, ()))
        shown = {figure.id for figure in short} | {series.newest(one).id for one in long.values()}
        found += [
            figure
            for figure in volume.by_indicator.get(indicator, ())
            if figure.id in shown and volume.tables.reference.lies_in(figure.key.subject, mechanism.area)
        ]
    return sorted(found, key=lambda figure: (figure.key.subject != mechanism.area, figure.missing))


def table(volume: Volume, mechanism: Mechanism) -> str:
    """Its own figures as a table, each with its place in the source; empty if there are none."""
    figures = figures_of(volume, mechanism)
    if not figures:
        return ""
    caption = volume.voice.t("{mechanism}: its figures", mechanism=volume.voice.say(mechanism.name))
    group = rows.Group(Markup(""), rows.rows(volume, figures))
    return rows.table(volume, "own", caption, [group], rows.Look(where=True, edition=True))
