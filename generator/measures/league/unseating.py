"""How little would have to change in the weights for a winner to win no more, or the first to share its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from generator.model.league import Aggregation, League
from generator.model.standing import Standing, Unseating

ZERO = Fraction(0)
# Means in which a score that rises never lowers the whole, whatever the weights. Mazziotta and Pareto's may.
RISING: frozenset[Aggregation] = frozenset({"arithmetic", "geometric", "harmonic", "median", "borda"})


def unseatings(league: League, standings: Mapping[str, Standing]) -> dict[str, Unseating]:
    """For every present winner whom some shift of weight can unseat, by area.

    Only for leagues in which a score is linear in the weights: every block arithmetic, every ranked area with a score
    for every indicator; else empty. Scores are compared before rounding. A winner of one of k places loses when k
    others are ahead of it (or level), as those already are that only rounding holds back; so the change cannot be
    smaller than what the k th easiest of them needs alone, which is exact and in closed form: weight goes from the
    indicators where the winner is furthest ahead of the challenger to the one where it is least so.
    """
    rewards = league.rewards
    if not rewards:
        return {}
    winners = [area for area, one in standings.items() if one.award is not None]
    return _unseatings(league, standings, winners, rewards.places)


def overtaking(league: League, standings: Mapping[str, Standing]) -> Unseating | None:
    """The smallest shift of weight with which another draws level with the one that is first, rewards or none.

    None where several are first, where no shift does it, and in the leagues of which :func:`unseatings` tells nothing.
    """
    first = [area for area, one in standings.items() if one.rank == 1]
    return _unseatings(league, standings, first, 1).get(first[0]) if len(first) == 1 else None


def rivals(league: League, standings: Mapping[str, Standing]) -> dict[str, int]:
    """By the first and each winner, how many others equal or exceed it in some indicator: under no weights do the rest
    get ahead of it, so with fewer rivals than rewarded places it stays on one of them.

    Only for leagues whose means all are in RISING, and every ranked area has a score for every indicator; else empty.
    """
    ranked = {area: one for area, one in standings.items() if one.rank is not None}
    rising = all(block.aggregation in RISING for block in league.root.blocks())
    if not rising or not _complete(league, ranked):
        return {}
    return {
        area: sum(any(score >= one.scores[name] for name, score in other.scores.items()) for other in ranked.values())
        - 1
        for area, one in ranked.items()
        if one.rank == 1 or one.award is not None
    }


def _complete(league: League, ranked: Mapping[str, Standing]) -> bool:
    """Whether every ranked area has a score for every indicator."""
    count = len(list(league.root.items()))
    return all(len(one.scores) == count for one in ranked.values())


def _unseatings(
    league: League, standings: Mapping[str, Standing], areas: Sequence[str], places: int
) -> dict[str, Unseating]:
    """By those of ``areas`` that some shift puts behind (or level with) ``places`` others."""
    ranked = {area: one for area, one in standings.items() if one.rank is not None}
    weights = {item.id: share for item, share in league.root.items()}
    linear = all(block.aggregation == "arithmetic" for block in league.root.blocks())
    if not linear or not _complete(league, ranked):
        return {}
    tried = (_unseating(area, weights, ranked, places) for area in areas)
    return {one.area: one for one in tried if one}


def _unseating(
    area: str, weights: Mapping[str, Fraction], ranked: Mapping[str, Standing], places: int
) -> Unseating | None:
    leads = {
        other: {name: ranked[area].scores[name] - one.scores[name] for name in weights}
        for other, one in ranked.items()
        if other != area
    }
    level = {other: drawn_level(weights, lead) for other, lead in leads.items()}
    shifts = sorted((found[0], other, found[1]) for other, found in level.items() if found)
    if len(shifts) < places:
        return None
    moved, challenger, after = shifts[places - 1]
    enough = sum(_lead(after, lead) <= 0 for lead in leads.values()) >= places
    return Unseating(area, challenger, moved, after, enough)


def _lead(weights: Mapping[str, Fraction], leads: Mapping[str, Fraction]) -> Fraction:
    return sum((weights[name] * leads[name] for name in weights), ZERO)


def drawn_level(
    weights: Mapping[str, Fraction], leads: Mapping[str, Fraction]
) -> tuple[Fraction, dict[str, Fraction]] | None:
    """The smallest weight to move so that Σ weight × lead is 0 or less, and the weights then; None if none suffices.

    A linear programme with one constraint: each unit moved from an indicator to the one with the smallest lead gains
    the difference of their leads, so the largest differences are used up first. Ties fall to the name.
    """
    lead = _lead(weights, leads)
    target = min(weights, key=lambda name: (leads[name], name))
    if lead <= 0:
        return ZERO, dict(weights)
    if leads[target] > 0:
        return None
    after, moved = dict(weights), ZERO
    for name in sorted(weights, key=lambda name: (-leads[name], name)):
        gain = leads[name] - leads[target]
        if lead == 0 or gain == 0:
            break
        amount = min(weights[name], lead / gain)
        after[name] -= amount
        after[target] += amount
        moved += amount
        lead -= amount * gain
    return (moved, after) if lead == 0 else None
