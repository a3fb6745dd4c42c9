"""The site's own front page: the bulletins it holds."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.model.bulletin import Bulletin
from generator.model.page import Page
from generator.model.text import Lang

from .render import block, markdown
from .wording.speech import Speech


def page(lang: Lang, bulletins: Sequence[tuple[Bulletin, str, Markup]]) -> Page:
    """One page a language; every bulletin with its newest edition and first sentence, demonstrations last."""
    speech = Speech(lang)
    items = [
        (bulletin, speech.say(bulletin.title), speech.say(bulletin.subtitle), speech.edition(newest), lead)
        for bulletin, newest, lead in sorted(bulletins, key=lambda one: one[0].demonstration)
    ]
    title = str(speech.t("County bulletins"))
    text = markdown("home", speech, heading=title)
    description = str(speech.t("Quarterly statistical bulletins of counties, with their data, sources and method."))
    return Page(lang, "", "", title, description, text, {"bulletins": block("bulletins", speech, items=items)}, "home")
