"""What is set for a year rather than observed in it: targets, and the weights of the annual evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.model.text import Text

from .concepts import Concept
from .courses import mean
from .places import WHOLE
from .plan import LAST, Plan, Quarter, year
from .statements import Series, source
from .tables import Row

TARGETED = frozenset({
    "fixed_asset_investment", "industrial_value_added", "key_project_investment", "signed_projects",
    "projects_in_statistics", "reserve_investment",
})  # fmt: skip
PLANNED = ("", "tier_prefecture", "tier_province")  # the total, and the tiers of key projects
RAISED = "990122"  # the county whose target for key projects is raised in the autumn of the last year
RAISED_REASON = Text("年中调整，比原定目标提高5%。", "Raised by 5 % in the course of the year.")
WEIGHTS = "evaluation_weight"
CHANGED = 2025  # the first year of the new weights
ITEMS: Mapping[str, tuple[int, int]] = {  # per cent, before and since the change
    "investment_item": (30, 25), "project_item": (30, 25), "industry_item": (25, 30), "service_item": (15, 20),
}  # fmt: skip


def targets(plan: Plan, series: Series, now: Quarter) -> Iterator[Row]:
    """The targets of the year, set with its first edition; one is raised later on."""
    concept, county = series.concept, series.county
    last = year(now) * 4 - 1
    before = series.course.final.get(last)
    if concept.id not in TARGETED or before is None or now not in series.course.final:
        return
    code = county.code_in(now) if county else WHOLE
    raised = now == LAST and code == RAISED and concept.id == "key_project_investment"
    if not (opens_year(plan, now) or raised):
        return
    if county and concept.additive:  # what was merged into it brings its own result
        before = before * county.size_in(now) // county.size_in(last)
    aim = _aim(concept, before) * (105 if raised else 100)
    step = 10**concept.digits if concept.additive else 5  # whole units of an amount, half points of a rate
    value = mean(aim, 100 * step) * step
    reason = RAISED_REASON if raised and not opens_year(plan, now) else Text()
    yield {
        "area": code, "indicator": concept.id, "measure": series.measure, "breakdown": series.breakdown,
        "period": str(year(now)),
        "value": str(Decimal(value).scaleb(-concept.digits)),
        "bound": "exact" if concept.additive and not series.breakdown else "at_least",
        "source": source(now), "set_on": str(year(now)), "reason_zh": reason.zh, "reason_en": reason.en,
    }  # fmt: skip


def _aim(concept: Concept, before: int) -> int:
    """Five per cent more than the year before; of rates half way to what is usual and half a point more."""
    return mean(before * 105, 100) if concept.additive else max(mean(before + concept.typical, 2) + 5, 10)


def opens_year(plan: Plan, now: Quarter) -> bool:
    """Whether the edition is the first of its year."""
    return now % 4 == 0 or now == plan.published.start


def weights(plan: Plan, now: Quarter) -> Iterator[Row]:
    """The weights of the evaluation in per cent, which were changed once."""
    if not opens_year(plan, now):
        return
    shares = {item: new if year(now) >= CHANGED else old for item, (old, new) in ITEMS.items()}
    for item, value in {"": sum(shares.values()), **shares}.items():
        yield {
            "area": WHOLE, "indicator": WEIGHTS, "measure": "level", "breakdown": item, "period": str(year(now)),
            "value": str(value), "status": "A", "bound": "exact", "source": source(now),
        }  # fmt: skip
