"""The chart of a campaign: its open milestones day by day, as scheduled and as it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.schedule import Campaign, Point

from ..charts import ChartView, Mark
from ..pictures import picture
from ..volume import Volume
from ..wording.escape import plain
from .drawn import remark
from .panel import address

DAYS: Final = 60  # days that the chart of a campaign shows; of more, every second or third


def burn_down(volume: Volume, mechanism: Mechanism, campaign: Campaign) -> ChartView | None:
    """From the day before anything was due or done to the last day of data, or to the day on which nothing was left to
    do; None of fewer than two days on which something happened."""
    points = _course(campaign)
    if len(points) < 3:
        return None
    voice = volume.voice
    title, told = _finding(volume, points)
    subtitle = voice.t("Open milestones, day by day: actual, and as scheduled")
    return picture(
        volume,
        "burndown",
        f"{mechanism.id}-course",
        address(mechanism),
        _marks(volume, points),
        title=title,
        subtitle=subtitle,
        note=remark(volume, computed=True),
        unit=plain(voice.t("milestones")),
        told=[plain(told), plain(subtitle)],
    )


def _course(campaign: Campaign) -> list[Point]:
    """The day before the points, on which all were open, and the points up to the day on which nothing was left."""
    if not campaign.points:
        return []
    first, total = campaign.points[0], campaign.tally.all
    over = (place for place, one in enumerate(campaign.points) if one.scheduled == one.open == 0)
    end = next(over, len(campaign.points) - 1)
    return [Point(first.day - timedelta(days=1), total, total), *campaign.points[: end + 1]]


def _finding(volume: Volume, points: Sequence[Point]) -> tuple[Markup, Markup]:
    """What the lines come to, for the title; and of how many milestones that is, for those who do not see them."""
    voice, total, last = volume.voice, points[0].open, points[-1]
    if last.open == last.scheduled == 0:
        done, due = (next(one.day for one in points if not left(one)) for left in (_open, _scheduled))
        words = {"total": voice.counted(total), "done": voice.day(done), "due": voice.day(due)}
        title = voice.t("All {total} milestones were done by {done}; the last was due on {due}", **words)
        return title, voice.t("All of them were open on {day}.", day=voice.day(points[0].day))
    title = voice.n(
        "{count} milestone was open on {day}; as scheduled it would have been {scheduled}",
        "{count} milestones were open on {day}; as scheduled it would have been {scheduled}",
        last.open,
        day=voice.day(last.day),
        scheduled=voice.counted(last.scheduled),
    )
    told = voice.t(
        "Of {total} milestones that were open on {day}, {done} have been done since; {due} were due.",
        total=voice.counted(total),
        day=voice.day(points[0].day),
        done=voice.counted(total - last.open),
        due=voice.counted(total - last.scheduled),
    )
    return title, told


def _open(point: Point) -> int:
    return point.open


def _scheduled(point: Point) -> int:
    return point.scheduled


def _marks(volume: Volume, points: Sequence[Point]) -> list[Mark]:
    """Both lines, day by day; of many days every second or third, and the first and the last."""
    t, shown = volume.voice.t, [*points[: -1 : -(-len(points) // DAYS)], points[-1]]
    lines = [(t("Scheduled"), _scheduled, False), (t("Actual"), _open, True)]
    return [
        Mark(
            plain(volume.voice.day(one.day)), Decimal(number(one)), str(number(one)), "", "A", "exact", emphasis=lit,
            period=Period.parse(one.day.isoformat()), group=plain(group),
        )
        for group, number, lit in lines
        for one in shown
    ]  # fmt: skip
