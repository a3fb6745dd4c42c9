"""The glossary: every term with its definition, and the indicator that measures it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Page

from .render import markdown
from .volume import Volume


def pages(volume: Volume) -> Iterator[Page]:
    voice, terms = volume.voice, list(volume.tables.reference.glossary.values())
    if not terms:
        return
    title = str(voice.t("Glossary"))
    text = markdown(
        "glossary",
        voice,
        heading=title,
        total=voice.n("{count} term", "{count} terms", len(terms)),
        terms=terms,
        indicators=volume.tables.reference.indicators,
    )
    description = str(voice.t("The terms of this bulletin, in Chinese and English, with plain definitions."))
    yield Page(volume.lang, volume.tables.bulletin.id, "glossary/", title, description, text, {}, "glossary")
