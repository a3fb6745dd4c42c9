"""How wide a text will be, without a font: the page is set in whatever the reader's system has.

Widths are in em and on the generous side of PingFang SC, Microsoft YaHei, Noto Sans SC, Segoe UI and Helvetica, so a
label that fits by this table fits on every system, and a chart is the same bytes whatever fonts the builder has.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import east_asian_width

_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]-‐ \u2009\u00a0·’")
_BROAD: Final = frozenset("mwMW%@—…")
_CLOSING: Final = "，。、；：）》」”%,.;:)"  # never at the start of a line
ELLIPSIS: Final = "…"
_TOKEN: Final = re.compile(r"[0-9A-Za-z.,%'’()/&+\-\u2212–$€]+\s*|.", re.DOTALL)


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of ``text`` at a type size, in the units of the size."""
    return sum(_em(letter) for letter in text) * size * (1.12 if bold else 1.0)


def _em(letter: str) -> float:
    if east_asian_width(letter) in "WF" or letter in "“”→≥≤≈":
        return 1.0
    if letter in _NARROW:
        return 0.36
    if letter in _BROAD:
        return 0.92
    return 0.7 if letter.isupper() else 0.62


def pieces(text: str) -> list[str]:
    """What no line should break: words, and single Chinese characters."""
    return [token.rstrip() for token in _TOKEN.findall(text)]


def wrapped(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """``text`` in lines no wider than ``room``; breaks between Chinese characters and after Latin words."""
    lines = [""]
    for token in _TOKEN.findall(text):
        fits = width((lines[-1] + token).rstrip(), size, bold) <= room
        if fits or not lines[-1] or token.strip() in _CLOSING:
            lines[-1] += token
        else:
            lines.append(token.lstrip())
    return [line.rstrip() for line in lines]


def cut(text: str, size: float, room: float, bold: bool = False) -> str:
    """``text``, or as much of its beginning as has room with an ellipsis after it."""
    if width(text, size, bold) <= room:
        return text
    end = len(text)
    while end > 1 and width(text[:end].rstrip() + ELLIPSIS, size, bold) > room:
        end -= 1
    return text[:end].rstrip(" ,，、（(") + ELLIPSIS


def fitted(text: str, size: float, room: float, most: int, bold: bool = False) -> list[str]:
    """``text`` in ``most`` lines no wider than ``room``; what has no room in them gives way to an ellipsis.

    So does the end of a word that is wider than a line.
    """
    lines, rest = wrapped(text, size, room, bold), text
    if len(lines) > most:
        for line in lines[: most - 1]:
            rest = rest[len(line) :].lstrip()
        lines[most - 1 :] = [rest]
    # a closing mark may stand beyond the end of its line
    return [cut(line, size, room + (size if line[-1:] in _CLOSING else 0), bold) for line in lines]
