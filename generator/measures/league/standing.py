"""A league table computed: who stands where, by what, and who does not stand at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Literal

from generator.measures.ranking import ranked
from generator.measures.result import stated
from generator.measures.rounding import rounded
from generator.model.league import Block, Item, League
from generator.model.standing import BlockStanding, Standing, Values

from .aggregate import Total, aggregated
from .normalise import scored
from .outliers import Column
from .rewards import awards

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class _Course:
    """A league on its way to its table: what is known of whom, what it scores, and what that wins."""

    known: Mapping[str, Mapping[str, Fraction]]  # values by area and item
    available: Mapping[str, Fraction]  # share of the weight that has values, by area
    columns: Mapping[str, Column]  # scores by item, of those who take part
    found: Mapping[str, Total]  # by area that takes part
    blocks: Mapping[str, Mapping[str, BlockStanding]]  # by outermost block and area
    middle: Mapping[str, Fraction]  # median part by item
    shown: Mapping[str, Decimal]  # published scores
    ranks: Mapping[str, int]
    won: Mapping[str, Decimal]


def compute(league: League, values: Values, totals: Mapping[str, Decimal] | None = None) -> dict[str, Standing]:
    """The standing of every peer, in the order of rank, then of the peers; the unranked last.

    ``values`` may hold more than the league needs; what it does not hold, and NaN, is missing. ``totals`` are the
    awards of earlier editions. Raises DataErrors where the method has no answer: see league-log and league-positive.
    """
    one = _run(league, values)
    order = sorted(league.peers, key=lambda area: one.ranks.get(area, len(league.peers) + 1))
    return {area: _standing(league, one, area, (totals or {}).get(area, Decimal(0))) for area in order}


def _run(league: League, values: Values) -> _Course:
    """From values to scores, from scores as published to ranks, from ranks to rewards."""
    known = {area: _known(league, values.get(area, {})) for area in league.peers}
    available = {area: _available(league, row) for area, row in known.items()}
    taking_part = [area for area in league.peers if not _reason(league, available[area])]
    columns = {item.id: _column(league, item, known, taking_part) for item, _ in league.root.items()}
    found = aggregated(league.root, columns, taking_part, league)
    shown = {area: rounded(total.score, league.decimals) for area, total in found.items()}
    ranks = _ranks(shown, league)
    won = awards(league.rewards, ranks) if league.rewards else {}
    return _Course(known, available, columns, found, _blocks(league, found), _medians(found), shown, ranks, won)


def _standing(league: League, one: _Course, area: str, before: Decimal) -> Standing:
    """Where an area stands; ``before`` it won so much."""
    total = one.found.get(area)
    parts = total.parts if total else {}
    strengths, weaknesses = _gaps(parts, one.middle)
    return Standing(
        area=area,
        score=one.shown.get(area),
        exact=total.score if total else None,
        rank=one.ranks.get(area),
        parts=parts,
        scores={name: column[area] for name, column in one.columns.items() if area in column},
        strengths=strengths,
        weaknesses=weaknesses,
        missing=tuple(item.id for item, _ in league.root.items() if item.id not in one.known[area]),
        available=one.available[area],
        reason=_reason(league, one.available[area]),
        award=one.won.get(area),
        total=before + one.won.get(area, Decimal(0)),
        blocks={name: column[area] for name, column in one.blocks.items() if area in column},
    )


def _known(league: League, row: Mapping[str, Decimal | None]) -> dict[str, Fraction]:
    found = ((item.id, row.get(item.id)) for item, _ in league.root.items())
    return {name: Fraction(value) for name, value in found if value is not None and value.is_finite()}


def _available(league: League, row: Mapping[str, Fraction]) -> Fraction:
    return sum((share for item, share in league.root.items() if item.id in row), ZERO)


def _reason(league: League, available: Fraction) -> Literal["", "missing", "threshold"]:
    if league.missing == "exclude":
        return "" if available == 1 else "missing"
    return "" if available and available >= league.threshold else "threshold"


def _column(league: League, item: Item, known: Mapping[str, Mapping[str, Fraction]], areas: list[str]) -> Column:
    column = scored({area: known[area][item.id] for area in areas if item.id in known[area]}, item, league)
    if league.missing == "zero":
        return {area: column.get(area, ZERO) for area in areas}
    return column


def _ranks(scores: Mapping[str, Decimal], league: League) -> dict[str, int]:
    places = ranked({area: stated(score) for area, score in scores.items()}, scores, ties=league.ties)
    return {area: int(place.rank) for area, place in places.items() if place.rank is not None}


def _blocks(league: League, found: Mapping[str, Total]) -> dict[str, dict[str, BlockStanding]]:
    """The areas in each of the outermost blocks, by block and area; one without any value in a block is not in it."""
    blocks = {}
    for name in (member.id for member in league.root.members if isinstance(member, Block)):
        scores = {area: total.members[name] for area, total in found.items() if name in total.members}
        shown = {area: rounded(score, league.decimals) for area, score in scores.items()}
        blocks[name] = {area: BlockStanding(shown[area], rank) for area, rank in _ranks(shown, league).items()}
    return blocks


def _medians(found: Mapping[str, Total]) -> dict[str, Fraction]:
    by_indicator: dict[str, list[Fraction]] = {}
    for total in found.values():
        for name, part in total.parts.items():
            by_indicator.setdefault(name, []).append(part)
    return {name: median(parts) for name, parts in by_indicator.items()}


def _gaps(parts: Mapping[str, Fraction], middle: Mapping[str, Fraction]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Indicators whose part lies above and below the median of the peers, the widest gap first."""
    gaps = {name: part - middle[name] for name, part in parts.items()}
    ordered = sorted(gaps, key=lambda name: (-abs(gaps[name]), name))
    return tuple(name for name in ordered if gaps[name] > 0), tuple(name for name in ordered if gaps[name] < 0)
