"""A page a source: what was taken from it, fact by fact, and what was not, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.page import Page
from generator.model.project import ProjectStatus
from generator.model.reference import Source

from . import rows, tally
from .render import block, markdown
from .volume import Volume
from .wording.sentences import sentence


@dataclass(frozen=True, slots=True)
class Taken:
    """One statement of a source and what became of it."""

    anchor: str
    facts: str  # ids of the facts behind it, where the bulletin traces them
    words: Markup
    href: str
    package: str
    locator: str
    edition: str
    reason: Markup


Taking = Iterable[tuple[Figure, str]]  # figures with the edition that says them


def pages(volume: Volume) -> Iterator[Page]:
    yield _index(volume)
    for source in volume.tables.reference.sources.values():
        yield _page(volume, source)


def _index(volume: Volume) -> Page:
    voice = volume.voice
    items = [(source, _count(volume, source)) for source in volume.tables.reference.sources.values()]
    title = str(voice.t("Sources"))
    text = markdown("sources", voice, heading=title)
    description = str(voice.t("The published documents that this bulletin was compiled from."))
    blocks = {"list": block("source_list", voice, items=items)}
    return Page(volume.lang, volume.tables.bulletin.id, "sources/", title, description, text, blocks, "sources")


def _page(volume: Volume, source: Source) -> Page:
    voice, facts = volume.voice, volume.origins.facts_in.get(source.id, ())
    statements = voice.n("{count} statement", "{count} statements", _count(volume, source))
    text = markdown(
        "source",
        voice,
        heading=voice.source(source),
        finding=voice.t("{figures} of this bulletin come from this document.", figures=statements),
        note=voice.say(source.note),
        listed=volume.origins.listed(source.id),
        left=[(fact.fact, voice.say(fact.reason)) for fact in facts if fact.table == "none"],
        corrected=[(fact.fact, voice.say(fact.correction)) for fact in facts if fact.correction],
    )
    title, bulletin = source.title.of(volume.lang), volume.tables.bulletin.id
    description = source.note.of(volume.lang) or title
    blocks = {"identity": block("source_identity", voice, source=source), "taken": _from(volume, source)}
    return Page(volume.lang, bulletin, f"sources/{source.id}/", title, description, text, blocks, "source")


def _from(volume: Volume, source: Source) -> str:
    """What was taken from ``source``, in tables: counted where it is much, else one by one."""
    figures = volume.origins.taken_from.get(source.id, ()) if volume.origins.listed(source.id) else ()
    stages = volume.origins.stages_from.get(source.id, ()) if volume.origins.staged(source.id) else ()
    named, counted = _taken(volume, figures, stages), _counted(volume, source)
    if counted and not named:
        return counted
    return counted + block("taken", volume.voice, items=named, traced=bool(volume.origins.facts_in.get(source.id)))


def _count(volume: Volume, source: Source) -> int:
    return len(volume.origins.taken_from.get(source.id, ())) + len(volume.origins.stages_from.get(source.id, ()))


def _counted(volume: Volume, source: Source) -> str:
    """What was taken from ``source`` that is too much to be listed, by indicator: how much, of which periods."""
    caption = volume.voice.t("What this document says, by indicator")
    figures = [] if volume.origins.listed(source.id) else [figure for figure, _ in volume.origins.taken_from[source.id]]
    stages = [] if volume.origins.staged(source.id) else volume.origins.stages_from[source.id]
    return tally.table(volume, "counted", caption, figures, stages, of=source.id, anchor=rows.TAKEN)


def _taken(volume: Volume, figures: Taking, stages: Iterable[ProjectStatus]) -> list[Taken]:
    """What was taken from a source, edition by edition: each figure and stage as that edition said it."""
    taken = [_figure(volume, figure, edition) for figure, edition in figures]
    taken += [_stage(volume, status) for status in stages]
    return sorted(taken, key=lambda one: (one.edition, one.facts or "~"))


def _figure(volume: Volume, figure: Figure, edition: str) -> Taken:
    indicator = volume.tables.reference.indicators.get(figure.key.concept)
    facts = volume.origins.facts_of.get(figure.id, ())
    return Taken(
        anchor=rows.anchor(volume, figure.id),
        facts=" ".join(fact.fact for fact in facts),
        words=sentence(volume.voice, figure),
        href=rows.href(volume, figure),
        package=indicator.topic if indicator else "projects",
        locator=figure.locator,
        edition=edition,
        reason=volume.voice.passage(volume.voice.say(fact.reason) for fact in facts if fact.reason),
    )


def _stage(volume: Volume, status: ProjectStatus) -> Taken:
    voice, project, row = volume.voice, volume.tables.projects[status.project], f"status.{status.project}"
    facts = volume.origins.facts_of.get(row, ())
    return Taken(
        anchor=rows.anchor(volume, row),
        facts=" ".join(fact.fact for fact in facts),
        words=voice.t("{project}: {stage}.", project=voice.say(project.name), stage=voice.stage(status.stage)),
        href=f"~/projects/{project.id}/#way",
        package="projects",
        locator=status.locator,
        edition=status.edition,
        reason=Markup(""),
    )
