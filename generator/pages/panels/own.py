"""The figures that a mechanism declares as its own: those of its indicators, in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.figure import Figure
from generator.model.mechanism import Mechanism

from .. import rows, series, tally
from ..volume import Volume
from . import arithmetic
from .panel import Panel, Section

LISTED = 80  # figures that are named one by one; more are counted by indicator, and are in the CSV


def figures_of(volume: Volume, mechanism: Mechanism) -> list[Figure]:
    """The figures of its indicators in its own place, then in the places within it; of long series the newest only.

    What other places say under the same indicator is not its own. With the parameter ``tiers`` it is about so many
    parts of the whole and not the whole, with none of them about the whole alone.
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
    if (tiers := mechanism.thresholds.get("tiers")) is not None:
        found = [figure for figure in found if (figure.key.breakdown == TOTAL) == (tiers == 0)]
    return sorted(found, key=lambda figure: (figure.key.subject != mechanism.area, figure.missing))


def completed(volume: Volume, mechanism: Mechanism, seen: Panel) -> Panel:
    """A view's panel with what follows alike in every view: the mechanism's own figures, if it has any, each with its
    place in the source; then the arithmetic around them and around what the view lists."""
    stated = figures_of(volume, mechanism)
    around = (*seen.listed, *stated)
    shown = dict.fromkeys([*around, *arithmetic.figures_of(volume, around), *seen.figures])
    table = [_listed(volume, mechanism, stated)] if stated else []
    sections = (*seen.sections, *table, *arithmetic.sections(volume, around, mechanism))
    return replace(seen, sections=sections, figures=tuple(shown))


def _listed(volume: Volume, mechanism: Mechanism, figures: Sequence[Figure]) -> Section:
    return Section("figures", volume.voice.t("Figures for this mechanism"), block=_table(volume, mechanism, figures))


def _table(volume: Volume, mechanism: Mechanism, figures: Sequence[Figure]) -> str:
    name = volume.voice.say(mechanism.name)
    if len(figures) > LISTED:
        caption = volume.voice.t("{mechanism}: its figures, by indicator", mechanism=name)
        return tally.table(volume, "own", caption, figures, of=mechanism.id)
    caption = volume.voice.t("{mechanism}: its figures", mechanism=name)
    group = rows.Group(Markup(""), rows.rows(volume, figures))
    return rows.table(volume, "own", caption, [group], rows.Look(where=True, edition=True))
