"""What rounding does beside the examples of the standard, which stand in tests/spec."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.rounding import half_unit, rounded


def test_a_rounded_zero_has_no_sign() -> None:
    assert str(rounded(Decimal("-0.04"), 1)) == "0.0"


def test_half_a_unit_of_the_last_digit_as_written() -> None:
    values = ("529.0", "6188", "0.05", "1E+3")
    assert [half_unit(Decimal(text)) for text in values] == [Decimal(text) for text in ("0.05", "0.5", "0.005", "5E+2")]
