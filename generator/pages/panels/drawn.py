"""Charts of a panel: figures as marks, with what a chart says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.mechanism import Mechanism

from ..charting import charts
from ..charts.view import ChartView, Kind
from ..pictures import mark, picture, signed
from ..volume import Volume
from ..wording.escape import plain
from . import newest, own
from .panel import address


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
    return picture(
        volume,
        kind,
        f"{mechanism.id}-{name}",
        address(mechanism),
        [mark(volume, figure, plain(label)) for label, figure in figures],
        title=title,
        subtitle=subtitle,
        note=remark(volume, computed=all(figure.key.kind == "mechanism" for _, figure in figures)),
        unit=figures[0][1].unit.name.of(volume.lang),
    )


def remark(volume: Volume, *, computed: bool) -> Markup:
    """What stands under a chart: who computed it, the bulletin and its edition, whether it is official."""
    by = [volume.voice.t("Computed by us")] if computed else []
    return signed(volume, by, volume.voice.edition(volume.newest.name, inside=True))


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
