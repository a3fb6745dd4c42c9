"""Orders from comparisons of pairs: no score says how much better, only how much of the weight says better.

Borda, Condorcet, Copeland and Kemeny (Young 1988), as in the OECD/JRC Handbook on Constructing Composite Indicators
(2008), 106-111. They answer how far a league's order is one that its indicators agree on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations, permutations

Outranking = Mapping[tuple[str, str], Fraction]  # the weight of the orders that put the first before the second
ZERO, HALF = Fraction(0), Fraction(1, 2)


def outranking(orders: Iterable[tuple[Fraction, Mapping[str, int]]]) -> dict[tuple[str, str], Fraction]:
    """From weighted orders, each giving the place of every name; a tie counts half for either."""
    matrix: dict[tuple[str, str], Fraction] = {}
    for weight, places in orders:
        for one, other in permutations(places, 2):
            part = weight if places[one] < places[other] else weight * HALF if places[one] == places[other] else ZERO
            matrix[one, other] = matrix.get((one, other), ZERO) + part
    return matrix


def borda(matrix: Outranking) -> dict[str, Fraction]:
    """Points: for each order, its weight times the number of names it puts behind."""
    return {name: sum((part for (one, _), part in matrix.items() if one == name), ZERO) for name in names(matrix)}


def copeland(matrix: Outranking) -> dict[str, int]:
    """Pairs won less pairs lost. Whoever wins every pair, the Condorcet winner, has the number of others."""
    wins = [(one, other) for one, other in matrix if matrix[one, other] > matrix[other, one]]
    return {name: sum((one == name) - (other == name) for one, other in wins) for name in names(matrix)}


def kemeny(matrix: Outranking) -> tuple[Fraction, list[tuple[str, ...]]]:
    """The greatest support that an order finds over all its pairs, and every order that has it, sorted.

    Tries all orders: for up to eight names.
    """
    support = {
        order: sum((matrix[pair] for pair in combinations(order, 2)), ZERO) for order in permutations(names(matrix))
    }
    best = max(support.values())
    return best, sorted(order for order, found in support.items() if found == best)


def names(matrix: Outranking) -> list[str]:
    return sorted({one for one, _ in matrix})
