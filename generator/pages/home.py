"""The site's own front page: the bulletins it holds."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.page import Page

from .narrative import happened
from .render import block, markdown
from .volume import Volume
from .wording.voice import Voice


def page(volumes: Sequence[Volume]) -> Page:
    """One page a language; every bulletin with its newest edition and first sentence, demonstrations last."""
    first = volumes[0]
    voice: Voice = first.voice
    items = [
        (
            volume.tables.bulletin,
            volume.voice.say(volume.tables.bulletin.title),
            volume.voice.say(volume.tables.bulletin.subtitle),
            volume.voice.edition(volume.newest.name),
            (happened(volume, volume.newest) or [volume.voice.t("no figure")])[0],
        )
        for volume in sorted(volumes, key=lambda volume: volume.tables.bulletin.demonstration)
    ]
    title = str(voice.t("County bulletins"))
    text = markdown("home", voice, heading=title)
    description = str(voice.t("Quarterly statistical bulletins of counties, with their data, sources and method."))
    return Page(
        first.lang, "", "", title, description, text, {"bulletins": block("bulletins", voice, items=items)}, "home"
    )
