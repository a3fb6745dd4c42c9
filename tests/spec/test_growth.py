"""Growth as it is published and as it is not: the National Bureau of Statistics on investment in fixed assets.

Levels in 100 million yuan, January to July, excluding rural households, from the releases of 2019, 2021 and 2024; rates
of growth on 2019 from those of 2021.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.measures.change import average_growth, growth
from generator.measures.precision import attainable
from generator.measures.result import nothing, stated
from generator.measures.rounding import rounded

LEVELS = {2019: stated(348_892), 2021: stated(302_533), 2024: stated(287_611)}


@pytest.mark.parametrize(("year", "base", "naive"), [(2021, 2019, "-13.29"), (2024, 2021, "-4.93")])
def test_two_published_levels_give_another_growth_than_the_published_one(year: int, base: int, naive: str) -> None:
    """Published for 2021 on 2019: +8.7 %. The base had been revised, which the level first published does not show."""
    found = growth(LEVELS[year], LEVELS[base], comparable=True)
    assert found.value is not None and rounded(found.value, 2) == Decimal(naive)
    assert growth(LEVELS[year], LEVELS[base], comparable=False) == nothing("not_comparable")


def test_an_average_rate_from_a_rounded_rate_may_miss_the_published_one() -> None:
    """9.1 % in two years and 4.4 % a year were published; from 9.1 follows 4.451, which would be rounded to 4.5."""
    found = average_growth(stated(Decimal("9.1")), 2).value
    assert found is not None
    assert (rounded(found, 3), rounded(found, 1)) == (Decimal("4.451"), Decimal("4.5"))


def test_the_published_average_rate_is_within_what_the_rounding_leaves_open() -> None:
    """9.05 to 9.15 in two years are 4.427 to 4.475 a year: 4.4 and 4.5 are both possible, 4.3 and 4.6 are not."""

    def yearly(total: Fraction) -> Fraction:
        return average_growth(stated(total), 2).value or Fraction(0)

    found = attainable(yearly, Decimal("9.1"))
    assert (rounded(found.low, 3), rounded(found.high, 3)) == (Decimal("4.427"), Decimal("4.475"))
    assert [found.admits(Decimal(rate)) for rate in ("4.3", "4.4", "4.5", "4.6")] == [False, True, True, False]
