"""The list of projects, in pages that a phone can hold; the first has the filters and what is told of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from generator.model.page import File, Page

from .. import rows
from ..order import grouped
from ..render import block, markdown
from ..volume import Volume
from ..wording.voice import Voice
from . import filters, milestones, words
from .dossier import Profile
from .largest import largest

A_PAGE = 100  # projects on a page of the list
UNFOLDED = 2  # choices that stand open, area and stage; with all of them a phone would not show what was found


def pages(volume: Volume, profiles: Sequence[Profile]) -> Iterator[Page]:
    """The first page with filters, what is overdue and what is largest; then the pages that continue the list."""
    parts = [profiles[start : start + A_PAGE] for start in range(0, len(profiles), A_PAGE)]
    for place, part in enumerate(parts):
        yield _page(volume, profiles, part, place, len(parts))


def address(place: int) -> str:
    """The address of a page of the list. Ids of projects have no hyphen, so none is taken."""
    return f"projects/page-{place + 1}/" if place else "projects/"


def _page(volume: Volume, profiles: Sequence[Profile], part: Sequence[Profile], place: int, of: int) -> Page:
    voice = volume.voice
    heading = voice.t("Projects")
    if place:
        heading = voice.t(
            "Projects, page {number} of {total}", number=voice.counted(place + 1), total=voice.counted(of)
        )
    kinds = grouped(part, lambda one: one.project.kind)
    blocks = {kind: lines(volume, kinds[kind]) for kind in words.KINDS if kind in kinds}
    beside = _first(volume, profiles) if not place else {}
    if of > 1:
        beside["pages"] = _ways(voice, place, of)
    text = markdown(
        "projects",
        voice,
        heading=heading,
        kinds=[(kind, words.kind(voice, kind)) for kind in blocks],
        total=voice.n("{count} entry", "{count} entries", len(profiles)),
        first=not place,
        blocks=beside,
        told=_told(volume),
    )
    description = voice.t("Projects, parks and institutions named in the sources, with stage and planned investment.")
    bulletin, title = volume.tables.bulletin.id, str(heading.striptags())
    return Page(volume.lang, bulletin, address(place), title, str(description), text, {**blocks, **beside}, "projects")


def _ways(voice: Voice, place: int, of: int) -> str:
    """The way to the pages before and after, and to the first and the last: of many a phone cannot show more."""
    shown = sorted({0, place - 1, place, place + 1, of - 1}.intersection(range(of)))
    ways = []
    for last, at in pairwise([-1, *shown]):
        ways += [(0, "")] if at > last + 1 else []
        ways.append((at + 1, f"~/{address(at)}"))
    before, after = (f"~/{address(at)}" if 0 <= at < of else "" for at in (place - 1, place + 1))
    return block("project_pages", voice, ways=ways, here=place + 1, before=before, after=after)


def _starts(volume: Volume, profiles: Sequence[Profile]) -> list[tuple[Markup, str, int]]:
    """For each area how many projects the list has, and where the first of them stands; none if it is one page."""
    areas = grouped(enumerate(profiles), lambda one: one[1].project.area) if len(profiles) > A_PAGE else {}
    return [
        (volume.voice.area(code), f"~/{address(some[0][0] // A_PAGE)}#{some[0][1].project.id}", len(some))
        for code, some in areas.items()
    ]


def lines(volume: Volume, profiles: Iterable[Profile]) -> str:
    """Projects, one under the other: name, stage, and what a reader asks first."""
    voice = volume.voice
    return block("projects", voice, entries=[(one, what(volume, one)) for one in profiles])


def index(volume: Volume, profiles: Sequence[Profile]) -> File:
    """The file that the filters read."""
    return filters.index(volume, profiles, lambda one: what(volume, one))


def what(volume: Volume, one: Profile) -> Markup:
    """What stands beside the name of a project, besides area and stage."""
    return Markup(" · ").join(_what(volume, one))


def _what(volume: Volume, one: Profile) -> Iterator[Markup]:
    voice, project = volume.voice, one.project
    if project.industry:
        yield voice.say(project.industry)
    if (total := one.amount("total_investment")) is not None:
        yield voice.t("planned total investment {value}", value=voice.figure(total))
    if one.overdue:
        yield voice.n("{count} milestone overdue", "{count} milestones overdue", one.overdue)


def _told(volume: Volume) -> Markup:
    schedule = volume.newest.schedule
    return words.tallied(volume.voice, schedule.whole.tally) if schedule and schedule.whole else Markup("")


def _first(volume: Volume, profiles: Sequence[Profile]) -> dict[str, str]:
    """What only the first page has: filters, milestones, the largest projects, what is computed."""
    voice, schedule = volume.voice, volume.newest.schedule
    choices, path, starts = filters.facets(volume, profiles), filters.index_path(volume), _starts(volume, profiles)
    shown = {"facets": choices, "open": UNFOLDED, "index": f"^/{path}", "starts": starts}
    found = {"filters": block("project_filters", voice, **shown)}
    if schedule and schedule.whole:
        whole = schedule.whole
        found["milestones"] = "".join(
            (
                milestones.tally(volume, "tally", whole),
                milestones.overdue(volume, "overdue", whole.judged),
                milestones.coming(volume, "coming", whole.judged),
            )
        )
    if table := largest(volume, profiles):
        found["largest"] = table
    if computed := volume.computed_from.get("projects", []):
        found["computed"] = rows.computed(volume, computed)
    return found
