"""What a page says first: sentences made of figures and counts, never of adjectives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.figure import Figure

from .headlines import first_stated, headlines
from .volume import Volume
from .wording.sentences import sentence

SENTENCES_FIRST = 3


def happened(volume: Volume, edition: Edition) -> list[Markup]:
    """The first headline figures as prose: where an edition begins, and what the home page says of it."""
    return [sentence(volume.voice, figure) for figure in headlines(volume, edition)[:SENTENCES_FIRST]]


def lead(volume: Volume) -> Markup:
    """The first sentence about the newest edition."""
    return (happened(volume, volume.newest) or [volume.voice.t("no figure")])[0]


def stated_first(volume: Volume, edition: Edition) -> list[Markup]:
    """The first figures that the edition states, as prose."""
    return [sentence(volume.voice, figure) for figure in first_stated(volume, edition)]


def what_is_new(volume: Volume, edition: Edition) -> Markup:
    """How much an edition states, about how many areas, and how much it revised."""
    said = [edition.figures[name] for name in edition.said]
    missing = sum(figure.missing for figure in said)
    return volume.voice.passage([*_stated(volume, said, missing), _revised(volume, edition)])


def _stated(volume: Volume, said: Sequence[Figure], missing: int) -> Iterator[Markup]:
    """How many figures there are, and how many are only named: in words if there is none."""
    t, n = volume.voice.t, volume.voice.n
    if len(said) == missing:
        yield t("This edition adds no figures.")
        if missing:
            yield n(
                "{count} figure is named in the sources without a value.",
                "{count} figures are named in the sources without a value.",
                missing,
            )
        return
    stated = n("{count} figure", "{count} figures", len(said) - missing)
    about = n("{count} area", "{count} areas", len({volume.area_of(figure) for figure in said}))
    yield t("This edition states {figures} about {areas}.", figures=stated, areas=about)
    if missing:
        yield n(
            "{count} more is named in the sources without a value.",
            "{count} more are named in the sources without a value.",
            missing,
        )


def _revised(volume: Volume, edition: Edition) -> Markup:
    """How many figures of earlier editions it revises."""
    if count := sum(revision.edition == edition.name for revision in edition.revisions):
        return volume.voice.n(
            "It revises {count} figure of earlier editions.", "It revises {count} figures of earlier editions.", count
        )
    return volume.voice.t("It revises no figure of an earlier edition.")


def told(volume: Volume, figures: Sequence[Figure]) -> list[tuple[Markup, Markup]]:
    """Each figure as a sentence, with the remark that a reader must not miss, once; a missing one says it itself."""
    voice, shown = volume.voice, set[Markup]()
    found = []
    for figure in figures:
        note = Markup("") if figure.missing else voice.say(figure.note)
        found.append((sentence(voice, figure), Markup("") if note in shown else note))
        shown.add(note)
    return found


def periods_of(figures: Sequence[Figure]) -> list[Figure]:
    """The dated figures, newest first."""
    return sorted(
        (figure for figure in figures if figure.period.dated), key=lambda figure: figure.period.sort_key, reverse=True
    )
