"""What a mechanism's figures say last: each thing once, with its level, growth, share and rank beside one another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.period import Period

from ..chart_kinds import bars
from ..chart_views import area_label, part_label
from ..charts import ChartView
from ..order import grouped
from ..volume import Volume
from ..wording import sentences
from . import own, targets
from .panel import Section, address

CHARTS_A_SECTION = 4
FINDING = 2  # sentences
CONTRIBUTIONS = ("contribution",)  # of problems or steps to the growth of all: nothing that anyone asks


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
        """True for what is only planned or expected: no result."""
        return self.main.status == "F"

    @property
    def missing(self) -> bool:
        return all(figure.missing for figure in self.figures.values())


def entries(volume: Volume, mechanism: Mechanism, without: Collection[str] = ()) -> list[Entry]:
    """The mechanism's own figures, in the order of its indicators: its own area first, the whole before its parts;
    ``without`` some measures.

    Aims are none of them: they stand with their results, see :func:`aims`. Nor are areas that are no more: their last
    values are of other times.
    """
    reference, today = volume.tables.reference, volume.newest.release.data_until
    ended = {code for code, area in reference.areas.items() if area.valid_to and area.valid_to < today}
    stated = own.figures_of(volume, mechanism)
    now = (figure for figure in stated if figure.key.kind == "obs" and figure.key.subject not in ended)
    observed = (figure for figure in now if figure.key.measure not in without)
    found = grouped(observed, lambda figure: ".".join(figure.key[1:3]) + f".{figure.key.breakdown}")
    places = {name: place for place, name in enumerate(mechanism.indicators)}
    made = [_entry(figures) for figures in found.values()]
    return sorted(made, key=lambda one: (one.area != mechanism.area, places[one.indicator], one.breakdown != TOTAL))


def aims(volume: Volume, mechanism: Mechanism, without: Collection[str] = ()) -> tuple[list[Section], list[Figure]]:
    """The announced aims of the mechanism with their results, and the figures that this shows; ``without`` some that
    are shown in another place."""
    every = (one for one in volume.newest.aims if one.target.id not in without)
    own_aims = [one for one in every if one.of(mechanism, volume.tables.reference)]
    return list(islice(targets.sections(volume, own_aims, ()), 1)), list(targets.figures_of(own_aims))


def _entry(figures: Sequence[Figure]) -> Entry:
    """What the newest of ``figures`` and those of the same period say."""
    period = max((figure.period for figure in figures), key=lambda period: period.sort_key)
    said = {figure.key.measure: figure for figure in figures if figure.period.text == period.text}
    key = figures[0].key
    return Entry(key.subject, key.concept, key.breakdown, period, said)


def compared(found: Sequence[Entry]) -> bool:
    """True if anything in ``found`` stands beside another thing: another measure, part or area. What does not is told
    in full by the list of the mechanism's figures."""
    alone = len({one.indicator for one in found}) == len(found)
    return not alone or any(len(one.figures) > 1 or one.missing for one in found)


def finding(volume: Volume, found: Iterable[Entry]) -> Markup:
    """The first results in sentences, each with its ranks and its parts; empty if there are none. ``found``: of the
    mechanism's own area first, to which it keeps if anything is said of that."""
    known = [one for one in found if not one.missing]
    own_area = [one for one in known if one.area == known[0].area]
    results = [one for one in own_area if not one.planned and one.breakdown == TOTAL] or own_area
    return volume.voice.passage(_told(volume, one, own_area) for one in results[:FINDING])


def told(volume: Volume, mechanism: Mechanism) -> Markup:
    """The finding in the mechanism's own figures; empty if it has none."""
    return finding(volume, entries(volume, mechanism))


def _told(volume: Volume, entry: Entry, found: Iterable[Entry]) -> Markup:
    voice, breakdowns = volume.voice, volume.tables.reference.breakdowns
    ranks = [one for one in entry.figures.values() if one.unit.kind == "rank" and one is not entry.main]
    said = [sentences.sentence(voice, figure) for figure in (entry.main, *ranks)]
    same = [one for one in found if one.indicator == entry.indicator and one.period.text == entry.period.text]
    split = [(one, breakdowns[one.breakdown]) for one in same if one.breakdown in breakdowns]
    parts = [one for one, part in split if not part.parent and not part.nested]  # tiers would look like things to add
    tells = any(one.main.value != entry.main.value for one in parts)  # else the one part is all there is
    if entry.breakdown == TOTAL and tells:
        beside = breakdowns[parts[0].breakdown].dimension  # of other dimensions the table tells
        named = (
            voice.t("{value} ({label})", value=voice.figure(one.main), label=sentences.part(voice, one.main))
            for one in parts
            if breakdowns[one.breakdown].dimension == beside
        )
        said.append(voice.t("Of these: {parts}.", parts=voice.t("; ").join(named)))
    return voice.passage(said)


def parts_charts(volume: Volume, mechanism: Mechanism, found: Iterable[Entry]) -> tuple[ChartView, ...]:
    """The parts of each whole side by side, and the areas of each total: of one period only."""
    parts = (one for one in found if not one.planned)
    views = (view for group in _beside(volume, parts).values() for view in _bars(volume, group))
    return tuple(placed(mechanism, view) for view in islice(views, CHARTS_A_SECTION))


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
