"""Milestones: what was due, met and late, by area and post; how a campaign burns down; what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.schedule import Campaign, Point

from ..charts import ChartView, Mark
from ..order import grouped
from ..pictures import picture
from ..projects import milestones, words
from ..volume import Volume
from ..wording.escape import plain
from . import newest
from .drawn import remark
from .movement import named
from .panel import Panel, Section, address

DAYS = 60  # days that the chart of a campaign shows; of more, every second or third


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
    if view := _burn_down(volume, mechanism, campaign):
        yield Section("course", t("Open milestones over time"), charts=(view,))
    if late := milestones.overdue(volume, "overdue", campaign.judged):
        yield Section("overdue", t("Milestones overdue"), block=late)
    if soon := milestones.coming(volume, "coming", campaign.judged):
        yield Section("coming", t("Countdown"), block=soon)
    projects = list(grouped(campaign.judged, lambda one: one.milestone.project))
    text = t(
        "Each project has its milestones on a calendar on its own page: {names}.", names=named(volume, projects[:60])
    )
    yield Section("projects", t("Project by project"), (text,))


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


def _burn_down(volume: Volume, mechanism: Mechanism, campaign: Campaign) -> ChartView | None:
    """Open milestones day by day, as scheduled and as it was; None of fewer than two days."""
    points = campaign.points
    if len(points) < 2:
        return None
    voice, last = volume.voice, points[-1]
    return picture(
        volume,
        "time",
        f"{mechanism.id}-course",
        address(mechanism),
        _marks(volume, points),
        title=voice.t(
            "{open} milestones were open on {day}; as scheduled it would have been {scheduled}",
            open=voice.counted(last.open),
            day=voice.day(last.day),
            scheduled=voice.counted(last.scheduled),
        ),
        subtitle=voice.t("Open milestones, day by day: as it was (emphasised) and as scheduled"),
        note=remark(volume, computed=True),
        unit=plain(voice.t("milestones")),
    )


def _marks(volume: Volume, points: Sequence[Point]) -> list[Mark]:
    """Both lines, day by day; of many days every second or third, and the last."""
    t, shown = volume.voice.t, [*points[: -1 : -(-len(points) // DAYS)], points[-1]]
    lines = [(t("as scheduled"), [(one.day, one.scheduled) for one in shown], False)]
    lines.append((t("still open"), [(one.day, one.open) for one in shown], True))
    return [
        Mark(
            plain(volume.voice.day(day)), Decimal(number), str(number), "", "A", "exact", emphasis=lit,
            period=Period.parse(day.isoformat()), group=plain(group),
        )
        for group, pairs, lit in lines
        for day, number in pairs
    ]  # fmt: skip
