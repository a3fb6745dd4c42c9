"""The amounts of a project: of each item the newest in a row, and what was said of many earlier periods in tables."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.model.figure import Figure

from .. import rows, series
from ..order import grouped
from ..volume import FEW_PERIODS, Volume
from .dossier import Profile


def amounts(volume: Volume, one: Profile) -> str:
    """The HTML of the tables. An item of up to ``FEW_PERIODS`` periods has a row for each; of more, the newest has,
    and the earlier ones stand side by side, a column a period, those that are told alike in one table."""
    items = grouped(one.amounts, lambda figure: figure.key.concept).values()
    long = [some for some in items if len(some) > FEW_PERIODS]
    shown = [figure for some in items for figure in (some[:1] if len(some) > FEW_PERIODS else some)]
    project = volume.voice.say(one.project.name)
    caption = volume.voice.t("{project}: amounts", project=project)
    look = rows.Look(edition=True, home=one.address)
    tables = [rows.table(volume, "amounts", caption, [rows.Group(Markup(""), rows.rows(volume, shown))], look)]
    caption = volume.voice.t("{project}: earlier periods", project=project)
    for kind, alike in grouped(long, lambda some: some[0].period.kind).items():
        lines = [_line(volume, some) for some in alike]
        tables.append(series.history(volume, f"earlier-{kind}", caption, lines, home=True))
    return "".join(tables)


def _line(volume: Volume, amounts: Sequence[Figure]) -> series.Line:
    """All but the newest of an item, newest first; its name leads to the newest."""
    last, *earlier = amounts
    origin = volume.voice.t("computed by us") if last.computed else Markup("")  # by the formula beside the newest
    small = Markup(" · ").join(filter(None, (series.unit_line(volume, last), origin)))
    by_period = {figure.period.text: figure for figure in earlier}
    return series.Line(rows.subject(volume, last), rows.href(volume, last), small, by_period)
