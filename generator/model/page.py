"""A page before it is built, and the files that stand beside the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .text import Lang


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language: Markdown prose for the builder, HTML blocks filled in after it.

    ``address`` is the directory address below the bulletin, "" for its front page, else "areas/331002/".
    ``markdown`` holds a placeholder ``<div data-block="NAME"></div>`` for every key of ``blocks``.
    Links inside ``blocks`` may start with ``~/`` (the bulletin in this language) or ``^/`` (the site's root, for
    data files, which are published once); the fill pass makes them relative, so that a sub-path works.
    """

    lang: Lang
    bulletin: str  # "" for the site's own front page
    address: str
    title: str
    description: str
    markdown: str
    blocks: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""  # front, edition, area, indicator ... : a class on the page, and what search results say

    @property
    def path(self) -> str:
        """Address of the page below the site's root: language first, then bulletin."""
        prefix = "" if self.lang == "zh" else "en/"
        bulletin = f"{self.bulletin}/" if self.bulletin else ""
        return f"{prefix}{bulletin}{self.address}"


@dataclass(frozen=True, slots=True)
class File:
    """A file published beside the pages, at ``path`` below the site's root."""

    path: str
    content: bytes
