"""Shares of a whole; also the rates at which projects and problems move on, such as landed among signed (落地率).

A rate without its denominator cannot be compared: 落地率 means landed among signed here, among targeted there. So the
rule of such a measure names both.
"""

from __future__ import annotations

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
