"""Why the ranks of a league changed, and what would change its outcome, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from markupsafe import Markup

from generator.model.standing import Change, Unseating

from .league_round import Round
from .race import former

MOVERS = 10  # areas whose change is told in a sentence; the table has all
LEAST = 0.01  # of the variance: a choice that explains less is not named
NAMED = 3  # choices that are named
TURNED = 8  # pairs that change order without a third area, told in a sentence each


def changes(one: Round) -> list[Markup]:
    """Why ranks changed, the largest changes first: the table of causes in words."""
    told = [change for change in one.table.changes.values() if any(cause for _, cause in causes(one, change))]
    told.sort(key=lambda change: -abs(change.now - change.before))
    return [changed(one, change) for change in told[:MOVERS]]


def gaps(one: Round) -> Iterator[Markup]:
    """Whose rank is missing in one of the two editions for want of figures, which moves the ranks of others."""
    t, earlier = one.voice.t, one.editions[-2].leagues[one.league.id].standings if len(one.editions) > 1 else {}
    left = [standing.area for standing in one.unranked if standing.area in one.table.before]
    if left:
        yield t(
            "{areas}: ranked in the edition before, not ranked now for want of figures. "
            "What that does to other ranks is counted as new figures.",
            areas=one.areas(left),
        )
    known = {code for code, standing in earlier.items() if standing.rank is None}
    back = [
        standing.area
        for standing in one.ranked
        if standing.area not in one.table.before and known & {standing.area, *former(one.volume, standing.area)}
    ]
    if back:
        yield t(
            "{areas}: not ranked in the edition before for want of figures. "
            "What its return does to other ranks is counted as revised or new figures.",
            areas=one.areas(back),
        )


def causes(one: Round, change: Change) -> list[tuple[Markup, int]]:
    """The four parts of a change, in the order in which they were taken."""
    t = one.voice.t
    return [
        (t("revised figures of the last edition"), change.revision),
        (t("new figures"), change.data),
        (t("change of method"), change.method),
        (t("change of participants"), change.peers),
    ]


def changed(one: Round, change: Change) -> Markup:
    """One area's change with its parts."""
    t, listed = one.voice.t, [(cause, places) for cause, places in causes(one, change) if places]
    parts: dict[str, object] = {
        "area": one.voice.area(change.area),
        "before": one.place(change.before),
        "now": one.figure(change.area, "rank"),
        "causes": t("; ").join(
            t("{cause}: {places}", cause=cause, places=one.moved(places)) for cause, places in listed
        ),
    }
    if change.now == change.before:
        return t("{area} stays {now} ({causes}).", **parts)
    if change.now < change.before:
        return t("{area} rose from {before} to {now} ({causes}).", **parts)
    return t("{area} fell from {before} to {now} ({causes}).", **parts)


def overtaken(one: Round) -> Iterator[Markup]:
    """How little weight would have to move for another to be first as well; of one that is first alone."""
    if found := one.table.overtaking:
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
    if first and one.table.unseatings.get(first.area) != first:  # the one reward is for the first
        yield from overtaken(one)
    for found in one.table.unseatings.values():
        parts = _shift(one, found)
        if not found.moved:
            yield t("{area} is level with {challenger}: without any shift of weight its reward is not safe.", **parts)
            continue
        if found.enough:
            yield t(
                "{area}: with {points} percentage points of weight moved from {givers} to {takers}, "
                "{challenger} would draw level; with more it would lose its reward.",
                **parts,
            )
        else:
            yield t(
                "{area} stays among the rewarded if less than {points} percentage points of weight move, "
                "wherever they move; its rank among them may change.",
                area=parts["area"],
                points=one.number(_floored(found.moved * 100), _decimals(found.moved * 100)),
            )
    if one.league.rewards and one.ranked and not one.table.unseatings:
        yield t("By this method no smallest shift of weights can be given; the ranges above say how firm a place is.")


def _floored(points: Fraction) -> Fraction:
    """Cut, not rounded: a bound must not be said to be higher than it is."""
    scale = 10 ** _decimals(points)
    return Fraction(points * scale // 1, scale)


def _decimals(points: Fraction) -> int:
    """One, or as many as it takes for the first digit to show; of nothing one."""
    return next((places for places in range(1, 7) if points * 10**places >= 1), 1)


def influences(one: Round) -> Iterator[Markup]:
    """Which of the other choices moves the ranks most."""
    t, factors = one.voice.t, sorted(one.table.influences.items(), key=lambda pair: -pair[1].total)
    moving = [(name, found) for name, found in factors if found.total >= LEAST]
    if not moving:
        if one.ranked:
            yield t("None of the other choices moves a rank.")
        return
    name, found = max(moving, key=lambda pair: pair[1].first)
    if found.first >= LEAST:
        alone = one.percent(_whole(found.first))
        yield t("Alone, {factor} explains {share} of how ranks differ.", factor=_factor(one, name), share=alone)
    told = [
        t("{factor} {share}", factor=_factor(one, name), share=one.percent(_whole(min(found.total, 1))))
        for name, found in moving[:NAMED]
    ]
    yield t(
        "Shares of the variation of ranks, with interplay, so that they overlap: {factors} (see {method}).",
        factors=one.voice.listing(told),
        method=Markup('<a href="#method">{}</a>').format(t("Method")),
    )


def _whole(share: float) -> Fraction:
    """To whole per cent: these are estimates from draws."""
    return Fraction(round(share * 100), 100)


def _factor(one: Round, name: str) -> Markup:
    t = one.voice.t
    if name in {"normalisation", "outliers", "aggregation"}:
        return {
            "normalisation": t("how values become scores"),
            "outliers": t("what is done to outliers"),
            "aggregation": t("how scores are put together"),
        }[name]
    members = {member.id: member for block in one.league.root.blocks() for member in block.members}
    return t("the weight of {member}", member=one.member(members[name]))


def turned(one: Round) -> list[Markup]:
    """Pairs that change order when a third area does not take part."""
    area, t = one.voice.area, one.voice.t
    told = [
        t(
            "Without {dropped}, {below} would stand before {above}.",
            dropped=area(pair.dropped),
            below=area(pair.below),
            above=area(pair.above),
        )
        for pair in one.table.reversals[:TURNED]
    ]
    if more := len(one.table.reversals) - len(told):
        told.append(one.voice.n("{count} more pair turns like this.", "{count} more pairs turn like this.", more))
    return told or [t("No two areas change their order when a third one is left out.")]
