"""Clusters and chains (集群、平台、产业链): what each member adds, who is missing, tiers against aims, places, maps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.mechanism import Mechanism

from ..order import grouped
from ..render import block
from ..volume import Volume
from . import arithmetic, chains, own
from .newest import Entry, by_area, entries, finding, matrix, parts_charts
from .panel import Panel, Section

PLACES = ("park", "platform", "town", "institution")  # kinds of projects that others stand in


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """Members of each whole with those that have no value named, then totals and aims, places, and chain maps."""
    found, figures = entries(volume, mechanism), own.figures_of(volume, mechanism)
    split = {one.indicator for one in found if one.breakdown != TOTAL and one.area == mechanism.area and not one.planned}
    sections = [
        *(_members(volume, mechanism, name, found) for name in mechanism.indicators if name in split),
        *_totals(volume, mechanism, [one for one in found if one.indicator not in split and not one.planned]),
        *_aims(volume, [one for one in found if one.planned]),
        *_places(volume, mechanism),
        *chains.sections(volume, mechanism),
        *arithmetic.sections(volume, figures),
    ]
    return Panel(finding(volume, found), tuple(sections), (*figures, *arithmetic.figures_of(volume, figures)))


def _members(volume: Volume, mechanism: Mechanism, indicator: str, found: Sequence[Entry]) -> Section:
    """The parts of one indicator in the mechanism's own area, each with its growth, share and contribution."""
    voice = volume.voice
    some = [one for one in found if one.indicator == indicator and not one.planned]
    parts = [one for one in some if one.area == mechanism.area]
    title = voice.name(volume.tables.reference.indicators[indicator])
    blocks = [matrix(volume, indicator, title, parts)]
    if within := [one for one in some if one.area != mechanism.area and one.breakdown == TOTAL]:
        caption = voice.t("{indicator}, by area", indicator=title)
        blocks.append(matrix(volume, f"{indicator}-areas", caption, within, by_area))
    charts = parts_charts(volume, mechanism, some)
    return Section(f"members-{indicator}", title, _missing(volume, parts), "".join(blocks), charts)


def _missing(volume: Volume, parts: Sequence[Entry]) -> tuple[Markup, ...]:
    """How many members have a value, and which have none and why: none of them is zero."""
    breakdowns, voice = volume.tables.reference.breakdowns, volume.voice
    members = [one for one in parts if one.breakdown in breakdowns and breakdowns[one.breakdown].additive]
    without = grouped((one for one in members if one.missing), lambda one: one.main.status)
    if not without:
        return ()
    known = voice.t(
        "Of {all} members {some} have a value of their own.",
        all=voice.counted(len(members)),
        some=voice.counted(sum(not one.missing for one in members)),
    )
    reasons = (
        voice.t(
            "{reason}: {members}.",
            reason=voice.status(status),
            members=voice.listing(voice.name(breakdowns[one.breakdown]) for one in some),
        )
        for status, some in without.items()
    )
    return (voice.passage([known, *reasons, voice.t("A total says only what its own name covers.")]),)


def _totals(volume: Volume, mechanism: Mechanism, found: Sequence[Entry]) -> Iterator[Section]:
    if not found:
        return
    title = volume.voice.t("In figures")
    more = (volume.voice.t("Area"), lambda one: by_area(volume, one))
    charts = parts_charts(volume, mechanism, found)
    yield Section("totals", title, (), matrix(volume, "totals", title, found, more=more), charts)


def _aims(volume: Volume, plans: Sequence[Entry]) -> Iterator[Section]:
    """What is aimed at or expected, apart from what is."""
    if not plans:
        return
    t = volume.voice.t
    title = t("Aims and expectations")
    said = t("None of these is a result: they say what is aimed at or expected, and by when.")
    more = (t("Area"), lambda one: by_area(volume, one))
    yield Section("aims", title, (said,), matrix(volume, "aims", title, plans, more=more))


def _places(volume: Volume, mechanism: Mechanism) -> Iterator[Section]:
    """Parks, platforms, towns and institutions on the mechanism's list, with the projects that stand in each."""
    projects = volume.tables.projects.values()
    listed = [one for one in projects if mechanism.id in one.programmes]
    places = [one for one in listed if one.kind in PLACES]
    hosts = {one.host for one in listed if one.host}
    places += [volume.tables.projects[name] for name in hosts - {one.id for one in places}]
    hosted = grouped((one for one in projects if one.host), lambda one: one.host)
    if places:
        title = volume.voice.t("Platforms and parks")
        lines = [(one, hosted.get(one.id, [])) for one in sorted(places, key=lambda one: (one.area, one.id))]
        yield Section("places", title, (), block("places", volume.voice, caption=title, lines=lines))
