"""A line the size of a word: the course of a series beside its newest value."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

WIDE: Final = 100.0
TOP: Final = 2.0
FLOOR: Final = 22.0


@dataclass(frozen=True, slots=True)
class Spark:
    """The path of a line, and where its last value lies; no place if that is missing."""

    path: str
    end: tuple[str, str] | None


def spark(values: Sequence[Decimal | None], anew: Container[int] = ()) -> Spark | None:
    """``values`` from the first period to the last, None where there is none (a gap); None if there is no value.

    Drawn from zero, so that the height says how much. ``anew``: places where the line begins again, as that of a sum
    does with each year.
    """
    known = [float(value) for value in values if value is not None]
    if not known:
        return None
    low, high = min(0.0, *known), max(0.0, *known)
    step, rate = WIDE / max(len(values) - 1, 1), (FLOOR - TOP) / ((high - low) or 1.0)
    parts, drawing, place = [], False, None
    for index, value in enumerate(values):
        place = None if value is None else (f"{index * step:.1f}", f"{FLOOR - rate * (float(value) - low):.1f}")
        if place:
            on = drawing and index not in anew
            parts.append(f"{'L' if on else 'M'}{place[0]} {place[1]}{'' if on else 'h0'}")
        drawing = place is not None
    return Spark("".join(parts), place)


def steps(ranks: Sequence[int | None], places: int) -> Spark | None:
    """A line that steps from rank to rank, the first of ``places`` on top; None stands for a gap, as in :func:`spark`.

    Ranks are whole and hold until the next are published, so a slope between them would show what never was.
    """
    if all(rank is None for rank in ranks):
        return None
    step, rate = WIDE / max(len(ranks) - 1, 1), (FLOOR - TOP) / max(places - 1, 1)
    parts, drawing, end = [], False, None
    for index, rank in enumerate(ranks):
        end = None if rank is None else (f"{index * step:.1f}", f"{TOP + rate * (rank - 1):.1f}")
        if end:
            parts.append(f"H{end[0]}V{end[1]}" if drawing else f"M{end[0]} {end[1]}h0")
        drawing = end is not None
    return Spark("".join(parts), end)
