"""What the two fictional bodies decide of each quarter's projects: stars, red flags, snails, and the ten of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from .plan import Plan, Quarter, edition, year
from .projects import annual_plan, this_year
from .statements import source
from .tables import Row, table
from .targets import opens_year
from .tracks import MILESTONES, Month, Track, end

NAMED, LISTED = 2, 10  # projects by quarter and award, and on the list of the year
OVERDUE, LEAD = 2, 20  # months past due, points behind or ahead of the calendar


def awards(plan: Plan, known: Sequence[Track], now: Quarter) -> Iterator[Row]:
    """What the two bodies decided of the quarter: stars, red flags, snails; at the start of a year the ten projects."""
    largest = sorted((one for one in known if one.total), key=lambda one: (-one.total, one.id))
    stars = [one for one in largest if any(one.came(stage, now) for stage in ("started", "completed", "in_production"))]
    ahead = sorted(((_lead(plan, one, now), one) for one in largest), key=lambda pair: -pair[0])
    behind = sorted(largest, key=lambda one: (-_overdue(one, now), _lead(plan, one, now)))
    slow = [one for one in behind if _overdue(one, now) >= OVERDUE or _lead(plan, one, now) <= -LEAD]
    flagged = [one for lead, one in ahead if lead >= LEAD and not _overdue(one, now)]
    chosen = {"star": stars[:NAMED], "red_flag": flagged[:NAMED], "snail": slow[:NAMED]}
    chosen |= {"listed": [one for one in largest if _building(one, now)][:LISTED]} if opens_year(plan, now) else {}
    for row in table("awards"):
        for one in chosen.get(row["award"], ()):
            period = str(year(now)) if row["award"] == "listed" else edition(now)
            yield row | {"project": one.id, "period": period, "source": source(now)}


def _lead(plan: Plan, one: Track, now: Quarter) -> Fraction:
    """Percentage points by which the year's investment is ahead of the calendar."""
    planned = annual_plan(plan, one, now)
    done = Fraction(this_year(one, now), planned) if planned and one.begun <= now else Fraction(0)
    return 100 * (done - Fraction(now % 4 + 1, 4)) if done else Fraction(0)


def _overdue(one: Track, now: Quarter) -> Month:
    """Months that its longest overdue milestone is past due."""
    if one.stopped is not None or one.begun > now:
        return 0
    open_ones = [step for step in one.steps if step.stage in MILESTONES and not one.has(step, end(now))]
    return max((end(now) - one.due(step, now) for step in open_ones), default=0)


def _building(one: Track, now: Quarter) -> bool:
    """Signed and not yet completed at the start of the year; only industrial projects are listed."""
    signed, over = one.step("signed") or one.steps[0], one.step("completed")
    on_its_way = signed.done < year(now) * 12 and over is not None and over.done >= year(now) * 12
    return one.row["path"] == "attracted" and on_its_way and one.stopped is None
