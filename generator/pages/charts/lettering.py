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
