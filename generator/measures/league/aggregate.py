"""From scores of indicators to one score, block by block, and how much of it each indicator brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.errors import DataErrors, Problem
from generator.model.league import POSITIVE, Aggregation, Block, Item, League

from .exact import comparable, geometric_mean, log, weighted_median
from .outliers import Column

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Total:
    """A score and its parts by indicator, which sum to it exactly; of a block the scores of its members as well."""

    score: Fraction
    parts: Mapping[str, Fraction]
    members: Mapping[str, Fraction]


def aggregated(block: Block, columns: Mapping[str, Column], areas: Sequence[str], league: League) -> dict[str, Total]:
    """The score of ``block`` for each of ``areas`` that has any score below it.

    ``columns``: the scores by indicator and area. A member without a score leaves its weight to the others.
    """
    members = [_member(member, columns, areas, league) for member in block.members]
    scores: list[Column] = [{area: total.score for area, total in member.items()} for member in members]
    if block.aggregation == "borda":
        scores = [_points(column) for column in scores]
    if block.aggregation in POSITIVE:
        scores = [_positive(column, one.id, block, league) for one, column in zip(block.members, scores, strict=True)]
    least = min((score for column in scores for score in column.values()), default=ZERO)
    totals = {}
    for area in areas:
        have = [place for place, column in enumerate(scores) if area in column]
        if have:
            weight = sum((block.members[place].weight for place in have), ZERO)
            weights = [block.members[place].weight / weight for place in have]
            score, parts = mean(block.aggregation, [scores[place][area] for place in have], weights, least)
            below = zip([members[place][area] for place in have], parts, weights, strict=True)
            own = {block.members[place].id: members[place][area].score for place in have}
            totals[area] = Total(score, _spread(below), own)
    return totals


def mean(
    kind: Aggregation, values: Sequence[Fraction], weights: Sequence[Fraction], least: Fraction
) -> tuple[Fraction, list[Fraction]]:
    """The mean of ``values`` and the part that each brings; the parts sum to it.

    - arithmetic, borda: weight × score is the part;
    - geometric: parts are in proportion to weight × ln(score ÷ ``least``), the least score of the block among all;
    - mpi (Mazziotta-Pareto): mean less variance ÷ mean, so that uneven scores cost; variance is weighted; mpi_plus adds
      it, so that they count more, as they should where a high score is bad;
    - harmonic, mpi, mpi_plus and median: parts are in proportion to weight × score.
    """
    pulls = [weight * value for weight, value in zip(weights, values, strict=True)]
    score = average = sum(pulls, ZERO)
    if kind == "geometric":
        score = geometric_mean(values, weights)
        pulls = [weight * log(value / least) for weight, value in zip(weights, values, strict=True)]
    elif kind == "harmonic":
        score = 1 / sum((weight / value for weight, value in zip(weights, values, strict=True)), ZERO)
    elif kind == "median":
        score = weighted_median(values, weights)
    elif kind in ("mpi", "mpi_plus"):
        squares = (weight * (value - average) ** 2 for weight, value in zip(weights, values, strict=True))
        uneven = sum(squares, ZERO) / average
        score = average + (uneven if kind == "mpi_plus" else -uneven)
    pulled = sum(pulls, ZERO)
    if pulled == score:
        return score, pulls
    return score, [score * (pull / pulled if pulled else weight) for pull, weight in zip(pulls, weights, strict=True)]


def _member(
    member: Block | Item, columns: Mapping[str, Column], areas: Sequence[str], league: League
) -> dict[str, Total]:
    if isinstance(member, Block):
        return aggregated(member, columns, areas, league)
    return {area: Total(score, {member.id: score}, {}) for area, score in columns[member.id].items()}


def _spread(members: Iterable[tuple[Total, Fraction, Fraction]]) -> dict[str, Fraction]:
    """The parts of members as parts of their indicators, in the proportions they have inside the member.

    Where a member scores zero there are none: its indicators keep their weight, and share the part evenly.
    """
    parts: dict[str, Fraction] = {}
    for total, part, weight in members:
        scale = part / total.score if total.score else weight
        even = ZERO if total.score else part / len(total.parts)
        parts |= {name: scale * own + even for name, own in total.parts.items()}
    return parts


def _points(column: Column) -> Column:
    """Borda points: how many others an area beats, a tie counting half."""
    column = {area: comparable(score) for area, score in column.items()}
    ordered = sorted(column.values())
    counts: dict[Fraction, list[int]] = {}
    for place, value in enumerate(ordered):
        counts.setdefault(value, []).append(place)
    return {area: Fraction(sum(counts[value]), len(counts[value])) for area, value in column.items()}


def _positive(column: Column, member: str, block: Block, league: League) -> Column:
    """The scores of one member of ``block``, none below the floor of the league."""
    if league.floor is not None:
        return {area: max(score, league.floor) for area, score in column.items()}
    for area, score in column.items():
        if score <= 0:
            facts = {"member": member, "block": block.id, "area": area, "value": f"{float(score):.6g}"}
            raise DataErrors([Problem("league-positive", facts=facts)])
    return column
