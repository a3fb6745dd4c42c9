"""A page before it is built, and the files that stand beside the pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from .text import Lang


class Stored(Protocol):
    """Bytes that are kept elsewhere until they are asked for."""

    @property
    def digest(self) -> str: ...  # SHA-256, in hexadecimal digits
    @property
    def size(self) -> int: ...
    def read(self) -> bytes: ...


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
    blocks: Mapping[str, str | Stored] = field(default_factory=dict)
    kind: str = ""  # front, edition, area, indicator ... : a class on the page, and what search results say

    @property
    def path(self) -> str:
        """Address of the page below the site's root: language first, then bulletin."""
        prefix = "" if self.lang == "zh" else "en/"
        bulletin = f"{self.bulletin}/" if self.bulletin else ""
        return f"{prefix}{bulletin}{self.address}"

    def utf8(self) -> Iterator[tuple[str, bytes]]:
        """Each block by its name, as it will stand in the file."""
        return ((name, one.encode() if isinstance(one, str) else one.read()) for name, one in self.blocks.items())


@dataclass(frozen=True, slots=True)
class File:
    """A file published beside the pages, at ``path`` below the site's root."""

    path: str
    held: bytes | Stored

    @property
    def content(self) -> bytes:
        return self.held if isinstance(self.held, bytes) else self.held.read()

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.held) if isinstance(self.held, bytes) else self.held.size

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal digits."""
        return hashlib.sha256(self.held).hexdigest() if isinstance(self.held, bytes) else self.held.digest
