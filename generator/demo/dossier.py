"""What is on file of the fictional projects beside stage and amounts: milestones, batches, awards, leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator.model.project import LEAD_STEPS
from generator.model.text import Text

from . import tracks
from .awards import awards
from .chance import Chance
from .places import WHOLE
from .plan import Plan, Quarter, edition, year
from .statements import source
from .tables import Row, table
from .tracks import MILESTONES, Month, Step, Track, end, month

BATCHES, HEADS = "centralised_starts", "county_head_projects"
MOVED = Text("用地报批延后，后续节点顺延。", "Approval of the land took longer; all later milestones moved with it.")
GIVEN_UP = Text("项目终止，节点不再排期。", "The project was given up; the milestone is no longer scheduled.")
QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")
ORDINALS = ("first", "second", "third", "fourth")


def filed(plan: Plan, known: Sequence[Track], codes: set[str], now: Quarter) -> Mapping[str, list[Row]]:
    """What the edition of the quarter puts on file, by table. ``codes``: the areas of the panel."""
    return {
        "milestones": [*milestones(plan, known, nodes(known), now)],
        "batches": [*batches(plan, known, now)],
        "awards": [*awards(plan, known, now)],
        "leads": [*leads(plan, known, codes, now)],
    }


def named(plan: Plan, known: Sequence[Track]) -> set[str]:
    """The mechanisms that projects and what is on file name."""
    lists = {programme for one in known for programme in one.row["programmes"].split()}
    decided = {row["mechanism"] for now in plan.published for row in awards(plan, known, now)}
    return lists | decided | {row["mechanism"] for row in nodes(known)} | {BATCHES}


def nodes(known: Sequence[Track]) -> list[Row]:
    """The nodes of campaigns for the projects that the panel has."""
    ids = {one.id for one in known}
    return [row for row in table("nodes") if row["project"] in ids]


def milestones(plan: Plan, known: Sequence[Track], nodes: Sequence[Row], now: Quarter) -> Iterator[Row]:
    """Milestones by backward scheduling: stated when the schedule is drawn up, moved or kept, and when they are done;
    then the ``nodes`` of campaigns."""
    for one in known:
        if one.row["kind"] == "project":
            for step in one.steps:
                if step.stage in MILESTONES:
                    yield from _milestone(plan, one, step, now)
    for row in nodes:
        yield from _node(plan, row, now)


def _milestone(plan: Plan, one: Track, step: Step, now: Quarter) -> Iterator[Row]:
    drawn_up = one.steps[1 if one.steps[0].stage == "reserve" and one.row["path"] == "attracted" else 0]
    first, done = max(drawn_up.done // 3, plan.published.start), one.has(step, end(now))
    over = one.stopped // 3 if one.stopped is not None else now + 1  # the quarter in which it is given up
    if now < first or now > over or not one.has(drawn_up, end(first)):
        return
    given_up = now == over and not done
    moved = now > first and not given_up and one.due(step, now) != one.due(step, now - 1)
    if not (now == first or moved or given_up or (done and step.done // 3 == now)):
        return
    reason = Text() if now == first else GIVEN_UP if given_up else MOVED if moved else Text()
    name = MILESTONES[step.stage]
    due = "undated" if given_up else tracks.named(one.due(step, now))
    yield {
        "project": one.id, "milestone": step.stage, "name_zh": name.zh, "name_en": name.en, "stage": step.stage,
        "due": due, "done": tracks.named(step.done) if done else "",
        "source": source(now), "reason_zh": reason.zh, "reason_en": reason.en,
    }  # fmt: skip


def _node(plan: Plan, row: Row, now: Quarter) -> Iterator[Row]:
    """A node of a campaign: stated when the campaign is announced, and again when it is done."""
    first, done = max(month(row["announced"]) // 3, plan.published.start), month(row["done"]) if row["done"] else None
    come = done is not None and done <= end(now)
    if now == first or (now > first and come and done is not None and done // 3 == now):
        yield {key: row[key] for key in ("project", "milestone", "name_zh", "name_en", "due", "mechanism")} | {
            "done": row["done"] if come else "", "source": source(now),
        }  # fmt: skip


def batch(quarter: Quarter) -> str:
    """The id of the quarter's batch, which is a breakdown too."""
    return f"starts_{edition(quarter).replace('-', '_').lower()}"


def batch_name(quarter: Quarter) -> Text:
    """Every second time signings are part of it."""
    zh, en = ("开工签约", "start and signing") if quarter % 2 else ("开工", "start")
    zh = f"{year(quarter)}年{QUARTERS[quarter % 4]}重大项目集中{zh}"
    en = f"Centralised {en}, {ORDINALS[quarter % 4]} quarter of {year(quarter)}"
    return Text(zh, en)


def batches(plan: Plan, known: Sequence[Track], now: Quarter) -> Iterator[Row]:
    """The batch of the quarter, with the projects of the table that were started, or signed, in it."""
    drawn = date(year(now), now % 4 * 3 + 3, 8 + Chance(plan.seed, "batch", edition(now)).below(18))
    held = drawn - timedelta(days=max(drawn.weekday() - 4, 0))  # not at a weekend
    kinds = ("started", "signed") if now % 2 else ("started",)
    members = [one.id for one in known if one.total and any(one.came(stage, now) for stage in kinds)]
    name = batch_name(now)
    yield {
        "id": batch(now), "name_zh": name.zh, "name_en": name.en, "area": WHOLE,
        "kind": "start_and_signing" if now % 2 else "start", "held_on": held.isoformat(),
        "mechanism": BATCHES, "projects": " ".join(members[:12]), "source": source(now),
    }  # fmt: skip


def leads(plan: Plan, known: Sequence[Track], codes: set[str], now: Quarter) -> Iterator[Row]:
    """The leads of the table that came to another step in the quarter; in the first edition, all of them."""
    projects = {one.id: one for one in known}
    for row in (row for row in table("leads") if row["area"] in codes):
        step, since = _lead_step(row, now)
        if step and (now == plan.published.start or _lead_step(row, now - 1)[0] != step):
            became = projects.get(row["project"])
            yield {key: row[key] for key in ("id", "name_zh", "name_en", "area")} | {
                "step": step, "since": tracks.named(since), "source": source(now),
                "project": became.id if became and became.begun <= now else "",
            }  # fmt: skip


def _lead_step(row: Row, quarter: Quarter) -> tuple[str, Month]:
    """How far the lead is at the end of the quarter, and since when; no step before it is heard of."""
    begun, pace, steps = month(row["begun"]), int(row["pace"]), LEAD_STEPS[:-1]
    number = min((end(quarter) - begun) // pace, len(steps) - 1)
    if number < 0:
        return "", begun
    if row["dropped"] and number > steps.index(row["dropped"]):
        return "dropped", begun + pace * (steps.index(row["dropped"]) + 1)
    return steps[number], begun + pace * number
