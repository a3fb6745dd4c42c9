"""What a mechanism's figures say last: each thing once, with its level, growth, share and rank beside one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.codes import NOT_APPLICABLE, TOTAL
from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.period import Period

from .. import rows
from ..chart_kinds import bars
from ..chart_views import area_label, part_label
from ..charts import ChartView
from ..order import grouped
from ..render import block
from ..volume import Volume
from ..wording import sentences
from . import own
from .panel import address

CHARTS_A_SECTION = 4
FINDING = 2  # sentences


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one thing in its newest period: of an indicator, or a part of it, in an area."""

    area: str
    indicator: str
    breakdown: str
    period: Period
    figures: Mapping[str, Figure]  # by measure; never empty

    @property
    def main(self) -> Figure:
        """Its level; where none is given, what is."""
        return self.figures.get("level") or next(iter(self.figures.values()))

    @property
    def planned(self) -> bool:
        """True for an aim, and for what is only planned or expected: no result."""
        return self.main.key.kind == "target" or self.main.status == "F"

    @property
    def missing(self) -> bool:
        return all(figure.missing for figure in self.figures.values())


def entries(volume: Volume, mechanism: Mechanism) -> list[Entry]:
    """The mechanism's own figures, in the order of its indicators: its own area first, the whole before its parts."""
    found: dict[tuple[str, ...], list[Figure]] = {}
    for figure in own.figures_of(volume, mechanism):
        key = figure.key
        found.setdefault((key.kind, key.subject, key.concept, key.breakdown), []).append(figure)
    places = {name: place for place, name in enumerate(mechanism.indicators)}
    made = [_entry(figures) for figures in found.values()]
    return sorted(made, key=lambda one: (one.area != mechanism.area, places[one.indicator], one.breakdown != TOTAL))


def _entry(figures: Sequence[Figure]) -> Entry:
    """What the newest of ``figures`` and those of the same period say; aims of years to come stand back behind none."""
    period = max((figure.period for figure in figures), key=lambda period: period.sort_key)
    said = {figure.key.measure: figure for figure in figures if figure.period.text == period.text}
    key = figures[0].key
    return Entry(key.subject, key.concept, key.breakdown, period, said)


def finding(volume: Volume, found: Iterable[Entry]) -> Markup:
    """The first results in sentences; empty if there are none."""
    results = [one.main for one in found if not one.planned and not one.missing and one.breakdown == TOTAL]
    results = results or [one.main for one in found if not one.missing]
    return volume.voice.passage(sentences.sentence(volume.voice, figure) for figure in results[:FINDING])


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a matrix: every text is ready to be shown."""

    head: Markup
    href: str
    small: Markup
    part: bool  # stands under the line above
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


def matrix(
    volume: Volume, name: str, caption: Markup, found: Sequence[Entry], head: Head = by_indicator,
    more: tuple[Markup, Callable[[Entry], Markup]] | None = None,
) -> str:  # fmt: skip
    """The HTML of a table: a line an entry, a column a measure, and ``more``: a last column with its title. ``name``:
    of its caption."""
    used = {measure for one in found for measure in one.figures}
    measures = [measure for measure in volume.tables.reference.measures.values() if measure.id in used]
    columns = [volume.voice.t("Value") if one.id == "level" else volume.voice.say(one.name) for one in measures]
    lines = [_line(volume, one, [measure.id for measure in measures], head, more and more[1]) for one in found]
    titles = [*columns, *([more[0]] if more else [])]
    return block("matrix", volume.voice, name=name, caption=caption, columns=titles, lines=lines)


def _line(
    volume: Volume, entry: Entry, measures: Iterable[str], head: Head, more: Callable[[Entry], Markup] | None
) -> Line:
    cells = [_cell(volume, entry.figures.get(measure)) for measure in measures]
    return Line(
        head=head(volume, entry),
        href=rows.href(volume, entry.main),
        small=volume.voice.time_of(entry.main),
        part=entry.breakdown != TOTAL and head is by_indicator,
        cells=(*cells, *([more(entry)] if more else [])),
        badges=rows.badges(volume, entry.main),
    )


def _cell(volume: Volume, figure: Figure | None) -> Markup:
    """A value; a rank with those among whom it holds."""
    if figure is None:
        return Markup("")
    value = sentences.place(volume.voice, figure)
    if figure.key.peers == NOT_APPLICABLE:
        return value
    among = volume.voice.t("among {peers}", peers=sentences.peers(volume.voice, figure))
    return Markup('{} <span class="small">{}</span>').format(value, among)


def parts_charts(volume: Volume, mechanism: Mechanism, found: Iterable[Entry]) -> tuple[ChartView, ...]:
    """The parts of each whole side by side, and the areas of each total: of one period only."""
    parts = (one for one in found if not one.planned)
    views = (view for group in _beside(volume, parts).values() for view in _bars(volume, group))
    return tuple(placed(mechanism, view) for view, _ in zip(views, range(CHARTS_A_SECTION), strict=False))


def _beside(volume: Volume, found: Iterable[Entry]) -> dict[str, list[Entry]]:
    """What may stand side by side: the parts of a dimension in one area, and the areas of a total."""

    def key(entry: Entry) -> str:
        part = volume.tables.reference.breakdowns.get(entry.breakdown)
        side = f"{entry.area} {part.dimension} {part.parent}" if part else ""
        return f"{entry.indicator} {entry.main.key.measure} {entry.period.text} {side}"

    return grouped(found, key)


def _bars(volume: Volume, group: Sequence[Entry]) -> Iterator[ChartView]:
    part = volume.tables.reference.breakdowns.get(group[0].breakdown)
    figures = [one.main for one in group if one.main.unit.kind != "rank"]
    if figures and not (part and part.nested):  # tiers without their whole would look like things to add
        indicator = volume.tables.reference.indicators[group[0].indicator]
        yield from bars(volume, indicator, figures, part_label if part else area_label, nested=False)


def placed(mechanism: Mechanism, view: ChartView) -> ChartView:
    """The chart with its files beside the panel, under a key of its own."""
    return replace(view, home=address(mechanism), key=f"{view.key}-{mechanism.id}")
