"""Batches (集中开工、集中签约): projects that were started or signed together, with the totals that sources give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.project import Batch

from ..order import grouped
from ..projects import words
from ..render import block
from ..volume import Volume
from ..wording.voice import Voice
from . import drawn, newest
from .panel import NAMED, Panel, Section


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The batches of the mechanism, the newest first, each with its totals."""
    batches = _batches(volume, mechanism)
    totals = {one.id: _totals(volume, one) for one in batches}
    finding = [_finding(volume, batches)] if batches else []
    sections = [_listed(volume, batches, totals)] if batches else []
    if charts := drawn.of_indicators(volume, mechanism):
        sections.append(Section("course", volume.voice.t("Batch by batch and year by year"), (), "", charts))
    told = volume.voice.passage([*finding, newest.told(volume, mechanism)])
    return Panel(told, tuple(sections), listed=tuple(figure for some in totals.values() for figure in some))


def _batches(volume: Volume, mechanism: Mechanism) -> list[Batch]:
    own_batches = (one for one in volume.newest.dossier.batches if one.mechanism == mechanism.id)
    return sorted(own_batches, key=lambda one: one.held_on.sort_key, reverse=True)


def _totals(volume: Volume, batch: Batch) -> list[Figure]:
    """What is stated of a batch as a whole: the levels under the breakdown of the same name."""
    figures = volume.by_area.get(batch.area, ())
    return [one for one in figures if one.key.breakdown == batch.id and one.key.measure == "level"]


def _finding(volume: Volume, batches: Sequence[Batch]) -> Markup:
    voice, last = volume.voice, batches[0]
    said = {"count": voice.counted(len(batches)), "name": voice.say(last.name)}
    if not last.held_on.dated:
        return voice.t("{count} batches are on file, the last of them {name}.", **said)
    when = words.on(voice, last.held_on)
    return voice.t("{count} batches are on file, the last of them {name} ({when}).", when=when, **said)


def _listed(volume: Volume, batches: Sequence[Batch], totals: Mapping[str, Sequence[Figure]]) -> Section:
    voice, tables = volume.voice, volume.tables
    by_concept = grouped((one for some in totals.values() for one in some), lambda one: one.key.concept)
    columns = [(tables.reference.indicators[concept], some[0].unit) for concept, some in by_concept.items()]
    lines = []
    for one in batches:
        held = {figure.key.concept: figure for figure in totals[one.id]}
        cells = [held.get(column.id) for column, _ in columns]
        lines.append(
            (one, words.on(voice, one.held_on), _kind(voice, one.kind), cells, tables.reference.sources.get(one.source))
        )
    table = block("batches", voice, columns=columns, lines=lines, projects=tables.projects, most=NAMED)
    text = voice.t("The totals of a batch are those that its source gives; projects are named as far as it names them.")
    return Section("batches", voice.t("The batches"), (text,), table, projects=True)


def _kind(voice: Voice, code: str) -> Markup:
    t = voice.t
    return {
        "start": t("start of construction"),
        "signing": t("signing"),
        "start_and_signing": t("start of construction and signing"),
    }[code]
