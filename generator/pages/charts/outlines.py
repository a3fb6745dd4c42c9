"""Outlines of areas as a drawing: where each border runs, and what can be written inside it.

Longitude and latitude become x and y by one scale in each direction, true in the middle of the map (equirectangular);
for a prefecture or a province that is as good as any projection.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians
from typing import Final

from generator.model.boundaries import Ring

from .lettering import width

WIDE: Final = 360.0  # of a phone
HIGH: Final = 420.0  # at most
EDGE: Final = 1.0  # room for half a line around
FINE: Final = 0.4  # what is nearer than this is one to the eye
AHEAD: Final = 8  # positions that one straight line may stand for: so the time a border takes grows with its length
SIZE: Final = 13.0
LINE: Final = 16.0
INSIDE: Final = 4.0  # between words and the border on either side
LEVELS: Final = 24  # heights at which a place for words is looked for

Point = tuple[float, float]
Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """One area: its border as a path, and the lines of its words, each with its middle."""

    path: str
    lines: tuple[tuple[Point, str], ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """The drawing, by area."""

    wide: float
    high: float
    areas: Mapping[str, Outline]


def outlines(rings: Mapping[str, tuple[Ring, ...]], words: Mapping[str, Sequence[Sequence[str]]]) -> Outlines:
    """The outlines of ``rings``; in each the first of its ``words`` (lines) that has room, at worst the last one."""
    high, drawn = _drawn(tuple(rings.items()))
    areas = {code: Outline(_path(lines), _written(lines, words.get(code, ()))) for code, lines in drawn.items()}
    return Outlines(WIDE, high, areas)


@lru_cache(maxsize=16)  # many maps of a bulletin show the same areas
def _drawn(rings: tuple[tuple[str, tuple[Ring, ...]], ...]) -> tuple[float, dict[str, tuple[Line, ...]]]:
    """The height of the drawing and the borders of each area in it."""
    every = [position for _, parts in rings for ring in parts for position in ring]
    west, east = min(x for x, _ in every), max(x for x, _ in every)
    south, north = min(y for _, y in every), max(y for _, y in every)
    narrow = round(cos(radians((south + north) / 2)), 6)  # rounded, so that every machine has the same
    across, down = max((east - west) * narrow, 1e-9), max(north - south, 1e-9)
    scale = min((WIDE - 2 * EDGE) / across, (HIGH - 2 * EDGE) / down)
    left = (WIDE - across * scale) / 2

    def placed(ring: Ring) -> Line:
        return tuple(
            (round(left + (x - west) * narrow * scale, 1), round(EDGE + (north - y) * scale, 1)) for x, y in ring
        )

    borders = {code: tuple(_thin(placed(ring)) for ring in parts) for code, parts in rings}
    return round(down * scale + 2 * EDGE, 1), borders


@lru_cache(maxsize=1024)
def _path(borders: tuple[Line, ...]) -> str:
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in border[:-1]) + "Z" for border in borders)


def _thin(line: Line) -> Line:
    """The ring without what is too fine to see (Lang's way, 1969): from each position kept the next one is the farthest
    within AHEAD whose straight line passes all between them. A ring too small for that stays whole."""
    last, kept = len(line) - 1, [0]
    while kept[-1] < last:
        at = kept[-1]
        ahead = range(min(at + AHEAD, last), at, -1)
        kept.append(
            next(to for to in ahead if all(_apart(one, line[at], line[to]) <= FINE for one in line[at + 1 : to]))
        )
    return tuple(line[at] for at in kept) if len(kept) > 3 else line


def _apart(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a straight line between two others."""
    across, down = end[0] - start[0], end[1] - start[1]
    x, y = point[0] - start[0], point[1] - start[1]
    square = across**2 + down**2
    way = min(max((x * across + y * down) / square, 0.0), 1.0) if square else 0.0
    return hypot(x - way * across, y - way * down)


def _written(borders: tuple[Line, ...], choices: Sequence[Sequence[str]]) -> tuple[tuple[Point, str], ...]:
    for lines in choices:
        room, x, y = _room(borders, len(lines) * LINE / 2)
        if max(width(line, SIZE) for line in lines) + 2 * INSIDE <= room or lines is choices[-1]:
            first = y - (len(lines) - 1) * LINE / 2
            return tuple(((x, round(first + place * LINE, 1)), line) for place, line in enumerate(lines))
    return ()


@lru_cache(maxsize=4096)
def _room(borders: tuple[Line, ...], half: float) -> tuple[float, float, float]:
    """The widest place for words twice ``half`` high: its width and its middle. Of width 0 if there is none."""
    ys = [y for border in borders for _, y in border]
    top, bottom = min(ys), max(ys)
    best = (0.0, borders[0][0][0], borders[0][0][1])
    for level in sorted(range(1, LEVELS), key=lambda level: abs(2 * level - LEVELS)):  # the middle, unless for more
        y = top + (bottom - top) * level / LEVELS
        spans = _common(_inside(borders, y - half), _common(_inside(borders, y), _inside(borders, y + half)))
        for start, end in spans:
            if end - start > best[0] + 1:
                best = (end - start, round((start + end) / 2, 1), round(y, 1))
    return best if best[0] or not half else (0.0, *_room(borders, 0.0)[1:])


def _inside(borders: Iterable[Line], y: float) -> list[Point]:
    """The spans of a horizontal line that lie inside: between its first and second crossing, third and fourth ..."""
    crossings = sorted(
        x + (y - top) * (to - x) / (foot - top)
        for border in borders
        for (x, top), (to, foot) in pairwise(border)
        if (top <= y) != (foot <= y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _common(some: Sequence[Point], others: Sequence[Point]) -> list[Point]:
    """Where both lie; the spans of each are in their order."""
    found, one, other = [], 0, 0
    while one < len(some) and other < len(others):
        start, end = max(some[one][0], others[other][0]), min(some[one][1], others[other][1])
        if start < end:
            found.append((start, end))
        if some[one][1] == end:
            one += 1
        else:
            other += 1
    return found
