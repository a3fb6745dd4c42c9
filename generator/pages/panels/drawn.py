"""Charts of a panel: figures as marks, with what a chart says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.mechanism import Mechanism

from ..charting import charts
from ..charts.view import ChartView, Kind, Mark
from ..volume import Volume
from . import newest, own
from .panel import address


def mark(volume: Volume, figure: Figure, label: Markup, group: str = "") -> Mark:
    """A figure with a value as a mark. ``group``: label of the mark that contains it."""
    return Mark(
        label=plain(label),
        value=figure.value or Decimal(0),
        text=volume.voice.worded(figure, prose=False, unit=figure.unit.id == "pct").plain,
        row=figure.id,
        status=figure.status,
        bound=figure.bound,
        value_high=figure.value_high,
        period=figure.period,
        group=group,
    )


def chart(
    volume: Volume,
    mechanism: Mechanism,
    kind: Kind,
    name: str,
    figures: Sequence[tuple[Markup, Figure]],
    *,
    title: Markup,
    subtitle: Markup,
) -> ChartView | None:
    """The chart of these labelled figures, all in one unit, beside the mechanism's page; None of fewer than two."""
    if len(figures) < 2:
        return None
    voice, bulletin = volume.voice, volume.tables.bulletin
    return ChartView(
        key=f"{bulletin.id}-{mechanism.id}-{name}",
        home=address(mechanism),
        kind=kind,
        title=plain(title),
        subtitle=plain(subtitle),
        alt=plain(voice.t(". ")).join([plain(title), plain(subtitle)]),
        unit=figures[0][1].unit.name.of(volume.lang),
        marks=tuple(mark(volume, figure, label) for label, figure in figures),
        missing=(),
        target=None,
        elapsed=None,
        lang=volume.lang,
        note=plain(remark(volume, computed=all(figure.key.kind == "mechanism" for _, figure in figures))),
    )


def remark(volume: Volume, *, computed: bool) -> Markup:
    """What stands under a chart: who computed it, the bulletin and its edition, whether it is official."""
    voice, bulletin = volume.voice, volume.tables.bulletin
    edition = voice.edition(volume.newest.name, inside=True)
    note = [voice.t("Computed by us")] if computed else []
    note.append(voice.t("{bulletin}, {edition}", bulletin=voice.say(bulletin.title), edition=edition))
    if bulletin.demonstration:
        note.append(voice.t("demonstration data"))
    elif not bulletin.official:
        note.append(voice.t("unofficial"))
    return voice.t("; ").join(note)


def plain(text: Markup | str) -> str:
    return str(text.striptags()).strip() if isinstance(text, Markup) else text


def of_indicators(volume: Volume, mechanism: Mechanism) -> tuple[ChartView, ...]:
    """The charts that the mechanism's own figures deserve, beside its page."""
    found = own.figures_of(volume, mechanism)
    views = (
        view
        for name in mechanism.indicators
        for view in charts(
            volume, volume.tables.reference.indicators[name], [one for one in found if one.key.concept == name]
        )
    )
    return tuple(newest.placed(mechanism, view) for view in views)[: newest.CHARTS_A_SECTION]
