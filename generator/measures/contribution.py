"""What a part did for the growth of the whole: contribution in percentage points (拉动), share of growth (贡献率).

贡献率 = increase of the part ÷ increase of the whole (notes of the statistical yearbooks, such as Xinjiang Production
and Construction Corps 2020, table 2-8, at constant prices); 拉动 = 贡献率 × growth of the whole, that is the
increase of the part ÷ level of the whole in the base period. The contributions of additive parts sum to the growth of
the whole.
"""

from __future__ import annotations

from fractions import Fraction

from .operations import OPERATIONS
from .result import Result, applied, nothing, percent

# Below it, half a unit of a growth rate published with one decimal moves the share by more than a tenth of itself.
NEAR_ZERO = Fraction(1, 2)


def contribution(increase: Result, total_base: Result) -> Result:
    """100 × increase of the part ÷ level of the whole in the base period, in percentage points.

    It has the sign of the increase: a part that fell pulls down. Base zero or negative: none.

    Example: a part that adds 5 to a whole of 200 contributes 2.5 points.
    """
    return percent(increase, total_base)


def contribution_from_growth(part: Result, part_growth: Result, total: Result, total_growth: Result) -> Result:
    """The contribution from levels of the current period and their published growth in per cent, in percentage points.

    Increase and base are those that level and growth imply: level ÷ (1 + growth ÷ 100). So growth must be at the
    prices of the levels; growth at comparable prices is to be multiplied by the share of the part in the base period
    (product_percent). A growth of −100 % or less implies no base (base_unknown).

    Example: 23.58 after growth of 27 % in a total of 40.98 after 19.6 % contributes 14.63 points of the 19.6.
    """
    if any(growth.value is not None and growth.value <= -100 for growth in (part_growth, total_growth)):
        return nothing("base_unknown")
    increase = applied(OPERATIONS["growth_increase"], part, part_growth)
    return contribution(increase, applied(OPERATIONS["growth_base"], total, total_growth))


def share_of_growth(contribution: Result, total_growth: Result) -> Result:
    """100 × contribution ÷ growth of the whole (贡献率), in per cent.

    - Over 100: the other parts fell, taken together. It stays.
    - Negative: the part fell while the whole grew.
    - The whole fell: none (total_fell), since a part that fell would show a positive share; its contribution says it.
    - The whole hardly moved, by less than :data:`NEAR_ZERO` per cent: none (near_zero).
    """
    if total_growth.value is not None and abs(total_growth.value) < NEAR_ZERO:
        return nothing("near_zero")
    if total_growth.value is not None and total_growth.value < 0:
        return nothing("total_fell")
    return percent(contribution, total_growth)
