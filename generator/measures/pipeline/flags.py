"""Candidates for red flag (红旗) and snail (蜗牛), by thresholds in data. Who is named is the committee's to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.measures.result import Result
from generator.model.codes import NOT_ABOVE, NOT_BELOW
from generator.model.schedule import FLAGS, Candidate, Finding


@dataclass(frozen=True, slots=True)
class Progress:
    """What a project is judged by."""

    project: str
    lead: Result  # completion of the annual plan less the elapsed share of the year, percentage points (plan.lead)
    overdue: int  # days that its longest overdue milestone is past due


def candidates(progress: Iterable[Progress], thresholds: Mapping[str, Decimal]) -> tuple[Candidate, ...]:
    """The candidates; ``thresholds`` are the parameters of the mechanism.

    - Order: red flags, then snails. Of each the furthest ahead, or behind, stands first; snails that are only overdue
      follow, the longest overdue first. Of equal ones the order given decides.
    - Snail: behind the calendar by ``lag`` points or more, or a milestone overdue by ``overdue`` days or more.
    - Red flag: ahead by ``lead`` points or more, and no milestone overdue.
    - A threshold that is not given judges nobody. Exactly at the threshold is enough.
    - A bounded lead counts where it is certain: "at most −12" is at least 10 behind, "at most 15" is not known to be
      10 ahead. A project without a lead is judged by its milestones alone.

    Example: 20 % done at the end of June is 30 points behind: a snail where lag is 10.
    """
    found = (_snail(one, thresholds) or _red_flag(one, thresholds) for one in progress)
    return tuple(sorted((candidate for candidate in found if candidate), key=_furthest_first))


def _furthest_first(one: Candidate) -> tuple[int, bool, Fraction, Fraction]:
    """Points and days do not compare: whoever is judged by points stands before those judged by days alone."""
    found = {finding.parameter: finding.found for finding in one.findings}
    points = found.get("lead", found.get("lag"))
    return FLAGS.index(one.flag), points is None, -(points or Fraction(0)), -found.get("overdue", Fraction(0))


def _snail(one: Progress, thresholds: Mapping[str, Decimal]) -> Candidate | None:
    findings = []
    lag, overdue, lead = thresholds.get("lag"), thresholds.get("overdue"), one.lead.value
    if lag is not None and lead is not None and one.lead.bound in NOT_ABOVE and -lead >= lag:
        findings.append(Finding("lag", -lead, lag))
    if overdue is not None and one.overdue and one.overdue >= overdue:
        findings.append(Finding("overdue", Fraction(one.overdue), overdue))
    return Candidate(one.project, "snail", tuple(findings)) if findings else None


def _red_flag(one: Progress, thresholds: Mapping[str, Decimal]) -> Candidate | None:
    least, lead = thresholds.get("lead"), one.lead.value
    if least is None or lead is None or one.overdue or one.lead.bound not in NOT_BELOW or lead < least:
        return None
    return Candidate(one.project, "red_flag", (Finding("lead", lead, least),))
