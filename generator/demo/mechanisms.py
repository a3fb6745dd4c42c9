"""The mechanisms of the fictional prefecture and its industry chains, as far as a panel has what they are about."""

from __future__ import annotations

from datetime import date

from generator.intake import last_day
from generator.model.period import Period

from .dossier import batch, batch_name
from .plan import LAST, Plan, edition, year
from .statements import source
from .tables import Row, table

CHAINS = "chain_map"


def full(plan: Plan) -> bool:
    """Whether the panel has all indicators with names. A smaller one has no mechanisms, and nothing that names one."""
    return plan.indicators >= sum(bool(row["typical"]) for row in table("indicators"))


def mechanisms(plan: Plan, named: set[str]) -> list[Row]:
    """The mechanisms that have figures, that nobody sees a panel of, or that are ``named`` by what is on file."""
    if not full(plan):
        return []
    shown = {CHAINS, *named}
    return [
        row | {"source": _source(plan, row["since"])}
        for row in table("mechanisms")
        if row["core"] == "false" or row["indicators"] or row["gap_zh"] or row["id"] in shown
    ]


def chain_links(plan: Plan) -> list[Row]:
    """The links of the chains, from the report that comes with the first of the maps."""
    first = next(row["since"] for row in table("mechanisms") if row["id"] == CHAINS)
    return [row | {"source": _source(plan, first)} for row in table("chain_links")] if full(plan) else []


def _source(plan: Plan, since: str) -> str:
    """The report of the quarter in which something came into force, or is announced to, as far as there is one."""
    first = Period.parse(since).first
    quarter = first.year * 4 + (first.month - 1) // 3 if first else plan.published.start
    return source(min(max(quarter, plan.published.start), LAST))


def batches(plan: Plan) -> list[Row]:
    """The batch of every quarter as a breakdown, valid in its quarter alone; no part of it, since it is all of it."""
    if not full(plan):
        return []
    return [
        {
            "id": batch(quarter), "dimension": "batch", "name_zh": batch_name(quarter).zh,
            "name_en": batch_name(quarter).en, "valid_from": date(year(quarter), quarter % 4 * 3 + 1, 1).isoformat(),
            "valid_to": last_day(edition(quarter)).isoformat(), "additive": "false", "nested": "false",
        }
        for quarter in plan.published
    ]  # fmt: skip
