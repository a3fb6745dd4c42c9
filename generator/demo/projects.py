"""The fictional projects: how far each is, edition by edition, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.model.text import Text

from .plan import Plan, Quarter, edition
from .statements import source
from .tables import Row, table

STAGES = ("signed", "started", "under_construction", "completed", "in_production")
RAISED = Text("按初步设计批复调整。", "Adjusted to the approved preliminary design.")


def projects(plan: Plan, codes: set[str]) -> list[Row]:
    """The projects in the areas with these ``codes``, after the first report that names each."""
    found = [row for row in table("projects") if row["area"] in codes]
    return [row | {"source": source(max(_reached(row, 0), plan.published.start))} for row in found]


def status(plan: Plan, rows: list[Row], now: Quarter) -> Iterator[Row]:
    """The stage of every project that reached another one in the quarter; in the first edition, of all."""
    for row in rows:
        step = _step(row, now)
        if step < 0 or (step == _step(row, now - 1) and now > plan.published.start):
            continue
        stage, onward = _stage(row, step), _stage(row, step + 1)
        going = onward not in (stage, "stopped")
        yield {
            "project": row["id"], "stage": stage, "since": edition(_reached(row, step)), "source": source(now),
            "expected_stage": onward if going else "",
            "expected_period": edition(_reached(row, step + 1)) if going else "",
        }  # fmt: skip


def amounts(plan: Plan, rows: list[Row], now: Quarter) -> Iterator[Row]:
    """Investment and land of a project when it is signed; some cost more once construction has started."""
    for row in rows:
        begun = _reached(row, 0)
        fresh = now == max(begun, plan.published.start)
        raised = bool(row["raised"]) and now >= _reached(row, 1)
        if fresh or (raised and now == _reached(row, 1) and now > begun):
            total = row["raised"] if raised else row["total"]
            reason = RAISED if raised and not fresh else Text()
            yield from _amount(row, now, "total_investment", "CNY_100M", _tenths(total), reason)
        if fresh:
            yield from _amount(row, now, "land_area", "mu", row["land"], Text())


def _amount(row: Row, now: Quarter, item: str, unit: str, value: str, reason: Text) -> Iterator[Row]:
    if value:
        yield {
            "project": row["id"], "item": item, "period": "undated", "unit": unit, "value": value, "status": "F",
            "bound": "exact", "source": source(now), "reason_zh": reason.zh, "reason_en": reason.en,
        }  # fmt: skip


def _tenths(text: str) -> str:
    return str(Decimal(text).scaleb(-1)) if text else ""


def _reached(row: Row, step: int) -> Quarter:
    """The quarter in which the project comes to a step."""
    signed = int(row["signed"][:4]) * 4 + int(row["signed"][-1]) - 1
    return signed + step * int(row["pace"])


def _step(row: Row, quarter: Quarter) -> int:
    """How far the project is; -1 before it is signed."""
    return max(-1, min((quarter - _reached(row, 0)) // int(row["pace"]), _end(row)))


def _end(row: Row) -> int:
    """The last step: production, or that the project was given up instead of being started."""
    return 1 if row["last"] == "stopped" else len(STAGES) - 1


def _stage(row: Row, step: int) -> str:
    return row["last"] if step >= _end(row) else STAGES[step]
