"""The series of the panel: every county and indicator, the prefecture, and what is derived from them."""

from __future__ import annotations

from collections.abc import Sequence

from .chance import Chance
from .concepts import Concept
from .courses import course, whole
from .derived import derived
from .places import County
from .plan import Plan, Quarter
from .statements import Gap, Series

LATE = 24  # one return of a county in so many comes a quarter later
MISSING = 300  # one figure in so many was never collected
SENSITIVE = "foreign_capital_used"  # withheld for the mountain counties, where few enterprises are concerned


def panel(plan: Plan, concept: Concept, counties: Sequence[County]) -> list[Series]:
    """The series of one indicator: the prefecture's, a county each, and what follows from them."""
    courses = [
        (county, course(concept, county, Chance(plan.seed, concept.id, county.code), plan.lived)) for county in counties
    ]
    total = Series(concept, None, whole(concept, courses, plan.lived), concept.measure, concept.digits)
    stated = [
        Series(concept, county, one, concept.measure, concept.digits, gaps(plan, concept, county))
        for county, one in courses
    ]
    return [total, *stated, *derived(plan, total, stated)]


def gaps(plan: Plan, concept: Concept, county: County) -> dict[Quarter, Gap]:
    """The quarters of which the county has no figure, or none in time. Late are whole returns, not single figures."""
    if concept.shape == SENSITIVE and county.group == "mountain":
        return dict.fromkeys(plan.told, "withheld")
    returns, figures = Chance(plan.seed, "late", county.code), Chance(plan.seed, "missing", county.code, concept.id)
    found: dict[Quarter, Gap] = {}
    for quarter in plan.told:
        late, missing = returns.one_in(LATE), figures.one_in(MISSING)
        if missing:
            found[quarter] = "missing"
        elif late and quarter in plan.published:
            found[quarter] = "late"
    return found
