"""What a league table says of each area, as figures: they have ids, stay as published, and can be cited."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.measures.own_units import own_unit
from generator.model.codes import TOTAL, Status
from generator.model.contest import Contest
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Reference, Unit
from generator.model.standing import LeagueTable, Standing
from generator.model.statement import Key
from generator.model.text import Text

from .entries import Figures


def results(table: LeagueTable, figures: Figures, reference: Reference) -> dict[str, Figure]:
    """Score, rank and award of every ranked area, by id. An award without a unit is an honour, and no figure.

    They are provisional if any value of any peer is: by it each place may change.
    """
    taken = {name for own in table.figures.values() for name in own.values()}
    status: Status = "P" if any(figures[name].status == "P" for name in taken) else "A"
    ranked = [one for one in table.standings.values() if one.rank is not None]
    found = (figure for one in ranked for figure in _of_area(one, len(ranked), table, reference, status))
    return {figure.id: figure for figure in found}


def _of_area(one: Standing, of: int, table: LeagueTable, reference: Reference, status: Status) -> Iterator[Figure]:
    contest, edition = table.contest, table.edition
    league = contest.league
    title, items = league.title, len(list(league.root.items()))

    def figure(measure: str, value: Decimal, unit: Unit, formula: Text, *inputs: str) -> Figure:
        key = _key(contest, one.area, measure, edition)
        return Figure(key.id, key, value, None, unit, status, "exact", edition, formula=formula, inputs=inputs)

    if one.score is None or one.rank is None:
        return
    score = Text(
        f"按“{title.zh}”的计分办法，由{items}项指标合成", f"from {items} indicators, by the method of “{title.en}”"
    )
    place = Text(f"按得分从高到低，在{of}个地区中排位", f"place by score among {of} areas")
    units = reference.units
    first = figure("score", one.score, own_unit("score", units), score, *table.figures[one.area].values())
    second = figure("rank", Decimal(one.rank), own_unit("rank", units), place, first.id)
    yield from (first, second)
    if one.award is not None and contest.unit in units:
        yield figure("award", one.award, units[contest.unit], Text("按位次奖励", "reward of the place"), second.id)


def _key(contest: Contest, area: str, measure: str, edition: str) -> Key:
    return Key("league", area, contest.league.id, measure, TOTAL, contest.peers, Period.parse(edition))
