"""How little would have to change in the weights for a winner to win no more."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from generator.model.league import League
from generator.model.standing import Standing, Unseating

ZERO = Fraction(0)


def unseatings(league: League, standings: Mapping[str, Standing]) -> dict[str, Unseating]:
    """For every present winner whom some shift of weight can unseat, by area.

    Only for leagues in which a score is linear in the weights: every block arithmetic, every ranked area with a score
    for every indicator; else empty. Scores are compared before rounding. A winner of rank r of k rewarded places loses
    when k − r + 1 of those behind it (or level) have passed it; so the change cannot be smaller than what the k − r + 1
    th easiest of them needs alone, which is exact and in closed form: weight goes from the indicators where the winner
    is furthest ahead of the challenger to the one where it is least so.
    """
    rewards, ranked = league.rewards, {area: one for area, one in standings.items() if one.rank is not None}
    weights = {item.id: share for item, share in league.root.items()}
    linear = all(block.aggregation == "arithmetic" for block in league.root.blocks())
    if not rewards or not linear or any(len(one.scores) < len(weights) for one in ranked.values()):
        return {}
    tried = (_unseating(area, weights, ranked, rewards.places) for area, one in ranked.items() if one.award is not None)
    return {one.area: one for one in tried if one}


def _unseating(
    area: str, weights: Mapping[str, Fraction], ranked: Mapping[str, Standing], places: int
) -> Unseating | None:
    leads = {
        other: {name: ranked[area].scores[name] - one.scores[name] for name in weights}
        for other, one in ranked.items()
        if other != area
    }
    ahead = sum(_lead(weights, lead) < 0 for lead in leads.values())
    behind = {other: drawn_level(weights, lead) for other, lead in leads.items()}
    shifts = sorted((found[0], other, found[1]) for other, found in behind.items() if found)
    if len(shifts) < places - ahead:
        return None
    moved, challenger, after = shifts[places - ahead - 1]
    enough = sum(_lead(after, lead) <= 0 for lead in leads.values()) >= places
    return Unseating(area, challenger, moved, after, enough)


def _lead(weights: Mapping[str, Fraction], leads: Mapping[str, Fraction]) -> Fraction:
    return sum((weights[name] * leads[name] for name in weights), ZERO)


def drawn_level(
    weights: Mapping[str, Fraction], leads: Mapping[str, Fraction]
) -> tuple[Fraction, dict[str, Fraction]] | None:
    """The smallest weight to move so that Σ weight × lead is 0, and the weights then; None if none suffices.

    A linear programme with one constraint: each unit moved from an indicator to the one with the smallest lead gains
    the difference of their leads, so the largest differences are used up first. Ties fall to the name.
    """
    lead = _lead(weights, leads)
    target = min(weights, key=lambda name: (leads[name], name))
    if leads[target] > 0 or lead < 0:
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
