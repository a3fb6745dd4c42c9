"""A page a source: what was taken from it, fact by fact, and what was not, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.page import Page
from generator.model.reference import Source, Trace

from . import rows
from .narrative import counted
from .render import block, markdown
from .volume import Volume
from .wording.sentences import sentence


@dataclass(frozen=True, slots=True)
class Taken:
    """One fact of a source and what became of it."""

    fact: str
    words: Markup
    href: str
    package: str
    locator: str
    edition: str
    correction: Markup
    reason: Markup


def pages(volume: Volume) -> Iterator[Page]:
    yield _index(volume)
    for source in volume.tables.reference.sources.values():
        yield _page(volume, source)


def _index(volume: Volume) -> Page:
    voice = volume.voice
    items = [(source, len(_facts(volume, source))) for source in volume.tables.reference.sources.values()]
    title = str(voice.t("Sources"))
    text = markdown("sources", voice, heading=title)
    description = str(voice.t("The published documents that this bulletin was compiled from."))
    blocks = {"list": block("source_list", voice, items=items)}
    return Page(volume.lang, volume.tables.bulletin.id, "sources/", title, description, text, blocks, "sources")


def _page(volume: Volume, source: Source) -> Page:
    voice, facts = volume.voice, _facts(volume, source)
    taken = [_taken(volume, fact) for fact in facts if fact.table != "none"]
    left = [_taken(volume, fact) for fact in facts if fact.table == "none"]
    corrected = [item for item in taken if item.correction]
    blocks = {
        "identity": block("source_identity", voice, source=source),
        "taken": block("taken", voice, items=taken, bulletin=volume.tables.bulletin.id),
    }
    statements = voice.n("{count} statement", "{count} statements", len(taken))
    text = markdown(
        "source",
        voice,
        heading=voice.source(source),
        finding=voice.t(
            "{figures} of this bulletin come from this document.",
            figures=counted(statements, len(taken)),
        ),
        note=voice.say(source.note),
        left=left,
        corrected=corrected,
    )
    title = source.title.of(volume.lang)
    description = source.note.of(volume.lang) or title
    return Page(
        volume.lang, volume.tables.bulletin.id, f"sources/{source.id}/", title, description, text, blocks, "source"
    )


def _facts(volume: Volume, source: Source) -> list[Trace]:
    return [fact for fact in volume.tables.reference.trace if fact.source == source.id]


def _taken(volume: Volume, fact: Trace) -> Taken:
    """The fact in words, with the way to its row: as stated in the fact's own edition."""
    voice = volume.voice
    figure = volume.figure(fact.row)
    words, href, package, locator = Markup(""), "", "", ""
    if figure is not None:
        words, href, locator = sentence(voice, figure), rows.href(volume, figure), figure.locator
        indicator = volume.tables.reference.indicators.get(figure.key.concept)
        package = indicator.topic if indicator else "projects"
    elif fact.row.startswith("status."):
        project = volume.tables.projects[fact.row.removeprefix("status.")]
        words, href = voice.t("Stage of {project}", project=voice.say(project.name)), f"~/projects/#{project.id}"
        package, locator = "projects", project.locator
    return Taken(
        fact.fact, words, href, package, locator, fact.edition, voice.say(fact.correction), voice.say(fact.reason)
    )
