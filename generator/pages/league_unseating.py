"""How little weight would have to move for the outcome of a league to change, or that no weights can, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from markupsafe import Markup

from generator.model.standing import Unseating

from .league_round import Round


def overtaken(one: Round) -> Iterator[Markup]:
    """How little weight would have to move for another to be first as well, or that none can get there by weights; of
    one that is first alone."""
    first = [standing.area for standing in one.ranked if standing.rank == 1]
    if len(first) == 1 and len(one.ranked) > 1 and one.table.rivals.get(first[0]) == 0:
        yield one.voice.t(
            "No change of weights can put another area ahead of {area}: it is ahead of every other in each indicator.",
            area=one.voice.area(first[0]),
        )
    elif found := one.table.overtaking:
        yield one.voice.t(
            "With {points} percentage points of weight moved from {givers} to {takers}, "
            "{challenger} would draw level with {area} in first place.",
            **_shift(one, found),
        )


def _shift(one: Round, found: Unseating) -> dict[str, object]:
    weights = {item.id: share for item, share in one.items}
    return {
        "area": one.voice.area(found.area),
        "challenger": one.voice.area(found.challenger),
        "points": one.number(found.moved * 100, _decimals(found.moved * 100)),
        "givers": one.named_items(name for name, weight in weights.items() if found.weights[name] < weight),
        "takers": one.named_items(name for name, weight in weights.items() if found.weights[name] > weight),
    }


def unseated(one: Round) -> Iterator[Markup]:
    """How little weight would have to move for the first to share its place, and for each winner to lose its reward."""
    t, first = one.voice.t, one.table.overtaking
    if not first or one.table.unseatings.get(first.area) != first:  # else the one reward is for the first
        yield from overtaken(one)
    for found in one.table.unseatings.values():
        parts = _shift(one, found)
        if not found.moved:
            yield t("{area} is level with {challenger}: without any shift of weight its reward is not safe.", **parts)
            continue
        if found.enough:
            yield t(
                "{area}: with {points} percentage points of weight moved from {givers} to {takers}, "
                "{challenger} would draw level; with more {area} would lose its reward.",
                **parts,
            )
        else:
            yield t(
                "{area} stays among the rewarded if less than {points} percentage points of weight move, "
                "wherever they move; its rank among them may change.",
                area=parts["area"],
                points=one.number(_floored(found.moved * 100), _decimals(found.moved * 100)),
            )
    yield from _unmoved(one)


def _unmoved(one: Round) -> Iterator[Markup]:
    """Of the winners for whom no smallest shift is known: who wins under any weights, and that of others it is open."""
    rewards, t = one.league.rewards, one.voice.t
    if rewards is None:
        return
    left = [each.area for each in one.ranked if each.award is not None and each.area not in one.table.unseatings]
    safe = [area for area in left if one.table.rivals.get(area, rewards.places) < rewards.places]
    if safe and rewards.places > 1:  # the first of one place has been told of
        yield t(
            "No change of weights can put {areas} out of the first {count} places: "
            "for each, fewer other areas than that equal or exceed it in any indicator.",
            areas=one.voice.areas(safe),
            count=one.voice.counted(rewards.places),
        )
    if len(safe) < len(left):
        yield t(
            "{areas}: by this method no smallest shift of weights can be given; "
            "the ranges above say how firm a place is.",
            areas=one.voice.areas([area for area in left if area not in safe]),
        )


def _floored(points: Fraction) -> Fraction:
    """Cut, not rounded: a bound must not be said to be higher than it is."""
    scale = 10 ** _decimals(points)
    return Fraction(points * scale // 1, scale)


def _decimals(points: Fraction) -> int:
    """One, or as many as it takes for the first digit to show; of nothing one."""
    return next((places for places in range(1, 7) if points * 10**places >= 1), 1)
