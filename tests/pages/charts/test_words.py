"""The words that a drawing adds itself."""

from decimal import Decimal

import pytest

from generator.pages.charts.words import percent, period_not_stated, time_gone


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Decimal(1) / 3, "33.3%"),
        (Decimal("0.25"), "25%"),
        (Decimal("0.0005"), "0%"),
        (Decimal("0.0015"), "0.2%"),
        (1, "100%"),
    ],
)
def test_at_most_one_decimal_rounded_half_to_even(share, text):
    assert percent(Decimal(share)) == text


def test_both_languages():
    assert time_gone(Decimal("0.25"), "en") == "25% of the year elapsed"
    assert time_gone(Decimal("0.25"), "zh") == "序时进度25%"
    assert period_not_stated("zh") != period_not_stated("en")
