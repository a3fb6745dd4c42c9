"""A time limit (时限) held against the time that was taken."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Limit:
    """The limit that one figure stands under, and whether it was kept."""

    figure: str  # id of the figure that says how long it took
    most: Decimal  # in the unit of that figure
    aim: str  # id of the target that sets the limit; blank: the rule of the mechanism
    kept: bool | None  # None: the figure or its bound does not tell
