"""Try your own weights: the published normalised scores of a league, put together anew in the reader's browser.

The page holds the official table and weights; ``docs/assets/weights.js`` does the sums, as exactly as the engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.league import Block, Item, League
from generator.model.page import Page
from generator.model.standing import LeagueTable

from .race import item_name, result
from .render import block, markdown
from .volume import Volume
from .wording import numbers

SUMMED = frozenset({"arithmetic", "geometric"})  # what the script can compute


@dataclass(frozen=True, slots=True)
class Weight:
    """A member of a group with its official weight: ``shown`` is exact, ``points`` are per cent with two decimals."""

    id: str
    name: Markup
    exact: str
    shown: str
    points: str


@dataclass(frozen=True, slots=True)
class Group:
    """The weights of one block, which together make up its whole."""

    id: str
    name: Markup
    weights: list[Weight]


def offered(league: League) -> bool:
    """True if readers can try other weights: all means are arithmetic or geometric."""
    return all(one.aggregation in SUMMED for one in league.root.blocks())


def pages(volume: Volume) -> Iterator[Page]:
    """One page a league that the newest edition holds, if its means can be computed in a browser."""
    edition = volume.newest
    for name, table in edition.leagues.items():
        if offered(table.contest.league):
            scores = [result(edition, table, area, "score") for area in table.standings]
            yield volume.recall(("weights", name), (table, scores), partial(_page, volume, edition, table))


def _page(volume: Volume, edition: Edition, table: LeagueTable) -> Page:
    voice, league = volume.voice, table.contest.league
    title = voice.t("Your own weights: {league}", league=voice.say(league.title))
    text = markdown("weights", voice, heading=title, league=league, edition=edition)
    areas = volume.tables.reference.areas
    shown = block(
        "weights",
        voice,
        groups=list(_groups(volume, table)),
        lines=[(areas[code], *_official(volume, edition, table, code)) for code in table.standings],
        data=data(table),
        league=league,
    )
    description = voice.t("What would the places be if other things counted more? Not the official result.")
    return Page(
        volume.lang,
        volume.tables.bulletin.id,
        f"league/{league.id}/weights/",
        str(title.striptags()),
        str(description),
        text,
        {"weights": shown},
        "league",
    )


def _official(volume: Volume, edition: Edition, table: LeagueTable, area: str) -> tuple[Markup, Markup]:
    """Place and score as published."""
    rank, score = (result(edition, table, area, measure) for measure in ("rank", "score"))
    if rank is None or score is None:
        return volume.voice.t("not ranked"), Markup("")
    return volume.voice.figure(rank, prose=False), volume.voice.figure(score, prose=False, unit=False)


def _groups(volume: Volume, table: LeagueTable) -> Iterator[Group]:
    voice, league = volume.voice, table.contest.league
    for one in league.root.blocks():
        if len(one.members) == 1:
            continue  # it has all the weight, whatever is said of it
        name = voice.say(one.title if one is not league.root else league.title) or Markup("{}").format(one.id)
        yield Group(one.id, name, [_weight(member, _name(volume, table, member)) for member in one.members])


def _weight(member: Block | Item, name: Markup) -> Weight:
    exact, points = str(member.weight), f"{numbers.percent(member.weight, 2):f}"
    shown = f"{points}%" if Fraction(points) == member.weight * 100 else exact
    return Weight(member.id, name, exact, shown, points)


def _name(volume: Volume, table: LeagueTable, member: Block | Item) -> Markup:
    if isinstance(member, Item):
        return item_name(volume, table.contest, member.id)
    return volume.voice.say(member.title) or Markup("{}").format(member.id)


def data(table: LeagueTable) -> dict[str, Any]:
    """What the script computes with. Numbers are texts: 1/3 a fraction, so that nothing is lost on the way."""
    league = table.contest.league
    ranked = {code: one for code, one in table.standings.items() if one.rank is not None}
    return {
        "root": _tree(league.root),
        "decimals": league.decimals,
        "ties": league.ties,
        "floor": None if league.floor is None else str(league.floor),
        "areas": [code for code in league.peers or ranked if code in ranked],  # areas that tie stand in this order
        "official": {code: one.rank for code, one in ranked.items()},
        "scores": {code: {name: str(score) for name, score in one.scores.items()} for code, one in ranked.items()},
    }


def _tree(one: Block | Item) -> dict[str, Any]:
    if isinstance(one, Item):
        return {"id": one.id, "weight": str(one.weight)}
    members = [_tree(member) for member in one.members]
    return {"id": one.id, "weight": str(one.weight), "aggregation": one.aggregation, "members": members}
