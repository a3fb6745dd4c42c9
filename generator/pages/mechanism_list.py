"""The list of the mechanisms (机制): all of them as their sources describe them, place by place or view by view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.mechanism import Mechanism
from generator.model.page import Page

from .order import grouped
from .panels import VIEWS, address, naming
from .render import block, markdown
from .volume import Volume


@dataclass(frozen=True, slots=True)
class Entry:
    """A mechanism in the list: every text is ready to be shown."""

    id: str
    name: Markup
    href: str  # of its panel; blank if it has none
    purpose: Markup
    compared: Markup
    frequency: Markup
    rule: Markup
    since: Markup
    planned: bool
    view: Markup
    indicators: tuple[tuple[str, Markup], ...]  # id and name, of one without a panel


def core(volume: Volume) -> Iterator[Mechanism]:
    """The mechanisms that have a panel, in the order of their table."""
    return (one for one in volume.tables.reference.mechanisms.values() if one.core and one.view)


def page(volume: Volume) -> Page:
    """All mechanisms, place by place."""
    voice, mechanisms = volume.voice, volume.tables.reference.mechanisms.values()
    title = str(voice.t("Mechanisms"))
    areas = grouped(mechanisms, lambda mechanism: mechanism.area)
    groups = [(code, voice.area(code)) for code in areas]
    blocks = {
        code: block("mechanisms", voice, area=code, entries=[entry(volume, one) for one in members])
        for code, members in areas.items()
    }
    total = voice.n("{count} mechanism", "{count} mechanisms", len(mechanisms))
    with_panel = voice.counted(sum(1 for _ in core(volume)))
    text = markdown(
        "mechanisms", voice, heading=title, groups=groups, total=total, core=with_panel, aims=bool(volume.newest.aims)
    )
    description = str(
        voice.t("How projects are planned, advanced, checked and rewarded: every mechanism with its rule.")
    )
    bulletin = volume.tables.bulletin.id
    return Page(volume.lang, bulletin, "mechanisms/", title, description, text, blocks, "mechanisms")


def by_view(volume: Volume) -> list[tuple[Markup, list[tuple[Entry, list[Markup]]]]]:
    """The core mechanisms under the views that answer their questions, each with the thresholds of its rule."""
    views = grouped(core(volume), lambda mechanism: mechanism.view)
    voice = volume.voice
    return [
        (naming.view(voice, name), [(entry(volume, one), naming.thresholds(voice, one)) for one in views[name]])
        for name in VIEWS
        if name in views
    ]


def entry(volume: Volume, mechanism: Mechanism) -> Entry:
    """A mechanism in the words of the list."""
    voice, known = volume.voice, volume.tables.reference.indicators
    return Entry(
        id=mechanism.id,
        name=voice.say(mechanism.name),
        href=f"~/{address(mechanism)}" if mechanism.core else "",
        purpose=voice.say(mechanism.purpose),
        compared=voice.say(mechanism.compared),
        frequency=naming.frequency(voice, mechanism),
        rule=voice.say(mechanism.rule),
        since=naming.since(voice, mechanism, volume.tables.reference.sources.get(mechanism.source)),
        planned=mechanism.state == "planned",
        view=naming.view(voice, mechanism.view) if mechanism.core else Markup(""),
        indicators=() if mechanism.core else tuple((name, voice.name(known[name])) for name in mechanism.indicators),
    )
