"""Where one value lies among others: a line of dots the size of a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

WIDE: Final = 100.0
EDGE: Final = 4.0  # room for half a dot at either end


@dataclass(frozen=True, slots=True)
class Strip:
    """The path of the dots, from the lowest value at the left to the highest, and where the median lies."""

    path: str
    middle: str
    low: Decimal
    high: Decimal

    def at(self, value: Decimal) -> str:
        """Where ``value`` lies."""
        return f"{_place(value, self.low, self.high):.1f}"


def strip(values: Iterable[Decimal], middle: Decimal) -> Strip:
    """Dots for one value or more, each place once: dots that hide each other need not be drawn."""
    known = sorted(values)
    low, high = known[0], known[-1]
    places = dict.fromkeys(f"{_place(value, low, high):.1f}" for value in known)
    path = "".join(f"M{place} 8h0" for place in places)
    return Strip(path, f"{_place(middle, low, high):.1f}", low, high)


def _place(value: Decimal, low: Decimal, high: Decimal) -> float:
    """In the middle if all are equal."""
    share = float((value - low) / (high - low)) if high > low else 0.5
    return EDGE + (WIDE - 2 * EDGE) * share
