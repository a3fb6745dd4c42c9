"""The calendar of reviews (调度节奏): what comes round how often, which items are overdue, which fall due next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from generator.model.mechanism import Mechanism
from generator.model.schedule import Judged

from ..projects import words
from ..render import block, markdown_link
from ..volume import Volume
from ..wording.voice import Voice
from . import naming
from .panel import Panel, Section, address

RHYTHMS = ("weekly", "monthly", "bimonthly", "quarterly", "several_a_year")
AHEAD = timedelta(days=92)  # a quarter
LISTED = 100  # items in a table; of more, the longest overdue, or those due first


@dataclass(frozen=True, slots=True)
class Round:
    """A rhythm with the mechanisms that keep it."""

    rhythm: Markup
    quarterly: Markup  # how often it comes round in a quarter
    mechanisms: tuple[tuple[str, Markup, Markup], ...]  # address, name, purpose


@dataclass(frozen=True, slots=True)
class Item:
    """Something that has to be done by a day."""

    project: Markup
    href: str
    area: Markup
    post: Markup
    name: Markup
    due: Markup
    days: Markup


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The rhythms of all mechanisms in the place of ``mechanism``, and the items of the projects there."""
    judged = _judged(volume, mechanism)
    overdue = sorted((one for one in judged if one.state == "overdue"), key=lambda one: -(one.days or 0))
    return Panel(_finding(volume, mechanism, judged, overdue), tuple(_sections(volume, mechanism, judged, overdue)))


def _judged(volume: Volume, mechanism: Mechanism) -> list[Judged]:
    schedule, reference = volume.newest.schedule, volume.tables.reference
    every = schedule.whole.judged if schedule and schedule.whole else ()
    projects = volume.tables.projects
    return [one for one in every if reference.lies_in(projects[one.milestone.project].area, mechanism.area)]


def _finding(volume: Volume, mechanism: Mechanism, judged: Sequence[Judged], overdue: Sequence[Judged]) -> Markup:
    voice = volume.voice
    rhythm = voice.t("Reviews come round {rhythm}.", rhythm=naming.frequency(voice, mechanism))
    if not judged:
        return voice.passage([rhythm, voice.t("No source gives due dates of items, so none is known to be overdue.")])
    day = voice.day(volume.newest.release.data_until)
    said = voice.n(
        "{count} item was overdue on {day}, of {all} with a due date on file.",
        "{count} items were overdue on {day}, of {all} with a due date on file.",
        len(overdue),
        day=day,
        all=voice.counted(len(judged)),
    )
    return voice.passage([rhythm, said])


def _sections(
    volume: Volume, mechanism: Mechanism, judged: Sequence[Judged], overdue: Sequence[Judged]
) -> Iterator[Section]:
    t, first = volume.voice.t, _first(volume, mechanism)
    if first.id != mechanism.id:
        link = markdown_link(volume.voice.say(first.name), f"~/{address(first)}")
        said = t("All that comes round in {area} stands under {link}.", area=volume.voice.area(first.area), link=link)
        yield Section("calendar", t("The calendar"), (said,))
        return
    told = t(
        "What comes round in {area}, from week to quarter, as the sources describe it. How many of these reviews were "
        "held is known only where a figure below says so.",
        area=volume.voice.area(mechanism.area),
    )
    rounds = block("rounds", volume.voice, rounds=_rounds(volume, mechanism))
    yield Section("calendar", t("The calendar"), (told,), rounds)
    if judged:
        coming = [one for one in judged if one.state == "open" and _soon(volume, one)]
        yield _items(volume, "overdue", t("Overdue"), overdue, t("Nothing on file was overdue on that day."))
        yield _items(volume, "coming", t("Due in the next quarter"), coming, t("Nothing on file is due by then."))


def _first(volume: Volume, mechanism: Mechanism) -> Mechanism:
    """The mechanism on whose page the calendar of the place stands: of several the one with the most rhythms."""
    every = (one for one in volume.tables.reference.mechanisms.values() if one.core and one.view == mechanism.view)
    return max((one for one in every if one.area == mechanism.area), key=lambda one: len(one.frequency))


def _soon(volume: Volume, judged: Judged) -> bool:
    last = judged.milestone.due.last
    return last is not None and last <= volume.newest.release.data_until + AHEAD


def _rounds(volume: Volume, mechanism: Mechanism) -> list[Round]:
    voice, rounds = volume.voice, []
    here = [one for one in volume.tables.reference.mechanisms.values() if one.area == mechanism.area]
    for rhythm in RHYTHMS:
        kept = [one for one in here if rhythm in one.frequency and one.state == "in_force"]
        if kept:
            links = tuple((_href(one), voice.say(one.name), voice.say(one.purpose)) for one in kept)
            rounds.append(Round(naming.rhythm(voice, rhythm), _quarterly(voice, rhythm), links))
    return rounds


def _href(mechanism: Mechanism) -> str:
    return f"~/{address(mechanism)}" if mechanism.core else f"~/mechanisms/#{mechanism.id}"


def _quarterly(voice: Voice, rhythm: str) -> Markup:
    """How often a rhythm comes round in a quarter; blank if it need not."""
    one, two = voice.counted(1), voice.counted(2)
    return {
        "weekly": voice.t("{count} times", count=voice.counted(13)),
        "monthly": voice.t("{count} times", count=voice.counted(3)),
        "bimonthly": voice.t("{one} or {two} times", one=one, two=two),
        "quarterly": voice.t("once"),
    }.get(rhythm, Markup("–"))


def _items(volume: Volume, name: str, title: Markup, judged: Sequence[Judged], none: Markup) -> Section:
    if not judged:
        return Section(name, title, (none,))
    items = [_item(volume, one) for one in judged[:LISTED]]
    table = block("items", volume.voice, name=name, caption=title, items=items)
    return Section(name, title, block=table, projects=True)


def _item(volume: Volume, judged: Judged) -> Item:
    voice, row = volume.voice, judged.milestone
    project = volume.tables.projects[row.project]
    days = judged.days or 0
    late = voice.n("{count} day overdue", "{count} days overdue", days)
    left = voice.n("{count} day left", "{count} days left", -days) if days else words.today(voice)
    return Item(
        project=voice.say(project.name),
        href=f"~/projects/{project.id}/",
        area=voice.area(project.area),
        post=voice.say(project.post),
        name=voice.say(row.name),
        due=words.on(voice, row.due),
        days=late if judged.state == "overdue" else left,
    )
