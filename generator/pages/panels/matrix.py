"""Entries side by side: a line each, its level, growth, share and rank in columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.model.codes import NOT_APPLICABLE, TOTAL
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
    names = [volume.voice.t("Value") if one.id == "level" else volume.voice.say(one.name) for one in measures]
    columns = [volume.voice.head(name) for name in names]
    cell = partial(_cell, volume, mixed=_mixed(volume, found))
    lines = [_line(volume, one, [measure.id for measure in measures], head, cell, more and more[1]) for one in found]
    titles = [*columns[:1], *([more[0]] if more else []), *columns[1:]]
    return block("matrix", volume.voice, name=name, caption=caption, columns=titles, lines=lines)


def _line(
    volume: Volume,
    entry: Entry,
    measures: Iterable[str],
    head: Head,
    cell: Callable[[Figure | None], Markup],
    more: Callable[[Entry], Markup] | None,
) -> Line:
    cells = [cell(entry.figures.get(measure)) for measure in measures]
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


def _cell(volume: Volume, figure: Figure | None, *, mixed: Set[str]) -> Markup:
    """A value; a rank with those among whom it holds, and a share with its whole where its column has several."""
    if figure is None:
        return Markup("")
    voice, value = volume.voice, sentences.place(volume.voice, figure)
    if figure.key.peers != NOT_APPLICABLE:
        among = voice.t("among {peers}", peers=sentences.peers(voice, figure))
        return Markup('{} <span class="small">{}</span>').format(value, among)
    if figure.key.measure in mixed and (whole := _whole(volume, figure)):
        name = sentences.subject if whole.key.breakdown == TOTAL else sentences.part
        said = voice.t("of {whole}", whole=name(voice, whole))
        return Markup('{}<br><span class="small">{}</span>').format(value, said)  # below it: the numbers stay in line
    return value


def _mixed(volume: Volume, found: Iterable[Entry]) -> set[str]:
    """The measures whose column would hold shares of different wholes."""
    shares = ((measure, _whole(volume, figure)) for one in found for measure, figure in one.figures.items())
    wholes = {(measure, whole.key.concept, whole.key.breakdown) for measure, whole in shares if whole}
    return {measure for measure, times in Counter(measure for measure, *_ in wholes).items() if times > 1}


def _whole(volume: Volume, figure: Figure) -> Figure | None:
    """What a computed share is a share of: the last figure it is made of, if that is of another thing than itself. The
    same thing a year before, or its target, is nothing that it could be a part of."""
    if figure.unit.kind != "rate" or not figure.inputs:
        return None
    last = volume.figure(figure.inputs[-1])
    alike = last and (last.key.concept, last.key.breakdown) == (figure.key.concept, figure.key.breakdown)
    return None if alike else last
