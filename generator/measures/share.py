"""Shares of a whole, and the rates at which projects and problems move on; each rate names what it divides by.

A rate without its denominator cannot be compared: 落地率 means landed among signed here, among targeted there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .result import Result, nothing, percent


def share(part: Result, whole: Result) -> Result:
    """100 × part ÷ whole (比重), in per cent, of a whole whose parts are not negative.

    - A negative part (a loss, a net outflow) has no share (part_negative).
    - A part greater than its whole is not part of it (part_exceeds_whole), whatever the rounding.
    - Whole zero or negative: none.

    Example: 5 344 of 6 005 is 88.99 %.
    """
    if part.value is not None and part.value < 0:
        return nothing("part_negative")
    found = percent(part, whole)
    return nothing("part_exceeds_whole") if found.value is not None and found.value > 100 else found


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of one count among another, both of the same period and the same set of projects."""

    part: str
    whole: str

    def of(self, counts: Mapping[str, Result]) -> Result:
        """100 × part ÷ whole, in per cent; a count that ``counts`` does not hold is missing. Else as :func:`share`."""
        return share(*(counts.get(name, nothing("missing")) for name in (self.part, self.whole)))


LANDED_OF_SIGNED = Rate("landed", "signed")  # 签约项目落地率
LANDED_OF_TARGETED = Rate("landed", "targeted")  # 落地率, where landing was the aim for the year
STARTED_OF_LANDED = Rate("started", "landed")  # 落地项目开工率
STARTED_OF_PLANNED = Rate("started", "planned")  # 开工率: among the projects that were due to start
SETTLED_OF_COLLECTED = Rate("settled", "collected")  # 办结率; "settled or in process" is no settlement
