"""The revision record: every change of a published figure, old and new, when and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from generator.model.figure import Figure, Revision
from generator.model.page import File, Page

from . import parts, tally
from .exports import revisions_csv
from .render import block, markdown
from .rows import row, subject
from .volume import Volume
from .wording import numbers

LISTED = 300  # revisions up to which each is named; of more, the newest edition's, and the others are counted


def pages(volume: Volume) -> Iterator[Page]:
    voice, every = volume.voice, volume.newest.revisions
    named = [change for change in every if len(every) <= LISTED or change.edition == every[-1].edition][-LISTED:]
    rest = every[: len(every) - len(named)]  # oldest first, so that the newest are named
    items = [_item(volume, revision) for revision in reversed(named)]
    blocks = {}
    if items:
        link = (voice.t("All revisions, one table"), f"^/{csv_path(volume)}", "CSV", 0)
        blocks["revisions"] = block("revisions", voice, items=items)
        blocks["downloads"] = parts.downloads(volume, [link])
    if rest:
        blocks["counted"] = block("revisions_counted", voice, items=_counted(volume, rest))
    title = str(voice.t("Revisions"))
    text = markdown(
        "revisions",
        voice,
        heading=title,
        revisions=bool(items),
        counted=_number(volume, rest) if rest else None,
        total=_number(volume, every),
        final=any(edition.release.locked for edition in volume.editions),
    )
    description = str(voice.t("Every change of a figure that an earlier edition published, with the reason."))
    yield Page(volume.lang, volume.tables.bulletin.id, "revisions/", title, description, text, blocks, "revisions")


def _item(volume: Volume, revision: Revision) -> tuple[object, ...]:
    """The figure, what it was and is, the revision, and its reason."""
    old, new = (_value(volume, revision, old=old) for old in (True, False))
    return row(volume, volume.newest.figures[revision.figure]), old, new, revision, volume.voice.say(revision.reason)


def files(volume: Volume) -> Iterator[File]:
    """A CSV of all revisions, if there are any."""
    if volume.newest.revisions:
        yield revisions_csv(csv_path(volume), volume.newest.figures, volume.newest.revisions)


def csv_path(volume: Volume) -> str:
    return f"{volume.tables.bulletin.id}/revisions/revisions.csv"


def _number(volume: Volume, revisions: Sequence[Revision]) -> Markup:
    return volume.voice.n("{count} revision", "{count} revisions", len(revisions))


def _counted(volume: Volume, revisions: Sequence[Revision]) -> list[tuple[str, Markup, str, int]]:
    """How many ``revisions`` each edition made of what, the newest edition first; with the page that shows it."""
    figures = [(revision.edition, volume.newest.figures[revision.figure]) for revision in reversed(revisions)]
    found = Counter((edition, figure.key.concept) for edition, figure in figures)
    pages_of = {figure.key.concept: (subject(volume, figure), tally.page_of(figure)) for _, figure in figures}
    return [(edition, *pages_of[concept], count) for (edition, concept), count in found.items()]


def _value(volume: Volume, revision: Revision, *, old: bool) -> str:
    """The value before or after, in the wording of tables and in the unit of its time, with every digit: here digits
    are what has changed."""
    now: Figure = volume.newest.figures[revision.figure]
    said = revision.old if old else revision.new
    if said.value is None:
        return str(volume.voice.t("no value") if old else volume.voice.t("withdrawn"))
    unit = volume.tables.reference.units[said.unit]
    then = replace(now, value=said.value, value_high=said.high, bound=said.bound, unit=unit)
    return numbers.in_table(then, volume.lang).plain
