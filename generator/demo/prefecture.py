"""Figures that are stated of the prefecture alone: those behind the mechanisms, and parts of what the panel has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from .chance import Chance
from .concepts import Concept, concept
from .courses import MILLE, Course, course, mean, whole
from .dossier import HEADS, batch
from .places import WHOLE, County
from .plan import Plan, Quarter, year
from .statements import Series, source
from .tables import Row, table
from .targets import opens_year
from .tracks import Track, end

PLACE = County(WHOLE, "", 100)
BONDS, PREFECTURES, USUAL_PLACE = "special_bonds", "prefectures_of_province", 5
COUNTS = {"head_projects_signed": "signed", "head_projects_landed": "landed"}  # by the stage that is counted
STEPS: Mapping[str, int] = {"step_filing": 140, "step_planning": 250, "step_drawings": 350}  # per mille, the rest last
LAST_STEP = "step_permit"
FOR_GOOD = "undated"
BASE = 2023  # the year of the first shares
TIERS: Mapping[str, tuple[int, int]] = {"tier_prefecture": (606, 9), "tier_province": (280, -7)}  # per mille, a year
STANDARD_LAND = {2022: 430, 2023: 480, 2024: 530, 2025: 590, 2026: 660}  # per mille of the industrial land supplied


def series(plan: Plan, rows: Sequence[Row], known: Sequence[Track]) -> Iterator[Series]:
    """Every quarterly series of the ``rows``, the indicators of the prefecture alone."""
    shapes: dict[str, list[Row]] = {}
    for shape in [*table("prefecture"), *table("events")]:
        shapes.setdefault(shape["indicator"], []).append(shape)
    for row in rows:
        if row["id"] in COUNTS:
            yield _counted(plan, row, known)
        elif row["id"] in shapes:
            yield from _shaped(plan, row, shapes[row["id"]])


def _shaped(plan: Plan, row: Row, shapes: Sequence[Row]) -> Iterator[Series]:
    """The parts, each with a course of its own, and their sums; ranks of the bonds; the batches of events."""
    found = {shape["breakdown"]: _drawn(plan, row, shape) for shape in shapes}
    parents = {one["id"]: one["parent"] for one in table("breakdowns")}
    some = next(iter(found.values()))
    for parent in dict.fromkeys(parents[part] for part in [*found][::-1] if part):
        members = [found[part].course for part in found if part and parents[part] == parent]
        if parent not in found:
            total = whole(some.concept, [(PLACE, one) for one in members], plan.lived)
            found[parent] = replace(some, course=total, breakdown=parent)
    yield from found.values()
    if row["id"] == BONDS:
        yield replace(found[""], course=_places(plan), measure="rank_level", digits=0, peers=PREFECTURES)
    if row["id"] in {shape["indicator"] for shape in table("events")}:
        yield from (_event(found[""], quarter) for quarter in plan.published)


def _drawn(plan: Plan, row: Row, shape: Row) -> Series:
    one = _concept(row, shape)
    drawn = course(one, PLACE, Chance(plan.seed, one.id, shape["breakdown"]), plan.lived)
    return Series(one, None, drawn, "level", one.digits, breakdown=shape["breakdown"])


def _concept(row: Row, shape: Row) -> Concept:
    return concept(row | shape | {"measure": "level", "shape": row["id"]})


def _places(plan: Plan) -> Course:
    """Ranks among the prefectures of the province."""
    chance = Chance(plan.seed, BONDS, "rank")
    places = {quarter: USUAL_PLACE + chance.around(3) for quarter in plan.lived}
    return Course(places, places)


def _event(total: Series, quarter: Quarter) -> Series:
    """What was counted at the event of one quarter, under its own id."""
    first, final = ({quarter: course[quarter]} for course in (total.course.first, total.course.final))
    return replace(total, course=Course(first, final), breakdown=batch(quarter))


def _counted(plan: Plan, row: Row, known: Sequence[Track]) -> Series:
    """How many of the county heads' projects have come to the stage, counted from the projects themselves."""
    one = _concept(row, {"typical": "0", "swing": "0", "low": "", "high": "", "season": ""})
    ours = [track for track in known if HEADS in track.row["programmes"].split()]
    steps = [(track, track.step(COUNTS[row["id"]]) or track.steps[0]) for track in ours]
    counts = {quarter: sum(track.has(step, end(quarter)) for track, step in steps) for quarter in plan.lived}
    return Series(one, None, Course(counts, counts), "level", 0)


def parts(total: Series) -> Iterator[Series]:
    """The parts of an indicator of the panel that are stated of the prefecture: steps, tiers, standard land."""
    if total.concept.id == "approval_days":
        yield from (_part(total, step, partial(_step, step)) for step in (*STEPS, LAST_STEP))
    if total.concept.id == "key_project_investment":
        yield from (_part(total, tier, partial(_tier, tier)) for tier in TIERS)
    if total.concept.id == "land_supplied":
        yield _part(total, "standard_land", lambda q, land: mean(land * STANDARD_LAND.get(year(q), 400), MILLE))


def _part(total: Series, name: str, of: Callable[[Quarter, int], int]) -> Series:
    """The part that ``of`` takes out of the whole of each quarter."""
    first, final = ({q: of(q, value) for q, value in one.items()} for one in (total.course.first, total.course.final))
    return replace(total, course=Course(first, final), breakdown=name)


def _tier(tier: str, quarter: Quarter, value: int) -> int:
    share, more = TIERS[tier]
    return mean(value * (share + more * (year(quarter) - BASE)), MILLE)


def _step(step: str, _: Quarter, days: int) -> int:
    known = {name: days * share // MILLE for name, share in STEPS.items()}
    return known[step] if step in known else days - sum(known.values())


def yearly(plan: Plan, ids: Collection[str], now: Quarter) -> Iterator[Row]:
    """Those of the indicators ``ids`` that are fixed for a year: the key list and the land quota."""
    if not opens_year(plan, now):
        return
    first = plan.told.start if now == plan.published.start else now
    for row in table("yearly"):
        if row["indicator"] in ids and year(first) <= int(row["year"]) <= year(now):
            yield {**row, "area": WHOLE, "measure": "level", "period": row["year"], "status": "A", "bound": "exact",
                   "source": source(now)}  # fmt: skip


def aims(plan: Plan, ids: Collection[str], now: Quarter) -> Iterator[Row]:
    """The targets of the indicators ``ids`` that are set by hand, for the year or, with the first edition, for good."""
    times = {str(year(now))} if opens_year(plan, now) else set()
    times |= {FOR_GOOD} if now == plan.published.start else set()
    for row in table("aims"):
        if row["indicator"] in ids and row["year"] in times:
            yield {**row, "area": WHOLE, "period": row["year"], "source": source(now), "set_on": str(year(now))}
