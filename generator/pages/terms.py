"""Terms of the glossary, marked where they first stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from generator.model.reference import Term
from generator.model.text import Lang, Text

from .volume import Volume
from .wording.escape import inert

SHORTEST = {"zh": 2, "en": 4}  # shorter terms would mark half the text


def linked(volume: Volume, text: Text, *, besides: str = "") -> Markup:
    """``text`` with the first mention of each term linked to the glossary, longest terms first.

    ``besides`` names the indicator whose page this is: its own term is not linked on it.
    """
    words = text.of(volume.lang)
    index, pattern = _index(volume.lang, tuple(volume.tables.reference.glossary.values()))
    if pattern is None:
        return inert(words)
    seen: set[str] = set()
    out, end = Markup(""), 0
    for found in pattern.finditer(words):
        term = index[found[0].lower()]
        if term.id in seen or term.indicator == besides != "":
            continue
        seen.add(term.id)
        out += _spaced(words[end : found.start()])
        out += Markup("[{}](~/glossary/#{})").format(inert(found[0]), term.id)
        end = found.end()
    return out + _spaced(words[end:])


def _spaced(words: str) -> Markup:
    """A piece of a text made inert, with the blanks at its ends kept."""
    before = Markup(" ") if words[:1].isspace() else Markup("")
    after = Markup(" ") if words.strip() and words[-1:].isspace() else Markup("")
    return before + inert(words) + after


@lru_cache(maxsize=8)
def _index(lang: Lang, terms: tuple[Term, ...]) -> tuple[dict[str, Term], re.Pattern[str] | None]:
    index: dict[str, Term] = {}
    for term in terms:
        for name in _names(lang, term):
            if len(name) >= SHORTEST[lang]:
                index.setdefault(name.lower(), term)
    if not index:
        return {}, None
    longest_first = sorted(index, key=len, reverse=True)
    edge = r"\b" if lang == "en" else ""
    alternatives = "|".join(re.escape(name) for name in longest_first)
    return index, re.compile(f"{edge}(?:{alternatives}){edge}", re.IGNORECASE)


def _names(lang: Lang, term: Term) -> list[str]:
    """The forms of a term in running text: without what stands in brackets."""
    name = term.term.of(lang)
    return [re.sub(r"\s*[(（].*?[)）]", "", name).strip()]
