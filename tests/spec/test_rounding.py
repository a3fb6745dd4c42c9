"""Rounding after GB/T 8170-2008 (数值修约规则与极限数值的表示和判定), clause 3, with the examples of the standard.

As quoted at daowen.com, 12857750, and foodmate.net, show_165924.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.measures.rounding import rounded

# value, rounding interval as digits after the point, result
EXAMPLES = [
    ("12.1498", 0, "12"),
    ("12.1498", 1, "12.1"),
    ("1268", -2, "1.3E+3"),
    ("10.5002", 0, "11"),
    ("1.050", 1, "1.0"),
    ("0.35", 1, "0.4"),
    ("2500", -3, "2E+3"),
    ("3500", -3, "4E+3"),
    ("-0.0365", 3, "-0.036"),
    ("15.4546", 0, "15"),
    ("8.53459", 2, "8.53"),
    ("2.5", 0, "2"),
    ("3.5", 0, "4"),
]


@pytest.mark.parametrize(("value", "decimals", "result"), EXAMPLES)
def test_example_of_the_standard(value: str, decimals: int, result: str) -> None:
    assert str(rounded(Decimal(value), decimals)) == result
    assert str(rounded(Fraction(value), decimals)) == result


def test_rounding_in_steps_is_forbidden_and_shows_why() -> None:
    """3.3: 15.4546 is 15, and not 15.455, 15.46, 15.5, 16."""
    value = Decimal("15.4546")
    for decimals in (3, 2, 1, 0):
        value = rounded(value, decimals)
    assert value == 16 and rounded(Decimal("15.4546"), 0) == 15


def test_binary_fractions_would_fail() -> None:
    assert round(0.35, 1) == 0.3 and rounded(Decimal("0.35"), 1) == Decimal("0.4")
