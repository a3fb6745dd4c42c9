"""Who wins what: the amounts of the rewarded places, ties at the cut-off, the budget."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from generator.model.league import Rewards

ZERO = Fraction(0)


def awards(rewards: Rewards, ranks: Mapping[str, int]) -> dict[str, Decimal]:
    """What each winner gets, by area; 0 where a place is an honour without money (see :class:`Rewards`).

    Places are counted by areas, so after two firsts comes the third place, whatever the ranks are called.
    """
    exact: dict[str, Fraction] = {}
    place = 0
    for rank in sorted(set(ranks.values())):
        tied = [area for area, own in ranks.items() if own == rank]
        if place >= rewards.places or (rewards.cutoff == "none" and place + len(tied) > rewards.places):
            break
        amounts = [Fraction(amount) for amount in rewards.amounts[place : place + len(tied)]] or [ZERO]
        each = amounts[0] if rewards.cutoff == "all" else sum(amounts, ZERO) / len(tied)
        exact |= dict.fromkeys(tied, each)
        place += len(tied)
    spent = sum(exact.values(), ZERO)
    cut = Fraction(rewards.budget) / spent if rewards.budget is not None and spent > rewards.budget else Fraction(1)
    return {area: _down(amount * cut, rewards.unit) for area, amount in exact.items()}


def _down(amount: Fraction, unit: Decimal) -> Decimal:
    """``amount`` in whole ``unit``s: shares of a sum never exceed it together."""
    return (amount // Fraction(unit) * unit).quantize(unit, rounding=ROUND_DOWN)
