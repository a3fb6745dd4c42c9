"""Places among named peers (位次). Scores of several indicators are for leagues; this is one indicator.

Ways to share a place, for values 9 8 8 7: competition 1 2 2 4 (as in sports, and in SQL's RANK), dense 1 2 2 3
(DENSE_RANK), average 1 2½ 2½ 4 (Spearman's fractional ranks).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .result import Reason, Result, nothing

Direction = Literal["up", "down"]  # up: the greatest value is first
Ties = Literal["competition", "dense", "average"]


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one peer: which, of how many that have one, shared by how many; or none, and why."""

    rank: Fraction | None
    of: int  # peers that are ranked
    sharing: int = 0  # peers on this place, this one included
    reason: Reason = ""


def ranked(
    values: Mapping[str, Result],
    peers: Collection[str],
    direction: Direction = "up",
    ties: Ties = "competition",
) -> dict[str, Place]:
    """The place of each of ``peers``, in their order. Values of others do not count.

    - Values tie if they are equal as given: round them first to the precision at which ranks are taken.
    - A peer without a value has no place and keeps its reason; a bounded value ("over 7") has none either (inexact).
      ``of`` counts those that are ranked, so that "third of eight" is true when a ninth did not report.
    """
    known = {peer: _known(values.get(peer, nothing("missing"))) for peer in peers}
    sign = 1 if direction == "up" else -1
    ordered = sorted(-sign * one.value for one in known.values() if one.value is not None)
    levels = sorted(set(ordered))
    places = {}
    for peer, one in known.items():
        if one.value is None:
            places[peer] = Place(None, len(ordered), reason=one.reason)
            continue
        ahead, through = (find(ordered, -sign * one.value) for find in (bisect_left, bisect_right))
        rank = {
            "competition": Fraction(ahead + 1),
            "dense": Fraction(bisect_left(levels, -sign * one.value) + 1),
            "average": Fraction(ahead + 1 + through, 2),
        }[ties]
        places[peer] = Place(rank, len(ordered), through - ahead)
    return places


def _known(result: Result) -> Result:
    return nothing("inexact") if result.value is not None and result.bound != "exact" else result
