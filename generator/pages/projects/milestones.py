"""Tables of milestones: how many are in which state by area and post, and which are overdue or come next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from generator.model.schedule import Campaign, Judged, Tally

from ..render import block
from ..volume import Volume
from . import words

NAMED = 20  # milestones that a list names; the pages of the projects have all
AREAS = 60  # areas and posts of which a table has a row, the most overdue first


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the tally: an area, which has a page, or a post."""

    name: Markup
    href: str
    tally: Tally


def tally(volume: Volume, name: str, campaign: Campaign) -> str:
    """Milestones by area and by responsible post; ``name`` begins the ids of the table."""
    voice = volume.voice
    areas = [Line(voice.area(code), f"~/areas/{code}/", one) for code, one in campaign.by_area.items()]
    posts = [Line(voice.say(post), "", one) for post, one in campaign.by_post.items()]
    groups = [(voice.t("By area"), _most_overdue(areas)), (voice.t("By responsible post"), _most_overdue(posts))]
    return block(
        "milestone_tally",
        voice,
        name=name,
        groups=[(title, lines) for title, lines in groups if lines],
        states=words.states(voice, today=bool(campaign.tally.today)),
        total=campaign.tally,
        figures=campaign.figures,
    )


def _most_overdue(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: -line.tally.overdue)[:AREAS]


def overdue(volume: Volume, name: str, judged: Sequence[Judged]) -> str:
    """The milestones that are longest overdue; empty if none is."""
    late = sorted((one for one in judged if one.state == "overdue"), key=lambda one: -(one.days or 0))
    return table(volume, name, volume.voice.t("Overdue, the longest first"), late[:NAMED], among=True)


def coming(volume: Volume, name: str, judged: Sequence[Judged]) -> str:
    """The countdown: the milestones that fall due next, from an order by due date; empty if none does."""
    soon = islice((one for one in judged if one.state == "open" and one.days is not None), NAMED)
    return table(volume, name, volume.voice.t("Due next"), list(soon), among=True)


def table(volume: Volume, name: str, caption: Markup, judged: Sequence[Judged], *, among: bool = False) -> str:
    """Milestones with due date, completion and source; ``among`` those of several projects each names its own."""
    if not judged:
        return ""
    return block(
        "milestones",
        volume.voice,
        name=name,
        caption=caption,
        lines=judged,
        among=among,
        states=words.states(volume.voice),
        today=words.today(volume.voice),
        on=words.on,
        projects=volume.tables.projects,
        mechanisms=volume.tables.reference.mechanisms,
        sources=volume.tables.reference.sources,
    )
