"""Why the first of a league is first: what each indicator gives it more, or less, than others."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup

from generator.model.standing import Standing

from .charts.view import Mark
from .league_round import Round, rounded
from .wording import numbers

ZERO = Fraction(0)
NAMED = 2  # of the indicators that put the first ahead

Gaps = list[tuple[str, Decimal]]  # by indicator, in points as precise as scores


def rival(one: Round) -> Standing | None:
    """The one behind the first; None if several are first, or nobody else is ranked."""
    return one.ranked[1] if len(one.ranked) > 1 and one.ranked[1].rank != 1 else None


def gaps(one: Round, behind: Standing) -> Gaps:
    """What each indicator gives the first more than ``behind``, the most first; but for rounding, its lead."""
    first = one.ranked[0].parts
    found = {item.id: first.get(item.id, ZERO) - behind.parts.get(item.id, ZERO) for item, _ in one.items}
    return sorted(((name, rounded(gap, one.league.decimals)) for name, gap in found.items()), key=lambda gap: -gap[1])


def told(one: Round, behind: Standing, found: Gaps) -> Markup:
    """How far the first is ahead, the indicators that give it most, and the one that costs it most."""
    t, gains, losses = one.voice.t, [gap for gap in found if gap[1] > 0], [gap for gap in found if gap[1] < 0]
    lead = (one.ranked[0].score or Decimal(0)) - (behind.score or Decimal(0))
    parts: dict[str, object] = {
        "area": one.voice.area(one.ranked[0].area),
        "rival": one.voice.area(behind.area),
        "points": one.number(lead, one.league.decimals),
        "gains": one.voice.listing(_points(one, *gap) for gap in gains[:NAMED]),
    }
    if not losses:
        return t("{area} is {points} points ahead of {rival}, most by {gains}", **parts)
    loss = _points(one, *losses[-1])
    return t("{area} is {points} points ahead of {rival}, most by {gains}; behind most by {loss}", loss=loss, **parts)


def _points(one: Round, name: str, gap: Decimal) -> Markup:
    return one.voice.t("{indicator} ({points})", indicator=one.item(name), points=signed(one, gap))


def signed(one: Round, gap: Decimal) -> str:
    return ("+" if gap > 0 else "") + numbers.digits(gap, one.voice.lang)


def marks(one: Round, found: Gaps) -> list[Mark]:
    """A bar for each indicator, on one side of zero or the other."""
    return [Mark(str(one.head(name).striptags()), gap, signed(one, gap), "", "A", "exact") for name, gap in found]


def widest(one: Round) -> Markup:
    """The indicator whose points differ most from area to area."""
    name, ends = max(
        ((item.id, _ends(one, item.id)) for item, _ in one.items), key=lambda pair: pair[1][1][0] - pair[1][0][0]
    )
    (low, last), (high, first) = ends
    return one.voice.t(
        "Scores differ most by {indicator}: from {low} ({last}) to {high} ({first})",
        indicator=one.item(name),
        low=numbers.digits(rounded(low, one.league.decimals), one.voice.lang),
        last=one.voice.area(last),
        high=numbers.digits(rounded(high, one.league.decimals), one.voice.lang),
        first=one.voice.area(first),
    )


def _ends(one: Round, item: str) -> tuple[tuple[Fraction, str], tuple[Fraction, str]]:
    """The fewest and the most points that the indicator brings, and to whom."""
    held = [(standing.parts.get(item, ZERO), standing.area) for standing in one.ranked]
    return min(held), max(held)
