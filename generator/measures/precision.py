"""How much of a result the rounding of its operands leaves open.

A published value stands for all values that round to it: 9.1 for 9.05 to 9.15. What is computed from it is therefore a
range, and another published value contradicts it only if it lies outside (double rounding: 4.4 may be right where the
rounded operand gives 4.451).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product

from .rounding import half_unit

CORNERS = 8  # operands of which each combination of ends is tried


@dataclass(frozen=True, slots=True)
class Range:
    """From the lowest to the highest value, both included, in the unit of what was computed."""

    low: Fraction
    high: Fraction

    def admits(self, published: Decimal) -> bool:
        """Could some value in the range have been rounded to ``published``?"""
        value, half = Fraction(published), Fraction(half_unit(published))
        return self.low <= value + half and value - half <= self.high


def around(published: Decimal) -> Range:
    """All values that round to ``published``."""
    value, half = Fraction(published), Fraction(half_unit(published))
    return Range(value - half, value + half)


def attainable(compute: Callable[..., Fraction], *operands: Decimal | Range) -> Range:
    """All that ``compute`` may come to for operands that round to what was published, or lie in a range.

    It must rise or fall steadily with each operand within its range: then the extremes lie at the ends. A count or
    another exact operand is a range of one value, or bound into ``compute``.
    """
    ends = [(one.low, one.high) for one in (one if isinstance(one, Range) else around(one) for one in operands)]
    if len(ends) > CORNERS:
        return Range(_extreme(compute, ends, min), _extreme(compute, ends, max))
    results = [compute(*corner) for corner in product(*ends)]
    return Range(min(results), max(results))


def _extreme(
    compute: Callable[..., Fraction], ends: Sequence[tuple[Fraction, Fraction]], of: Callable[..., Fraction]
) -> Fraction:
    """The lowest or highest result, found operand by operand until none of them can be moved any further."""
    corner = [low for low, _ in ends]
    best, last = compute(*corner), None
    while best != last:
        last = best
        for place, pair in enumerate(ends):
            results = {compute(*corner[:place], end, *corner[place + 1 :]): end for end in pair}
            best = of(results)
            corner[place] = results[best]
    return best
