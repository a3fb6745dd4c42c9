"""Why the ranks of a league changed, and which other choices would change them, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from markupsafe import Markup

from generator.model.standing import Change

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
            areas=one.voice.areas(left),
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
            areas=one.voice.areas(back),
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
