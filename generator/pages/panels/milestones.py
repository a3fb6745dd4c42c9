"""Milestones: what was due, met and late, by area and post; how a campaign burns down; what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.mechanism import Mechanism
from generator.model.schedule import Campaign

from ..order import grouped
from ..projects import milestones, words
from ..volume import Volume
from . import newest
from .burn_down import burn_down
from .movement import named
from .panel import Panel, Section


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The milestones of the mechanism on the last day of data."""
    schedule, voice, told = volume.newest.schedule, volume.voice, newest.told(volume, mechanism)
    campaign = schedule.campaigns.get(mechanism.id) if schedule else None
    if campaign is None:
        none = voice.t("No source states a milestone of this mechanism with its due date.")
        return Panel(voice.passage([told, none]), ())
    finding = voice.passage([_finding(volume, campaign), told])
    return Panel(finding, tuple(_sections(volume, mechanism, campaign)), tuple(campaign.figures.values()))


def _finding(volume: Volume, campaign: Campaign) -> Markup:
    """How many milestones there are, how many were due, and of those that can be judged how many were done in time.

    What was done ahead of its day is judged before it is due, and what is due that very day is not judged yet, so that
    neither number is part of the other.
    """
    voice, figures, tally = volume.voice, campaign.figures, campaign.tally
    day, total = voice.day(volume.newest.release.data_until), voice.counted(tally.all)
    said = [voice.t("None of the {total} milestones on file was due by {day}.", total=total, day=day)]
    if tally.due:
        due = voice.counted(tally.due)
        said = [voice.t("By {day}, {due} of the {total} milestones on file were due.", day=day, due=due, total=total)]
    if tally.today:
        said.append(words.due_today(voice, tally))
    if "on_time" in figures:
        told = voice.t(
            "Of the {judged} that can be judged: {met} done in time ({share}), {late} done late and {overdue} overdue.",
            judged=voice.counted(tally.judged),
            share=voice.figure(figures["on_time"]),
            **{state: voice.figure(figures[state], unit=False) for state in ("met", "late", "overdue")},
        )
        said.append(told)
    return voice.passage(said)


def _sections(volume: Volume, mechanism: Mechanism, campaign: Campaign) -> Iterator[Section]:
    t = volume.voice.t
    table = milestones.tally(volume, "tally", campaign)
    yield Section("states", t("Due, met and late"), tuple(_remarks(volume, mechanism, campaign)), table)
    if view := burn_down(volume, mechanism, campaign):
        yield Section("course", t("Open milestones over time"), charts=(view,))
    if late := milestones.overdue(volume, "overdue", campaign.judged):
        yield Section("overdue", t("Milestones overdue"), block=late)
    if soon := milestones.coming(volume, "coming", campaign.judged):
        yield Section("coming", t("Countdown"), block=soon)
    projects = list(grouped(campaign.judged, lambda one: one.milestone.project))
    text = t(
        "Each project has its milestones on a calendar on its own page: {names}.", names=named(volume, projects[:60])
    )
    yield Section("projects", t("Project by project"), (text,), projects=True)


def _remarks(volume: Volume, mechanism: Mechanism, campaign: Campaign) -> Iterator[Markup]:
    """What is counted, and what the campaign set itself."""
    voice, declared = volume.voice, mechanism.thresholds
    yield voice.t(
        "Counted are milestones that name this mechanism, and those of projects on its list that name none. A due "
        "month is missed when it is over, a day likewise; where the dates do not say whether something was done in "
        "time, it counts neither as in time nor as overdue."
    )
    if {"days", "nodes"} <= declared.keys():
        yield voice.t(
            "The campaign set itself {nodes} milestones in {days} days; {filed} are on file.",
            nodes=voice.counted(declared["nodes"]),
            days=voice.counted(declared["days"]),
            filed=voice.counted(campaign.tally.all),
        )
    posts = sum(tally.all for tally in campaign.by_post.values())
    if posts < campaign.tally.all:
        yield voice.n(
            "{count} milestone is of a project without a responsible post on file.",
            "{count} milestones are of projects without a responsible post on file.",
            campaign.tally.all - posts,
        )
