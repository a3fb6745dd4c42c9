"""Rounding against the examples of GB/T 8170-2008 (数值修约规则)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.measures.rounding import half_unit, rounded

# value, decimals, result: examples printed in or with the standard
EXAMPLES = [
    ("12.1498", 0, "12"),
    ("12.1498", 1, "12.1"),
    ("10.5002", 0, "11"),
    ("1.050", 1, "1.0"),
    ("0.35", 1, "0.4"),
    ("-0.0365", 3, "-0.036"),
    ("15.4546", 0, "15"),
    ("8.53459", 2, "8.53"),
    ("2.5", 0, "2"),
    ("3.5", 0, "4"),
]


@pytest.mark.parametrize(("value", "decimals", "result"), EXAMPLES)
def test_half_to_even(value: str, decimals: int, result: str) -> None:
    assert str(rounded(Decimal(value), decimals)) == result


def test_a_rounded_zero_has_no_sign() -> None:
    assert str(rounded(Decimal("-0.04"), 1)) == "0.0"


def test_half_a_unit_of_the_last_digit_as_written() -> None:
    values = ("529.0", "6188", "0.05", "1E+3")
    assert [half_unit(Decimal(text)) for text in values] == [Decimal(text) for text in ("0.05", "0.5", "0.005", "5E+2")]
