"""Treatment of outliers in one column, and the two numbers that decide on it."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from fractions import Fraction

from generator.model.league import Outliers

from .exact import log

SKEWNESS, KURTOSIS = Fraction(2), Fraction(7, 2)  # COINr's defaults: outliers are suspected beyond both
OFFSET = Fraction(1, 100)  # of the range, added before taking logarithms

Column = Mapping[str, Fraction]  # by area


def skewness(values: Collection[Fraction]) -> float:
    """G1, the sample skewness of Excel's SKEW (Joanes and Gill 1998, type 2); 0 for under three or equal values."""
    squared, sign = _squared_skewness(values)
    return math.copysign(math.sqrt(squared), sign)


def kurtosis(values: Collection[Fraction]) -> float:
    """G2, the sample excess kurtosis of Excel's KURT (type 2); 0 for under four or equal values."""
    return float(_kurtosis(values))


def _squared_skewness(values: Collection[Fraction]) -> tuple[Fraction, Fraction]:
    """The square, which is a fraction, and a number with the sign."""
    n, second, third, _ = _moments(values)
    if n < 3 or second == 0:
        return Fraction(0), third
    return n * (n - 1) * third**2 / ((n - 2) ** 2 * second**3), third


def _kurtosis(values: Collection[Fraction]) -> Fraction:
    n, second, _, fourth = _moments(values)
    if n < 4 or second == 0:
        return Fraction(0)
    return ((n + 1) * (fourth / second**2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))


def _moments(values: Collection[Fraction]) -> tuple[int, Fraction, Fraction, Fraction]:
    """Number, and second to fourth central moment."""
    n = len(values)
    mean = sum(values, Fraction(0)) / max(n, 1)
    second, third, fourth = (sum(((x - mean) ** k for x in values), Fraction(0)) / max(n, 1) for k in (2, 3, 4))
    return n, second, third, fourth


def treated(column: Column, outliers: Outliers) -> Column:
    """``column`` after the declared treatment (see :class:`Outliers`)."""
    if outliers.kind == "none" or len(set(column.values())) < 2:
        return column
    if outliers.kind == "winsorise":
        return _winsorised(column, outliers.most)
    if outliers.kind == "log":
        return _logged(column)
    if not suspect(column):
        return column
    tamed = _tamed(column, outliers.most)
    return _logged(column) if suspect(tamed) else tamed


def suspect(column: Column) -> bool:
    """COINr's test: both skewness and kurtosis are beyond their limits."""
    return _squared_skewness(column.values())[0] > SKEWNESS**2 and _kurtosis(column.values()) > KURTOSIS


def _winsorised(column: Column, most: int) -> Column:
    most = min(most, (len(column) - 1) // 2)
    ordered = sorted(column.values())
    low, high = ordered[most], ordered[-1 - most]
    return {area: min(max(value, low), high) for area, value in column.items()}


def _tamed(column: Column, most: int) -> Column:
    """One end value after another becomes its neighbour, at the end to which the column is skewed."""
    changed: set[str] = set()
    while suspect(column) and len(changed) < most:
        values = column.values()
        high = _squared_skewness(values)[1] >= 0
        end = max(values) if high else min(values)
        inner = [value for value in values if value != end]
        neighbour = max(inner) if high else min(inner)
        changed |= {area for area, value in column.items() if value == end}
        column = {area: neighbour if value == end else value for area, value in column.items()}
    return column


def _logged(column: Column) -> Column:
    low, high = min(column.values()), max(column.values())
    return {area: log(value - low + OFFSET * (high - low)) for area, value in column.items()}
