"""The tables of a round of a league: who stands where, why ranks changed, the blocks apart, the values."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.league import Block
from generator.model.reference import Unit
from generator.model.standing import Standing

from .charts import Spark, steps
from .league_reasons import causes
from .league_reasons import changes as told
from .league_round import Round
from .render import block


@dataclass(frozen=True, slots=True)
class Row:
    """One ranked area. ``up``: places up on the edition before; None: it had no rank then."""

    area: str
    rank: Figure | None
    score: Figure | None
    up: int | None
    low: int
    high: int
    spark: Spark | None
    way: Markup
    award: Figure | None
    total: Markup


def standings(one: Round) -> str:
    """The ranked table, a body for each group of areas that cannot be told apart; below them the unranked."""
    own = {standing.area: standing for standing in one.ranked}
    groups = [[_row(one, own[area]) for area in group] for group in one.table.method.groups]
    return block(
        "league_standings",
        one.voice,
        one=one,
        groups=groups,
        unranked=[(standing, _why(one, standing)) for standing in one.unranked],
        money=any(standing.total for standing in one.table.standings.values()),
        past=len(one.editions) > 1,
        unit=_unit(one),
    )


def _row(one: Round, standing: Standing) -> Row:
    ranks, spread = one.ranks(standing.area), one.table.method.spreads[standing.area]
    change = one.table.before.get(standing.area)
    known = [(edition, rank) for edition, rank in zip(one.editions, ranks, strict=True) if rank]
    way = one.voice.t(
        "From {first} ({start}) to {last} ({end})",
        first=one.place(known[0][1]).striptags(),
        start=one.voice.edition(known[0][0].name, inside=True).striptags(),
        last=one.place(known[-1][1]).striptags(),
        end=one.voice.edition(known[-1][0].name, inside=True).striptags(),
    )
    return Row(
        area=standing.area,
        rank=one.result(standing.area, "rank"),
        score=one.result(standing.area, "score"),
        up=None if change is None or standing.rank is None else change - standing.rank,
        low=spread.low,
        high=spread.high,
        spark=steps(ranks, max(len(edition.leagues[one.league.id].standings) for edition in one.editions)),
        way=way,
        award=one.result(standing.area, "award") if standing.award is not None else None,
        total=one.number(standing.total, 0 if standing.total == standing.total.to_integral_value() else 2),
    )


def _why(one: Round, standing: Standing) -> Markup:
    """Why an area is not ranked."""
    if len(standing.missing) == len(one.items) > 1:
        return one.voice.t("Not ranked: all figures are missing.")
    items = one.named_items(standing.missing)
    if standing.reason == "threshold":
        return one.voice.t(
            "Not ranked: figures for only {share} of the weight; missing: {items}.",
            share=one.percent(standing.available),
            items=items,
        )
    return one.voice.t("Not ranked: missing {items}.", items=items)


def _unit(one: Round) -> Unit | None:
    """The unit of the rewards."""
    return one.volume.tables.reference.units.get(one.contest.unit)


def changes(one: Round) -> str:
    """Each area's change and its four parts, which sum to it. ``lines``: area, before, after, whole and parts."""
    found = [one.table.changes[standing.area] for standing in one.ranked if standing.area in one.table.changes]
    lines = [
        (change.area, change.before, change.now, change.before - change.now, [-part for _, part in causes(one, change)])
        for change in found
    ]
    heads = [cause for cause, _ in causes(one, found[0])] if found else []
    return block("league_changes", one.voice, lines=lines, heads=heads, told=told(one))


def panels(one: Round) -> str:
    """A small ranked table for each outermost block."""
    shown = []
    for member in _blocks(one):
        held = [(standing, standing.blocks[member.id]) for standing in one.ranked if member.id in standing.blocks]
        held.sort(key=lambda pair: pair[1].rank)
        most = float(max((abs(own.score) for _, own in held), default=0)) or 1.0
        rows = [(standing, own, f"{max(float(own.score), 0) / most * 100:.1f}") for standing, own in held]
        shown.append((member, one.member(member), rows))
    return block("league_panels", one.voice, one=one, panels=shown)


def _blocks(one: Round) -> list[Block]:
    return [member for member in one.league.root.members if isinstance(member, Block)]


def has_panels(one: Round) -> bool:
    return len(_blocks(one)) > 1 and bool(one.ranked)


def values(one: Round) -> str:
    """The values that the scores are computed from, by area and indicator."""
    figures = one.edition.figures
    lines = []
    for standing in one.table.standings.values():
        named = one.table.figures.get(standing.area, {})
        cells = [(figures.get(named.get(item.id, "")), item.id in standing.missing) for item, _ in one.items]
        lines.append((standing, cells))
    return block(
        "league_values",
        one.voice,
        one=one,
        columns=[_column(one, place) for place in range(len(one.items))],
        lines=lines,
    )


def _column(one: Round, place: int) -> tuple[Markup, str, Markup, Markup]:
    """Name, indicator, unit with period, and weight of the indicator at ``place``."""
    item, share = one.items[place]
    held = (one.edition.figures.get(named.get(item.id, "")) for named in one.table.figures.values())
    figure = next((figure for figure in held if figure), None)
    what = Markup("")
    if figure:
        unit = one.voice.say(figure.unit.name)
        what = one.voice.t(", ").join((unit, one.voice.time_of(figure)))
    return one.head(item.id), one.contest.series[item.id].indicator, what, one.percent(share)
