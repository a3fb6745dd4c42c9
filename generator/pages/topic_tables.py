"""The figures of an edition in tables: topic by topic, and project by project."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.figure import Figure

from . import rows, tally
from .order import grouped
from .render import block
from .volume import Volume

UNFOLDED = 12  # rows of a topic on an edition's page before the rest is folded
LISTED = 80  # rows of a topic that an edition's page names; more are counted by indicator, and are in its CSV
FOLDED = 8  # of fewer, folding would hide more than it spares

Topic = tuple[str, str, str]  # id, title, table


def topics(volume: Volume, edition: Edition, limit: int | None) -> list[Topic]:
    """Each topic that the edition speaks of: its id, title, and table."""
    said = [edition.figures[name] for name in edition.said if edition.figures[name].key.kind != "amount"]
    ordered = volume.recall(("said", edition.name), said, partial(volume.ordered, said))
    found: list[Topic] = []
    for topic, title, some in rows.by_topic(volume, ordered):
        step = ("topic", edition.name, topic, str(limit))
        make = partial(_table, volume, edition, topic, title, some, limit)
        found.append((topic, title, volume.recall(step, some, make)))
    return found


def _table(volume: Volume, edition: Edition, topic: str, title: str, figures: list[Figure], limit: int | None) -> str:
    """The figures of a topic, the first ``limit`` of them; without a limit all, counted if they are too many."""
    if limit is None and len(figures) > LISTED:
        caption = volume.voice.t("{topic}: figures of this edition, by indicator", topic=title)
        return tally.table(volume, f"t-{topic}", caption, figures, of=edition.name)
    cut = UNFOLDED if limit is None and len(figures) >= UNFOLDED + FOLDED else limit
    shown, rest = (figures, []) if cut is None else (figures[:cut], figures[cut:])
    caption = _caption(volume, title, len(shown), len(figures))
    found = _rows(volume, f"t-{topic}", caption, shown)
    if rest and limit is None:
        caption = volume.voice.t("{topic}: the other figures of this edition", topic=title)
        return found + block(
            "folded", volume.voice, count=len(rest), table=_rows(volume, f"t-{topic}-2", caption, rest)
        )
    if rest:
        found += block("more", volume.voice, href=f"~/editions/{edition.name}/#{topic}", count=len(figures))
    return found


def _rows(volume: Volume, name: str, caption: Markup, figures: list[Figure]) -> str:
    return rows.table(
        volume, name, caption, [rows.Group(Markup(""), rows.rows(volume, figures))], rows.Look(where=True)
    )


def _caption(volume: Volume, title: str, shown: int, of: int) -> Markup:
    voice = volume.voice
    if shown < of:
        return voice.t("{topic}: {shown} of {of} figures of this edition", topic=title, shown=shown, of=of)
    return voice.t("{topic}: figures of this edition", topic=title)


def projects(volume: Volume, edition: str, figures: list[Figure]) -> str:
    """The amounts that an edition states, project by project; counted by item if they are too many."""
    voice, held = volume.voice, grouped(figures, lambda figure: figure.key.subject)
    if len(figures) > LISTED:
        caption = voice.t("Single projects: figures of this edition, by item")
        return tally.table(volume, "t-projects", caption, figures, of=edition)
    groups = [
        rows.Group(voice.say(project.name), rows.rows(volume, held[name]), f"~/projects/{name}/")
        for name, project in volume.tables.projects.items()
        if name in held
    ]
    return rows.table(volume, "t-projects", voice.t("Single projects: figures of this edition"), groups, rows.Look())
