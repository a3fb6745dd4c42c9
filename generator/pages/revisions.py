"""The revision record: every change of a published figure, old and new, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.figure import Figure, Revision
from generator.model.page import Page

from .render import block, markdown
from .rows import row
from .volume import Volume


def pages(volume: Volume) -> Iterator[Page]:
    voice, revisions = volume.voice, volume.newest.revisions
    items = [
        (
            row(volume, volume.newest.figures[revision.figure]),
            _value(volume, revision, old=True),
            _value(volume, revision, old=False),
            revision,
            voice.say(revision.reason),
        )
        for revision in reversed(revisions)
    ]
    title = str(voice.t("Revisions"))
    text = markdown(
        "revisions",
        voice,
        heading=title,
        revisions=bool(items),
        final=any(edition.release.locked for edition in volume.editions),
    )
    description = str(voice.t("Every change of a figure that an earlier edition published, with the reason."))
    blocks = {"revisions": block("revisions", voice, items=items)} if items else {}
    yield Page(volume.lang, volume.tables.bulletin.id, "revisions/", title, description, text, blocks, "revisions")


def _value(volume: Volume, revision: Revision, *, old: bool) -> str:
    """The value before or after, in the wording of tables."""
    now: Figure = volume.newest.figures[revision.figure]
    said = revision.old if old else revision.new
    if said.value is None:
        return str(volume.voice.t("no value") if old else volume.voice.t("withdrawn"))
    return volume.voice.worded(replace(now, value=said.value, value_high=said.high, bound=said.bound)).plain
