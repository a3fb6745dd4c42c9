"""What a project has done of its investment planned for the year, and how far that is ahead of the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.measures.operands import alike, currency_factor, operand, status_of
from generator.measures.plan import completion, lead
from generator.measures.result import Result, scaled
from generator.measures.rounding import rounded
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Unit
from generator.model.statement import Key
from generator.model.text import Text

DONE, PLAN = "investment_this_year", "annual_investment_plan"
COMPLETION, LEAD = "plan_completion", "plan_lead"  # items of a project that are computed
DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Year:
    """How far a project is with the plan of a year, by the end of a period of it."""

    period: Period
    lead: Result  # exact, in percentage points
    figures: tuple[Figure, Figure]  # completion in per cent, lead in percentage points


# By the id of what was done: the two figures, and what came of them. Most stand unchanged in many editions.
Known = dict[str, tuple[Figure, Figure, Year | None]]


def yearly(figures: Mapping[str, Figure], units: Mapping[str, Unit], known: Known) -> dict[str, list[Year]]:
    """For each project all that it invested from the start of a year against the plan of that year, oldest first.

    ``known`` is what was computed for the edition before, and takes up what is new.

    Both must be amounts of the project, in one currency; where one is missing or the plan is zero there is nothing.
    Bounds are handed on: of a plan of at least 5 at most so much is done.
    """
    plans, done = {}, []
    for figure in figures.values():
        if figure.key.kind == "amount" and figure.key.concept == PLAN and figure.period.kind == "year":
            plans[figure.key.subject, figure.period.first] = figure
        elif figure.key.kind == "amount" and figure.key.concept == DONE and figure.period.year_to_date:
            done.append(figure)
    found: dict[str, list[Year]] = {}
    for figure in sorted(done, key=lambda figure: figure.period.sort_key):
        plan = plans.get((figure.key.subject, figure.period.first))
        if plan and (year := _once(figure, plan, units, known)):
            found.setdefault(figure.key.subject, []).append(year)
    return found


def _once(done: Figure, plan: Figure, units: Mapping[str, Unit], known: Known) -> Year | None:
    held = known.get(done.id)
    if held is None or held[0] is not done or held[1] is not plan:
        held = known[done.id] = (done, plan, _year(done, plan, units) if alike(plan.unit, done.unit) else None)
    return held[2]


def _year(done: Figure, plan: Figure, units: Mapping[str, Unit]) -> Year | None:
    share = completion(*(scaled(operand(one), currency_factor(one.unit)) for one in (done, plan)))
    ahead, last = lead(share, done.period), done.period.last
    if last is None or not {"pct", "pp"} <= units.keys():
        return None
    first = _figure(COMPLETION, share, units["pct"], (done, plan), "100 × a ÷ b")
    second = _figure(LEAD, ahead, units["pp"], (done, plan), f"100 × a ÷ b − 100 × {last.month} ÷ 12")
    return Year(done.period, ahead, (first, second)) if first and second else None


def _figure(item: str, result: Result, unit: Unit, used: tuple[Figure, Figure], formula: str) -> Figure | None:
    if result.value is None:
        return None
    done, _ = used
    key = Key("amount", done.key.subject, item, "", "", "", done.period)
    value, edition = rounded(result.value, DECIMALS), max(one.edition for one in used)
    return Figure(
        key.id, key, value, None, unit, status_of([done]), result.bound, edition,
        formula=Text(formula, formula), inputs=tuple(one.id for one in used),
    )  # fmt: skip
