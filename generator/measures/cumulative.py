"""Year-to-date and discrete figures: what the quarter or the months alone came to (累计与当期).

Chinese statistics of investment and the like are published cumulated from 1 January. A discrete figure is the
difference of two of them, and both must be from one edition: were the earlier one revised since, the difference would
contain the revision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.period import Period

from .operations import OPERATIONS
from .result import Reason, Result, applied, nothing


@dataclass(frozen=True, slots=True)
class Flow:
    """What came to pass in ``period``, in the indicator's unit, as ``edition`` states it."""

    period: Period
    result: Result
    edition: str


def discrete(through: Flow, before: Flow) -> Flow:
    """What came to pass after ``before`` and up to the end of ``through``, both years to date of one year.

    - Of different editions: none (other_vintage).
    - Not both cumulated from January: none (not_year_to_date); not of one year, or in the wrong order: not_adjoining.
    - A negative difference stands: within one edition it is a cancellation, not a revision.

    Example: January to July 302 533 less January to June 255 900 is 46 633 in July.
    """
    reason, after, last = _unfit(through, before), before.period.last, through.period.last
    if reason or after is None or last is None:
        return Flow(through.period, nothing(reason), through.edition)
    result = applied(OPERATIONS["difference"], through.result, before.result)
    return Flow(spanning(after + timedelta(days=1), last), result, through.edition)


def _unfit(through: Flow, before: Flow) -> Reason:
    if not (through.period.year_to_date and before.period.year_to_date):
        return "not_year_to_date"
    if through.period.first != before.period.first or through.period.sort_key <= before.period.sort_key:
        return "not_adjoining"
    return "" if through.edition == before.edition else "other_vintage"


def spanning(first: date, last: date) -> Period:
    """The period from ``first`` to ``last``, in its short spelling: year, half, quarter, month, else a span."""
    year, month = first.year, first.month
    texts = (
        f"{year}",
        f"{year}-H{(month + 5) // 6}",
        f"{year}-Q{(month + 2) // 3}",
        f"{year}-{month:02d}",
        f"{year}-{month:02d}/{last.year}-{last.month:02d}",
    )
    return next(one for one in map(Period.parse, texts) if (one.first, one.last) == (first, last))
