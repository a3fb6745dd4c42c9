"""Round values on the value axis."""

import pytest

from generator.pages.charts.ticks import grid, tick_text


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 22.4, [10.0, 20.0]),
        (-14.2, 22.4, [-10.0, 10.0, 20.0]),
        (0, 1180, [500.0, 1000.0]),
        (0, 0.9, [0.2, 0.4, 0.6, 0.8]),  # 0.5 alone would be no scale
        (0, 8.3, [2.0, 4.0, 6.0, 8.0]),
        (0, 4, [1.0, 2.0, 3.0, 4.0]),
    ],
)
def test_multiples_of_one_two_or_five_without_zero(low, high, expected):
    assert grid(low, high) == expected


def test_the_sign_is_a_minus_and_only_english_has_commas():
    assert tick_text(-10.0, "zh") == "−10"
    assert tick_text(5000.0, "en") == "5,000"
    assert tick_text(5000.0, "zh") == "5000"
    assert tick_text(0.5, "en") == "0.5"
