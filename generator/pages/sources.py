"""A page a source: what was taken from it, fact by fact, and what was not, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.page import Page
from generator.model.reference import Source
from generator.model.statement import ProjectStatus

from . import rows
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


def pages(volume: Volume) -> Iterator[Page]:
    yield _index(volume)
    for source in volume.tables.reference.sources.values():
        yield _page(volume, source)


def _index(volume: Volume) -> Page:
    voice = volume.voice
    items = [(source, len(_taken(volume, source))) for source in volume.tables.reference.sources.values()]
    title = str(voice.t("Sources"))
    text = markdown("sources", voice, heading=title)
    description = str(voice.t("The published documents that this bulletin was compiled from."))
    blocks = {"list": block("source_list", voice, items=items)}
    return Page(volume.lang, volume.tables.bulletin.id, "sources/", title, description, text, blocks, "sources")


def _page(volume: Volume, source: Source) -> Page:
    voice, taken = volume.voice, _taken(volume, source)
    facts = [fact for fact in volume.tables.reference.trace if fact.source == source.id]
    blocks = {
        "identity": block("source_identity", voice, source=source),
        "taken": block("taken", voice, items=taken, traced=bool(facts)),
    }
    statements = voice.n("{count} statement", "{count} statements", len(taken))
    text = markdown(
        "source",
        voice,
        heading=voice.source(source),
        finding=voice.t("{figures} of this bulletin come from this document.", figures=statements),
        note=voice.say(source.note),
        left=[(fact.fact, voice.say(fact.reason)) for fact in facts if fact.table == "none"],
        corrected=[(fact.fact, voice.say(fact.correction)) for fact in facts if fact.correction],
    )
    title = source.title.of(volume.lang)
    description = source.note.of(volume.lang) or title
    return Page(
        volume.lang, volume.tables.bulletin.id, f"sources/{source.id}/", title, description, text, blocks, "source"
    )


def _taken(volume: Volume, source: Source) -> list[Taken]:
    """All that the bulletin took from ``source``, edition by edition: each as that edition said it."""
    figures = [
        _figure(volume, edition.figures[name], edition.name)
        for edition in volume.editions
        for name in edition.said
        if edition.figures[name].source == source.id
    ]
    stages = [_stage(volume, status) for status in volume.tables.project_status if status.source == source.id]
    return sorted([*figures, *stages], key=lambda taken: (taken.edition, taken.facts or "~"))


def _figure(volume: Volume, figure: Figure, edition: str) -> Taken:
    indicator = volume.tables.reference.indicators.get(figure.key.concept)
    facts = volume.facts_of.get(figure.id, ())
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
    facts = volume.facts_of.get(row, ())
    return Taken(
        anchor=rows.anchor(volume, row),
        facts=" ".join(fact.fact for fact in facts),
        words=voice.t("{project}: {stage}.", project=voice.say(project.name), stage=voice.stage(status.stage)),
        href=f"~/projects/#{project.id}",
        package="projects",
        locator=status.locator,
        edition=status.edition,
        reason=Markup(""),
    )
