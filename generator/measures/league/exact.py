"""Arithmetic of scores: fractions, so that a weighted mean is exact and a tie is a tie.

Roots, logarithms and powers cannot be: they are computed to 50 digits and rounded to 30, and scores that rest on them
to 20 decimals. So a result that is in truth a short decimal is that decimal again, whoever computes it, and never falls
on the wrong side of a rounding. Where sums of them are compared, 15 decimals decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from fractions import Fraction

WORKING = Context(prec=50)
KEPT = Context(prec=30)


def _decimal(value: Fraction) -> Decimal:
    return WORKING.divide(Decimal(value.numerator), Decimal(value.denominator))


def _kept(value: Decimal) -> Fraction:
    return Fraction(KEPT.plus(value))


def settled(score: Fraction) -> Fraction:
    """A score that was computed from roots or logarithms, without the dust of their last digits."""
    return round(score, 20)


def comparable(score: Fraction) -> Fraction:
    """A score of a block, as it is compared with others: equal is what only such dust sets apart."""
    return round(score, 15)


def root(value: Fraction) -> Fraction:
    """The square root of a value that is not negative."""
    return _kept(WORKING.sqrt(_decimal(value)))


def log(value: Fraction) -> Fraction:
    """The natural logarithm of a positive value."""
    return _kept(WORKING.ln(_decimal(value)))


def geometric_mean(values: Iterable[Fraction], weights: Iterable[Fraction]) -> Fraction:
    """Π value ^ weight, of positive values and weights that sum to 1."""
    logs = [
        WORKING.multiply(_decimal(weight), WORKING.ln(_decimal(value)))
        for value, weight in zip(values, weights, strict=True)
    ]
    total = Decimal(0)
    for term in logs:
        total = WORKING.add(total, term)
    return _kept(WORKING.exp(total))


def weighted_median(values: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    """The value at which half the weight lies on either side; between two such values, their mean."""
    half = sum(weights, Fraction(0)) / 2
    below = Fraction(0)
    pairs = sorted(zip(values, weights, strict=True))
    for place, (value, weight) in enumerate(pairs):
        below += weight
        if below == half:
            return (value + pairs[place + 1][0]) / 2
        if below > half:
            return value
    raise ValueError("no values")
