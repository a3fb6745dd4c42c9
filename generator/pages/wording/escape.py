"""Data is trusted for nothing: a cell never becomes Markdown, markup, link or template.

HTML escaping alone does not stop Markdown (``[x](javascript:...)``, attribute lists), so every character that Markdown
reads is written as a character reference, which both Markdown and HTML show as the character itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>&\"'~^:=$@/]")
_BREAKS = re.compile(r"\s+")


def inert(text: object) -> Markup:
    """``text`` as plain words in Markdown and in HTML. Already safe markup passes unchanged."""
    return text if isinstance(text, Markup) else _inert(str(text))


@lru_cache(maxsize=16384)  # the same names stand in thousands of places
def _inert(text: str) -> Markup:
    return Markup(spaced(_BREAKS.sub(" ", text).strip()))  # noqa: S704 - every active character is escaped


def plain(text: Markup | str) -> str:
    """The words alone, as drawings and titles have them."""
    return str(text.striptags()).strip() if isinstance(text, Markup) else text


def spaced(text: str) -> str:
    """As :func:`inert`, with the spaces as they are: between a number and its unit there is a narrow one."""
    return _MARKDOWN.sub(lambda found: f"&#{ord(found[0])};", text)
