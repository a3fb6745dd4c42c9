"""Where the value of a point can stand: above, below, right, left; the first place that covers nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from .lettering import width
from .sheet import SIZE, WIDTH

_HIGH: Final = 17.0  # height of a line of text
_AWAY: Final = 15.0  # from the point to the middle of the text above or below it


@dataclass(frozen=True, slots=True)
class Label:
    """A text that wants to stand near the point ``x``, ``y``, whose span begins at ``start``."""

    text: str
    x: float
    y: float
    start: float
    bold: bool
    role: str = "ink"
    align: str = "center"


class Box(NamedTuple):
    """A rectangle of the sheet in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, reach: float) -> Box:
        return cls(x - reach, y - reach, x + reach, y + reach)

    def covers(self, other: Box) -> bool:
        """True if the two share more than an edge."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


def place(wishes: list[Label], taken: list[Box]) -> list[Label]:
    """The labels that found a place, in the order of the wishes; one that covers something everywhere stays out."""
    placed: list[Label] = []
    for wish in wishes:
        for label in _places(wish):
            box = set_text(label.text, label.x, label.y, label.align, bold=label.bold)
            if box.left >= -1 and box.right <= WIDTH + 1 and not any(box.covers(other) for other in taken):
                taken = [*taken, box]
                placed.append(label)
                break
    return placed


def set_text(text: str, x: float, y: float, align: str, *, bold: bool = False) -> Box:
    """The box that a text takes."""
    wide = width(text, SIZE, bold)
    left = x - {"left": 0.0, "center": wide / 2, "right": wide}[align]
    return Box(left, y - _HIGH / 2, left + wide, y + _HIGH / 2)


def _places(wish: Label) -> Iterator[Label]:
    """Candidates, best first: over the span, over its end, below, beyond, higher, lower."""
    half = width(wish.text, SIZE, wish.bold) / 2
    kept = [min(max(x, half), WIDTH - half) for x in ((wish.start + wish.x) / 2, wish.x)]
    for away in (-_AWAY, _AWAY):
        for x in kept:
            yield replace(wish, x=x, y=wish.y + away)
    yield replace(wish, x=wish.x + 10, align="left")
    yield replace(wish, x=wish.start - 10, align="right")
    for away in (-2 * _AWAY, 2 * _AWAY):
        for x in kept:
            yield replace(wish, x=x, y=wish.y + away)
