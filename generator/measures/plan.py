"""Plans: how much of one is done, and whether that is ahead of the calendar (计划完成率、序时进度).

Per cent of plan and per cent of the year are both per cent; their difference is in percentage points.
"""

from __future__ import annotations

from generator.model.period import Period

from .result import Result, nothing, percent, points, stated


def completion(achieved: Result, target: Result | None) -> Result:
    """100 × achieved ÷ target, in per cent (完成率).

    - No target at all (None): none (no_target). Target zero or negative: none (base_zero, base_negative).
    - Over 100 is a plan exceeded, and stays.
    - Bounds: of a plan of "at least 160" no more than this is done. So a completion is "at most" then.
    - A target that is a rate (a growth of 7 %) has no completion: take the difference of the two in points.

    Example: 53.9 of a plan of 160 is 33.6875 %.
    """
    return nothing("no_target") if target is None else percent(achieved, target)


def lead(completion: Result, period: Period) -> Result:
    """Completion of an annual plan less the share of the year that has passed (领先序时进度), in percentage points.

    Positive is ahead, negative behind. Time counts in twelfths of the year, as the practice is. Periods other than a
    year to date have none (not_year_to_date).

    Example: 32.63 % done at the end of March is 7.63 points ahead of 25 %.
    """
    elapsed = period.elapsed_share
    if elapsed is None:
        return nothing("not_year_to_date")
    return points(completion, stated(100 * elapsed))
