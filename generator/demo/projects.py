"""The fictional projects: how far each is, edition by edition, what it costs and what has been invested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.intake import last_day, year_to_date
from generator.model.text import Text

from .plan import Plan, Quarter, edition, year
from .statements import source
from .tables import Row, table
from .targets import opens_year
from .tracks import Track, end, named, track

RAISED = Text("按初步设计批复调整。", "Adjusted to the approved preliminary design.")
HASTY = Text("上期误报了阶段，予以更正。", "The stage was reported too early in the last edition; corrected.")
MONEY = "CNY_100M"
GRACE = 3  # months of a new year in which whoever should have started before is to start


def tracks(plan: Plan, places: Sequence[Row]) -> list[Track]:
    """The first projects of the table in the counties of ``places``, and numbered ones as far as the plan asks."""
    named_rows, codes = table("projects"), [row["code"] for row in places if row["level"] == "county"]
    found = [row for row in named_rows if row["area"] in codes][: plan.projects]
    found = [row if row["host"] in {one["id"] for one in found} else row | {"host": ""} for row in found]
    current = [row["code"] for row in places if row["level"] == "county" and not row["valid_to"]]
    like = [row for row in named_rows if row["kind"] == "project"]
    for number in range(len(named_rows) + 1, plan.projects + 1):
        found.append(_numbered(number, like[number % len(like)], current[number % len(current)]))
    return [track(plan, row) for row in found]


def _numbered(number: int, like: Row, area: str) -> Row:
    return like | {
        "id": f"model_project_{number}", "name_zh": f"示范项目第{number}号", "name_en": f"Model project {number}",
        "area": area, "host": "", "investor": "", "post_zh": "", "post_en": "",
    }  # fmt: skip


def projects(plan: Plan, known: Sequence[Track], mechanisms: set[str]) -> list[Row]:
    """Their rows, after the first report that names each, on the lists that some mechanism of the bulletin keeps."""
    return [
        one.row | {"source": source(_heard(plan, one)), "programmes": " ".join(_lists(one.row, mechanisms))}
        for one in known
    ]


def _lists(row: Row, mechanisms: set[str]) -> list[str]:
    return [programme for programme in row["programmes"].split() if programme in mechanisms]


def _heard(plan: Plan, one: Track) -> Quarter:
    return max(one.begun, plan.published.start)


def status(plan: Plan, known: Sequence[Track], now: Quarter) -> Iterator[Row]:
    """The stage of every project that reached another one in the quarter; in the first edition, of all. One report
    that came too early is put right an edition later."""
    for one in known:
        step, before, ahead = one.at(now), one.at(now - 1), one.next(now)
        hasty, corrected = one.row["hasty"] == edition(now), one.row["hasty"] == edition(now - 1)
        corrected = corrected and now > plan.published.start
        if step is None or (step == before and now > plan.published.start and not hasty and not corrected):
            continue
        if hasty and ahead:
            step, ahead = ahead, None
        reason = HASTY if corrected else Text()
        yield {
            "project": one.id, "stage": step.stage, "since": edition(now) if hasty else named(step.done),
            "expected_stage": ahead.stage if ahead else "",
            "expected_period": edition(max(one.due(ahead, now) // 3, now + 1)) if ahead else "",
            "source": source(now), "reason_zh": reason.zh, "reason_en": reason.en,
        }  # fmt: skip


def amounts(plan: Plan, known: Sequence[Track], now: Quarter) -> Iterator[Row]:
    """What a project is to cost and to yield when it is first heard of; what is planned for a year, and what was
    invested in it. Some cost more once construction has started."""
    for one in known:
        if now == _heard(plan, one):
            yield from _expected(one, now)
        yield from _raised(plan, one, now)
        if (planned := annual_plan(plan, one, now)) and _plan_is_new(plan, one, now):
            yield _amount(one, now, "annual_investment_plan", str(year(now)), _money(planned), "F")
        if done := this_year(one, now):
            yield _amount(one, now, "investment_this_year", year_to_date(edition(now)), _money(done), "P")
            today = last_day(edition(now)).isoformat()
            yield _amount(one, now, "investment_to_date", today, _money(one.spent(end(now))), "P")


def _expected(one: Track, now: Quarter) -> Iterator[Row]:
    first, row = int(one.row["total"] or 0), one.row
    if row["land"]:
        yield _amount(one, now, "land_area", "undated", row["land"], "F", unit="mu")
    if first and row["path"] == "attracted":
        yield _amount(one, now, "annual_output", "undated", _money(first * 13), "F")
        yield _amount(one, now, "annual_tax", "undated", _money(first // 2 + 3), "F")


def _raised(plan: Plan, one: Track, now: Quarter) -> Iterator[Row]:
    """The planned total: when the project is first heard of, and again when it is raised."""
    start, row, heard = one.step("started"), one.row, _heard(plan, one)
    turned = start.done // 3 if row["raised"] and start else None
    raised = turned is not None and turned <= now
    if row["total"] and now in (heard, turned):
        value = Decimal(row["raised"] if raised else row["total"]).scaleb(-1)
        reason = RAISED if raised and now > heard else Text()
        yield _amount(one, now, "total_investment", "undated", str(value), "F", reason=reason)


def _amount(
    one: Track, now: Quarter, item: str, period: str, value: str, status: str, *,
    unit: str = MONEY, reason: Text = Text(),
) -> Row:  # fmt: skip
    return {
        "project": one.id, "item": item, "period": period, "unit": unit, "value": value, "status": status,
        "bound": "exact", "source": source(now), "reason_zh": reason.zh, "reason_en": reason.en,
    }  # fmt: skip


def _money(hundredths: int) -> str:
    return str(Decimal(hundredths).scaleb(-2))


def this_year(one: Track, now: Quarter) -> int:
    """Invested from January to the end of the quarter, in 0.01 of 100 million yuan."""
    return one.spent(end(now)) - one.spent(year(now) * 12 - 1)


def annual_plan(plan: Plan, one: Track, now: Quarter) -> int:
    """What the year's plan sets aside for the project, in 0.01 of 100 million yuan; 0 if it is in none.

    Under way in January, it is to do an even share of what is left until it is due; starting later in the year, one
    of the whole.
    """
    start, over, new_year = one.step("started"), one.step("completed"), year(now) * 12
    if not (one.total and start and over) or (one.stopped and one.stopped < new_year):
        return 0
    length = max(over.due - start.due, 1)
    if start.done < new_year:
        left = max(start.done + length - new_year, 4)
        planned = (one.total * 10 - one.spent(new_year - 1)) * min(12, left) // left
    else:
        due = one.due(start, max(year(now) * 4, plan.published.start))
        begins = new_year + GRACE if due < new_year else due
        planned = one.total * 10 * (new_year + 12 - begins) // length if begins // 12 == year(now) else 0
        planned = min(planned, one.total * 10)
    return (planned + 5) // 10 * 10


def _plan_is_new(plan: Plan, one: Track, now: Quarter) -> bool:
    """Plans are made for a year; whoever is first heard of in it comes in late."""
    return (opens_year(plan, now) and one.begun <= now) or now == _heard(plan, one)
