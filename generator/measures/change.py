"""Change over time: growth of a level, growth over several years. The change of a rate is :func:`result.points`.

Terms after OECD, Data and Metadata Reporting and Presentation Handbook (2007): year-on-year (同比) is on the same
period of the year before, on the previous period (环比) on the one before. 两年平均增速 is a geometric mean, as the
National Bureau of Statistics notes in its releases of 2021.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from .operations import OPERATIONS, Operation
from .result import Result, applied, nothing, percent


def growth(level: Result, base: Result, *, comparable: bool) -> Result:
    """100 × (level ÷ base − 1), in per cent.

    - ``comparable``: do both levels stand on one basis (scope, prices, restated base)? If not, there is none
      (not_comparable): published growth is then another number than the one that the levels suggest.
    - Base zero or negative: none (base_zero, base_negative). A level that is negative fell by more than 100 %.

    Example: 132 after 120 is 10 %.
    """
    if not comparable:
        return nothing("not_comparable")
    return percent(level, base, OPERATIONS["change_percent"])


def average_growth(total: Result, years: int) -> Result:
    """The yearly rate that comes to ``total`` per cent in ``years`` (两年平均增速), in per cent.

    100 × ((1 + total ÷ 100)^(1 ÷ years) − 1). A root is no fraction: it is computed at 28 digits. A fall of 100 % or
    more has none (base_unknown).
    Example: 21 % in two years is 10 % a year.
    """
    if total.value is not None and total.value <= -100:
        return nothing("base_unknown")
    return applied(Operation(lambda value: _yearly(value, years), (1,), "100 × ((1 + a ÷ 100)^(1 ÷ n) − 1)"), total)


def _yearly(total: Fraction, years: int) -> Fraction:
    factor = 1 + total / 100
    return 100 * (Fraction((Decimal(factor.numerator) / factor.denominator) ** (1 / Decimal(years))) - 1)
