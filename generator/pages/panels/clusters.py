"""Clusters and chains (集群、平台、产业链): what each member adds, who is missing, tiers against aims, places, maps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.mechanism import Mechanism

from ..order import grouped
from ..render import block
from ..volume import Volume
from ..wording import sentences
from . import chains
from .matrix import areas, by_area, matrix
from .newest import Entry, aims, compared, entries, finding, parts_charts
from .panel import FOLDED, Panel, Section

PLACES = ("park", "platform", "town", "institution")  # kinds of projects that others stand in


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """Members of each whole with those that have no value named, then totals and aims, places, and chain maps."""
    found = entries(volume, mechanism)
    parts = (one for one in found if one.breakdown != TOTAL and one.area == mechanism.area)
    split = {one.indicator for one in parts if not one.planned}
    aimed, held = aims(volume, mechanism)
    seen = found if compared(found) else []
    sections = [
        *(_members(volume, mechanism, name, seen) for name in mechanism.indicators if seen and name in split),
        *_totals(volume, mechanism, [one for one in seen if one.indicator not in split and not one.planned]),
        *_expected(volume, [one for one in seen if one.planned]),
        *aimed,
        *_places(volume, mechanism),
        *chains.sections(volume, mechanism),
    ]
    return Panel(_finding(volume, found, split), tuple(sections), tuple(held))


def _finding(volume: Volume, found: Sequence[Entry], split: Set[str]) -> Markup:
    """The whole of the members and its growth, and who has no value; without members the first results."""
    own_whole = next(
        (one for one in found if one.indicator in split and not _member(volume, one) and not one.missing), None
    )
    if own_whole is None:
        return finding(volume, found)
    figures = [figure for figure in own_whole.figures.values() if figure.key.measure in ("level", "growth_yoy")]
    said = [sentences.sentence(volume.voice, figure) for figure in figures]
    members = [one for one in found if one.indicator == own_whole.indicator and one.area == own_whole.area]
    return volume.voice.passage([*said, _driver(volume, members), _known(volume, members)])


def _driver(volume: Volume, members: Sequence[Entry]) -> Markup:
    """The member that contributed most; empty if none contributed anything."""
    figures = [one.figures["contribution"] for one in members if _member(volume, one) and "contribution" in one.figures]
    first = max((one for one in figures if (one.value or 0) > 0), key=lambda one: one.value or 0, default=None)
    if first is None:
        return Markup("")
    voice, name = volume.voice, volume.tables.reference.breakdowns[first.key.breakdown]
    return voice.t("{member} contributed most, {value}.", member=voice.name(name), value=voice.figure(first))


def _member(volume: Volume, entry: Entry) -> bool:
    """True for a part that adds up to a whole with the others; not for a scope, a tier, or the whole."""
    part = volume.tables.reference.breakdowns.get(entry.breakdown)
    return part is not None and part.additive


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


def _known(volume: Volume, parts: Sequence[Entry]) -> Markup:
    """How many members have a value of their own; empty if all do."""
    voice, members = volume.voice, [one for one in parts if _member(volume, one)]
    known = sum(not one.missing for one in members)
    if known == len(members):
        return Markup("")
    every = voice.counted(len(members))
    if not known:
        return voice.t("None of the {all} members has a value of its own.", all=every)
    return voice.t("Of {all} members {some} have a value of their own.", all=every, some=voice.counted(known))


def _missing(volume: Volume, parts: Sequence[Entry]) -> tuple[Markup, ...]:
    """Which members have no value, and why: none of them is zero."""
    voice, breakdowns = volume.voice, volume.tables.reference.breakdowns
    without = grouped((one for one in parts if _member(volume, one) and one.missing), lambda one: one.main.status)
    reasons = (
        voice.t(
            "{reason}: {members}.",
            reason=voice.status(status),
            members=voice.listing(voice.name(breakdowns[one.breakdown]) for one in some),
        )
        for status, some in without.items()
    )
    told = [sentences.tidy(voice, reason) for reason in reasons]
    return (voice.passage([_known(volume, parts), *told]),) if told else ()


def _totals(volume: Volume, mechanism: Mechanism, found: Sequence[Entry]) -> Iterator[Section]:
    if not found:
        return
    title = volume.voice.t("In figures")
    charts = parts_charts(volume, mechanism, found)
    yield Section("totals", title, (), matrix(volume, "totals", title, found, more=areas(volume, found)), charts)


def _expected(volume: Volume, plans: Sequence[Entry]) -> Iterator[Section]:
    """What is only planned or expected, apart from what is."""
    if not plans:
        return
    t = volume.voice.t
    title = t("What is planned or expected")
    said = t("None of these is a result.")
    yield Section("expected", title, (said,), matrix(volume, "expected", title, plans, more=areas(volume, plans)))


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
        places.sort(key=lambda one: (one.area, one.id))
        lines = [(one, [guest.id for guest in hosted.get(one.id, ())]) for one in places]
        table = block("places", volume.voice, caption=title, lines=lines, projects=volume.tables.projects, most=FOLDED)
        yield Section("places", title, (), table, projects=True)
