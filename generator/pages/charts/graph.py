"""A graph of what feeds what, in layers from top to bottom: boxes with words, and ways between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .lettering import width, wrapped

WIDE: Final = 360.0  # of a phone: a wider page shows it no larger than its letters should be
SIZE: Final = 13.0
LINE: Final = 17.0
ROW: Final = 5  # boxes side by side at most, if their words allow
WIDEST: Final = 172.0
INSIDE: Final = 4.0  # between words and the sides of their box
BETWEEN: Final = 8.0  # boxes
APART: Final = 30.0  # layers, so that the ways have room


@dataclass(frozen=True, slots=True)
class Box:
    """One node: its rectangle, the lines of its words, and a small one under them."""

    node: str
    x: float
    y: float
    wide: float
    high: float
    lines: tuple[tuple[float, str], ...]  # where each stands, and its words
    small: str  # under them; blank if there is nothing to add
    foot: float  # where that stands
    kind: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes, and the ways between them as one path for the lines and one for their heads."""

    wide: float
    high: float
    boxes: tuple[Box, ...]
    ways: str
    heads: str


@dataclass(frozen=True, slots=True)
class Node:
    """What a box says: its name, a word under it, and what its outline stands for."""

    name: str
    small: str
    kind: str


def graph(layers: Sequence[Sequence[str]], nodes: Mapping[str, Node], feeds: Mapping[str, Sequence[str]]) -> Graph:
    """The graph of ``layers``, upstream at the top; a layer whose words need more room takes several rows.

    ``feeds``: for a node those that it leads to; the ones outside the layers are left out.
    """
    boxes: dict[str, Box] = {}
    y = 1.0
    for layer in layers:
        for names in _rows(layer, nodes):
            row = _row(names, nodes, y)
            boxes |= {box.node: box for box in row}
            y += max(box.high for box in row) + BETWEEN
        y += APART - BETWEEN
    pairs = [(boxes[name], boxes[below]) for name in boxes for below in feeds.get(name, ()) if below in boxes]
    ways = "".join(_way(above, below) for above, below in pairs)
    heads = "".join(f"M{_middle(below) - 4:.1f} {below.y - 6:.1f}l4 6l4 -6z" for _, below in pairs)
    return Graph(WIDE, y - APART + 1, tuple(boxes.values()), ways, heads)


def _rows(layer: Sequence[str], nodes: Mapping[str, Node]) -> Iterator[Sequence[str]]:
    """The layer in as few rows as its longest word allows, all about as long."""
    longest = max(width(word, SIZE) for name in layer for word in _words(nodes[name].name))
    most = next((count for count in range(ROW, 1, -1) if longest <= _wide(count) - 2 * INSIDE), 1)
    rows = -(-len(layer) // most)
    length = -(-len(layer) // rows)
    yield from (layer[at : at + length] for at in range(0, len(layer), length))


def _words(name: str) -> list[str]:
    """What no line breaks: Latin words; Chinese breaks anywhere, but four characters should stay together."""
    return name.split() if name.isascii() else [name[:4]]


def _wide(count: int) -> float:
    """How wide each of ``count`` boxes in a row is."""
    return min(WIDEST, (WIDE - 2 - BETWEEN * (count - 1)) / count)


def _row(names: Sequence[str], nodes: Mapping[str, Node], y: float) -> list[Box]:
    """Boxes of one height side by side, in the middle of the width."""
    wide = _wide(len(names))
    left = (WIDE - wide * len(names) - BETWEEN * (len(names) - 1)) / 2
    words = {name: wrapped(nodes[name].name, SIZE, wide - 2 * INSIDE) for name in names}
    high = max(len(words[name]) + bool(nodes[name].small) for name in names) * LINE + 12
    found = []
    for place, name in enumerate(names):
        x = left + place * (wide + BETWEEN)
        lines = tuple((y + 6 + LINE * (at + 0.5), text) for at, text in enumerate(words[name]))
        foot = y + 6 + LINE * (len(lines) + 0.5)
        found.append(Box(name, x, y, wide, high, lines, nodes[name].small, foot, nodes[name].kind))
    return found


def _way(above: Box, below: Box) -> str:
    start, end, top, bottom = _middle(above), _middle(below), above.y + above.high, below.y - 5
    bend = (top + bottom) / 2
    return f"M{start:.1f} {top:.1f}C{start:.1f} {bend:.1f} {end:.1f} {bend:.1f} {end:.1f} {bottom:.1f}"


def _middle(box: Box) -> float:
    return box.x + box.wide / 2
