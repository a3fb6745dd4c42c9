"""What rounded operands leave open."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.measures.precision import Range, attainable


def test_the_ends_of_a_quotient_are_at_the_corners() -> None:
    """18.3 stands for 18.25 to 18.35 and 40 for 39.5 to 40.5."""
    found = attainable(lambda part, base: 100 * part / base, Decimal("18.3"), Decimal("40"))
    assert found == Range(Fraction(1825, 100) / Fraction("40.5") * 100, Fraction(1835, 100) / Fraction("39.5") * 100)


def test_an_exact_operand_is_bound_in() -> None:
    found = attainable(lambda part: 100 * part / 40, Decimal("18.3"))
    assert found == Range(Fraction("45.625"), Fraction("45.875"))


@pytest.mark.parametrize(
    ("published", "admitted"), [("45.5", False), ("45.6", True), ("45.9", True), ("46.0", False), ("46", True)]
)
def test_a_published_value_is_contradicted_only_outside(published: str, admitted: bool) -> None:
    """From 45.625 to 45.875: 45.6 may be 45.65, 45.5 is at most 45.55, and 46 is anything from 45.5."""
    assert Range(Fraction("45.625"), Fraction("45.875")).admits(Decimal(published)) is admitted


def test_of_many_operands_the_ends_are_found_one_by_one() -> None:
    """Twelve times 1.0 is 12 more or less 12 × 0.05; 20.0 less eleven of them is 9 ± 0.6; and in a quotient of two."""
    ones = [Decimal("1.0")] * 12
    assert attainable(lambda *terms: sum(terms, Fraction(0)), *ones) == Range(Fraction("11.4"), Fraction("12.6"))
    rest = attainable(lambda first, *terms: first - sum(terms), Decimal("20.0"), *ones[1:])
    assert rest == Range(Fraction("8.4"), Fraction("9.6"))
    share = attainable(lambda first, *terms: first / sum(terms), Decimal("2.0"), *ones[:10])
    assert share == Range(Fraction("1.95") / Fraction("10.5"), Fraction("2.05") / Fraction("9.5"))
