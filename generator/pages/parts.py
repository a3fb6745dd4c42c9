"""Parts that several page kinds share: headline cards, finder, source lists, datelines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from markupsafe import Markup

from generator.model.codes import Bound
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.reference import Area, Source

from .render import block
from .rows import badges, href, what
from .volume import Volume
from .wording.sentences import subject

BELOW_ZERO: dict[Bound, Bound] = {"at_least": "at_most", "over": "under", "at_most": "at_least", "under": "over"}


@dataclass(frozen=True, slots=True)
class Card:
    """A headline figure: what, how much, in which context."""

    label: Markup
    href: str
    area: Markup
    area_href: str
    before: str
    number: Markup
    unit: str
    mark: Markup  # after the unit, as in every table
    context: Markup
    badges: tuple[tuple[str, Markup], ...]
    companions: tuple[tuple[Markup, Markup], ...]  # what is said besides: rank, growth, target
    source: Markup
    source_href: str


def cards(volume: Volume, figures: Sequence[Figure], edition: Edition) -> str:
    """One card a fact: what already stands on another card as its rank, growth or completion gets none of its own."""
    shown: set[str] = set()
    beside = companions(edition, figures)
    found = []
    for figure in figures:
        if figure.id not in shown:
            others = [other for other in beside[_same(figure)] if other.id != figure.id]
            found.append(_card(volume, figure, others))
            shown |= {figure.id, *(other.id for other in others)}
    return block("headlines", volume.voice, cards=found)


def _card(volume: Volume, figure: Figure, beside: Iterable[Figure]) -> Card:
    voice, words = volume.voice, volume.voice.worded(figure)
    source = volume.tables.reference.sources.get(figure.source)
    number = Markup('<data class="figure" value="{}" data-row="{}">{}</data>').format(
        figure.value, figure.id, words.digits
    )
    rank = figure.unit.kind == "rank"
    return Card(
        label=subject(voice, figure, start=True),
        href=href(volume, figure),
        area=voice.area(figure.key.subject),
        area_href=f"~/areas/{figure.key.subject}/",
        before=words.before,
        number=number if not figure.missing else voice.figure(figure),
        unit=words.after.strip(),
        mark=voice.mark(figure),
        context=voice.t(", ").join(part for part in (voice.time_of(figure), _measure(volume, figure)) if part),
        badges=tuple(badge for badge in badges(volume, figure) if not rank),
        companions=tuple((what(volume, other), voice.figure(other)) for other in beside),
        source=voice.say(source.publisher) if source else Markup(""),
        source_href=f"~/sources/{source.id}/" if source else "",
    )


def _measure(volume: Volume, figure: Figure) -> Markup:
    """Measure and peers in the line under the number; the part of the whole stands in the label."""
    if figure.key.kind == "target":
        return volume.voice.t("target")
    if figure.key.measure == "level":
        return Markup("")
    words = volume.voice.say(volume.tables.reference.measures[figure.key.measure].name)
    peers = volume.tables.reference.peers.get(figure.key.peers)
    if peers is None:
        return words
    if figure.unit.kind != "rank":
        return volume.voice.t("{measure} compared with {peers}", measure=words, peers=volume.voice.name(peers))
    return volume.voice.t("{measure} among {peers}", measure=words, peers=volume.voice.name(peers))


def companions(edition: Edition, figures: Sequence[Figure]) -> dict[tuple[object, ...], list[Figure]]:
    """What an edition says of the same things in the same periods: growth, rank, share. One pass for all of them."""
    found: dict[tuple[object, ...], list[Figure]] = {_same(figure): [] for figure in figures}
    subjects = {figure.key.subject for figure in figures}
    for other in edition.figures.values():
        if other.key.subject not in subjects or other.missing:
            continue
        if (group := found.get(_same(other))) is not None:
            group.append(other)
    return found


def _same(figure: Figure) -> tuple[object, ...]:
    key = figure.key
    return (key.kind, key.subject, key.concept, key.breakdown, key.period.text)


def finder(volume: Volume) -> str:
    """Find my county: works as a list without script. Areas without a figure are listed, as having none."""
    areas = [area for area in volume.tables.reference.areas.values() if _findable(volume, area)]
    items = [(area, volume.voice.name(area), count(volume, area.code)) for area in areas]
    return block("finder", volume.voice, items=items)


def count(volume: Volume, code: str) -> int:
    """Figures of an area, those of its projects included; what is only named without a value is none."""
    return volume.stated_in[code]


def _findable(volume: Volume, area: Area) -> bool:
    if area.valid_to is not None:
        return False
    return area.level in {"county", "zone"} or area.code in volume.by_area or area.code in volume.tables.bulletin.home


class Sourced(Protocol):
    """A figure, or another row that names its source."""

    @property
    def source(self) -> str: ...


def sources(volume: Volume, rows: Iterable[Sourced]) -> str:
    """The list of the documents behind ``rows``, each once."""
    used: dict[str, Source] = {}
    for row in rows:
        if found := volume.tables.reference.sources.get(row.source):
            used[found.id] = found
    return block("sources", volume.voice, sources=list(used.values()))


def downloads(volume: Volume, links: Sequence[tuple[Markup, str, str, int]]) -> str:
    """Download links: text, address, format, size in bytes."""
    return block("downloads", volume.voice, links=links)


def against_time(volume: Volume, lead: Figure) -> Markup:
    """How far a plan is ahead of elapsed time, or behind it; nothing where that is not known.

    Behind by 9.6 or more is what a lead of at most −9.6 says: below zero a bound turns round.
    """
    voice, value = volume.voice, lead.value
    if value is None:
        return Markup("")
    bound = BELOW_ZERO.get(lead.bound, lead.bound) if value < 0 else lead.bound
    words = voice.worded(replace(lead, value=abs(value), bound=bound))
    shape = Markup('{}<data class="figure" value="{}" data-row="{}">{}</data>{}')
    said = shape.format(words.before, value, lead.id, words.digits, words.after)
    if value < 0:
        return voice.t("That is {lead} behind elapsed time.", lead=said)
    return voice.t("That is {lead} ahead of elapsed time.", lead=said)
