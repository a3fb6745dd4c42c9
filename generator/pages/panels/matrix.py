"""Entries side by side: a line each, its level, growth, share and rank in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.codes import NOT_APPLICABLE
from generator.model.figure import Figure

from .. import rows
from ..render import block
from ..volume import Volume
from ..wording import sentences
from .newest import Entry


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a matrix: every text is ready to be shown."""

    head: Markup
    href: str
    small: Markup
    depth: int  # 1 and more: a part of what stands above
    cells: tuple[Markup, ...]
    badges: tuple[tuple[str, Markup], ...]


Head = Callable[[Volume, Entry], Markup]


def by_indicator(volume: Volume, entry: Entry) -> Markup:
    """A line's head: the part of the whole, or the indicator."""
    reference = volume.tables.reference
    part = reference.breakdowns.get(entry.breakdown)
    return volume.voice.name(part or reference.indicators[entry.indicator])


def by_area(volume: Volume, entry: Entry) -> Markup:
    return volume.voice.area(entry.area)


More = tuple[Markup, Callable[[Entry], Markup]] | None  # one more column: its title, and what it says of an entry


def areas(volume: Volume, found: Iterable[Entry]) -> More:
    """A column with the areas, where there are several."""
    if len({one.area for one in found}) < 2:
        return None
    return volume.voice.t("Area"), lambda one: by_area(volume, one)


def matrix(
    volume: Volume, name: str, caption: Markup, found: Sequence[Entry], head: Head = by_indicator,
    more: More = None,
) -> str:  # fmt: skip
    """The HTML of a table: a line an entry, a column a measure, and ``more`` right after the value. ``name``:
    of its caption."""
    used = {measure for one in found for measure in one.figures}
    measures = [measure for measure in volume.tables.reference.measures.values() if measure.id in used]
    columns = [volume.voice.t("Value") if one.id == "level" else volume.voice.say(one.name) for one in measures]
    lines = [_line(volume, one, [measure.id for measure in measures], head, more and more[1]) for one in found]
    titles = [*columns[:1], *([more[0]] if more else []), *columns[1:]]
    return block("matrix", volume.voice, name=name, caption=caption, columns=titles, lines=lines)


def _line(
    volume: Volume, entry: Entry, measures: Iterable[str], head: Head, more: Callable[[Entry], Markup] | None
) -> Line:
    cells = [_cell(volume, entry.figures.get(measure)) for measure in measures]
    return Line(
        head=head(volume, entry),
        href=rows.href(volume, entry.main),
        small=volume.voice.time_of(entry.main),
        depth=depth(volume, entry.breakdown) if head is by_indicator else 0,
        cells=(*cells[:1], *([more(entry)] if more else []), *cells[1:]),
        badges=rows.badges(volume, entry.main),
    )


def depth(volume: Volume, part: str) -> int:
    """0 for the whole, 1 for its parts, 2 for theirs."""
    found = volume.tables.reference.breakdowns.get(part)
    return 1 + depth(volume, found.parent) if found else 0


def _cell(volume: Volume, figure: Figure | None) -> Markup:
    """A value; a rank with those among whom it holds."""
    if figure is None:
        return Markup("")
    value = sentences.place(volume.voice, figure)
    if figure.key.peers == NOT_APPLICABLE:
        return value
    among = volume.voice.t("among {peers}", peers=sentences.peers(volume.voice, figure))
    return Markup('{} <span class="small">{}</span>').format(value, among)
