"""What pages have in common, so that a builder builds it once: their Markdown without the words of their own.

Nine hundred areas have the same headings, blocks and surroundings, and differ in names, sentences and figures. Words
that a builder would pass on as they are give way to marks before it, and come back after it. Pages whose Markdown is
the same then are one page to the builder: a shell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_OPEN, _CLOSE = "\ue000", "\ue001"  # characters for private use: no builder reads anything into them
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")

_TAG = re.compile(r"</?(?:abbr|b|data|em|small|span|strong|sup|time)(?:\s[^<>]*)?>")
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>!|~^]|[ \t]$|^\s|^(?:#|-|\+|=|:|\d+[.)])", re.MULTILINE)
# Code, between whose fences nothing is prose, and a stray "&", after which a builder may read on over several lines.
# Looking for constants, and for what begins with one, takes a tenth of the time of looking for either of two things.
_FENCES = ("```", "~~~")
_STRAY = re.compile(r"&(?!#?\w+;)")
_BLANK = re.compile(r"(\n\n+)")
_HEADING = re.compile(r"(#+ )([^&<\n]+)( \{#[\w.-]+\})")
_LIST = re.compile(r"(<(ol|ul|p|dl)(?: [^<>]*)?>)((?:(?!</?\2\b).)+)(</\2>)", re.DOTALL)
_ATTRIBUTES = re.compile(r"\n\{:[^{}\n]*\}\Z")


@dataclass(frozen=True, slots=True)
class Shell:
    """What a builder reads of a page, and the words that come back into what it makes of that."""

    source: str
    words: tuple[str, ...]


@dataclass(slots=True)
class Words:
    """The words taken out of a page, each for a mark that names its place among them."""

    taken: list[str] = field(default_factory=list)

    def take(self, words: str) -> str:
        """The mark that stands for ``words``, which is HTML."""
        self.taken.append(words)
        return f"{_OPEN}{len(self.taken) - 1}{_CLOSE}"

    def take_prose(self, markdown: str) -> str:
        """``markdown`` with marks for its plain headings, paragraphs and lists. What a builder has to read stays."""
        text = markdown
        for mark in (_OPEN, _CLOSE):
            text = text.replace(mark, f"&#{ord(mark)};")
        prose = text.strip("\n")
        if not prose or _STRAY.search(prose) or any(fence in prose for fence in _FENCES):
            return text
        before, _, after = text.partition(prose)
        chunks = _BLANK.split(prose)
        return before + "".join(part if n % 2 else self._chunk(part) for n, part in enumerate(chunks)) + after

    def _chunk(self, chunk: str) -> str:
        if heading := _HEADING.fullmatch(chunk):
            return f"{heading[1]}{self.take(heading[2])}{heading[3]}" if _plain(heading[2]) else chunk
        if listed := _LIST.fullmatch(chunk):
            return f"{listed[1]}{self.take(listed[3])}{listed[4]}"
        attributes = _ATTRIBUTES.search(chunk)
        text = chunk[: attributes.start()] if attributes else chunk
        return f"{self.take(text)}{attributes[0] if attributes else ''}" if text and _plain(text) else chunk


def _plain(text: str) -> bool:
    """Whether a builder would leave ``text`` as it is."""
    return not _ACTIVE.search(_TAG.sub("", text))


def put_back(html: str, words: Sequence[str]) -> str:
    """The page that a shell is without the marks."""
    return _MARK.sub(lambda mark: words[int(mark[1])], html)
