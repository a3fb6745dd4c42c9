"""The projects, parks, towns, platforms and institutions that the sources name: what, where, how far, how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.page import Page
from generator.model.project import Project, ProjectStatus
from generator.model.reference import Source

from . import rows
from .render import block, markdown
from .volume import Volume
from .wording.voice import Voice

KINDS = ("project", "park", "town", "platform", "institution")


@dataclass(frozen=True, slots=True)
class Entry:
    """A project as the list shows it: its latest known stage and its amounts."""

    project: Project
    name: Markup
    area: Markup
    stage: Markup
    status: ProjectStatus | None
    expected: Markup
    since: Markup
    host: Project | None
    source: Source | None
    fact: str
    amounts: list[rows.Row]


def pages(volume: Volume) -> Iterator[Page]:
    if not volume.tables.projects:
        return
    voice = volume.voice
    kinds, blocks = [], {}
    for kind in KINDS:
        entries = [_entry(volume, project) for project in _by_area(volume) if project.kind == kind]
        if entries:
            kinds.append((kind, _kind(voice, kind)))
            blocks[kind] = block("projects", voice, entries=entries)
    computed = volume.computed_from.get("projects", [])
    if computed:
        groups = [
            (rows.row(volume, figure), [rows.row(volume, volume.newest.figures[name]) for name in figure.inputs])
            for figure in computed
        ]
        blocks["computed"] = block(
            "computed", voice, caption=voice.t("Computed by us from published figures"), groups=groups
        )
    title = str(voice.t("Projects"))
    total = len(volume.tables.projects)
    text = markdown(
        "projects",
        voice,
        heading=title,
        kinds=kinds,
        computed=bool(computed),
        total=voice.n("{count} entry", "{count} entries", total),
    )
    description = str(
        voice.t("Projects, parks and institutions named in the sources, with stage and planned investment.")
    )
    yield Page(volume.lang, volume.tables.bulletin.id, "projects/", title, description, text, blocks, "projects")


def _by_area(volume: Volume) -> list[Project]:
    """In the order of the areas; within one, those with amounts first, then as the table has them."""
    areas = {code: place for place, code in enumerate(volume.tables.reference.areas)}
    projects = volume.tables.projects.values()
    return sorted(projects, key=lambda project: (areas.get(project.area, 0), project.id not in volume.by_project))


def _entry(volume: Volume, project: Project) -> Entry:
    voice, status = volume.voice, volume.newest.project_status.get(project.id)
    source = volume.tables.reference.sources.get(status.source if status else project.source)
    return Entry(
        project=project,
        name=voice.say(project.name),
        area=voice.area(project.area),
        stage=voice.stage(status.stage if status else "not_stated"),
        status=status,
        expected=_expected(voice, status),
        since=voice.time(status.since) if status and status.since.dated else Markup(""),
        host=volume.tables.projects.get(project.host),
        source=source,
        fact=rows.anchor(volume, f"status.{project.id}") if status else "top",
        amounts=rows.rows(volume, volume.by_project.get(project.id, ())),
    )


def _expected(voice: Voice, status: ProjectStatus | None) -> Markup:
    if status is None or not status.expected_stage:
        return Markup("")
    when = voice.time(status.expected_period) if status.expected_period else voice.t("no date given")
    return voice.t("{stage} expected, {period}", stage=voice.stage(status.expected_stage), period=when)


def _kind(voice: Voice, kind: str) -> Markup:
    t = voice.t
    return {
        "project": t("Projects"),
        "park": t("Parks"),
        "town": t("Towns"),
        "platform": t("Platforms"),
        "institution": t("Institutions"),
    }[kind]
