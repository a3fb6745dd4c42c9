"""One rounding, at output, half to even (GB/T 8170-2008 数值修约规则, 3.2: 四舍六入五成双)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def rounded(value: Decimal | Fraction, decimals: int) -> Decimal:
    """``value`` with ``decimals`` digits after the point: 2.5 -> 2, 3.5 -> 4, 0.35 -> 0.4, -0.0365 -> -0.036."""
    top, bottom = value.as_integer_ratio()
    whole, rest = divmod(top * 10 ** max(decimals, 0), bottom := bottom * 10 ** max(-decimals, 0))
    up = 2 * rest > bottom or (2 * rest == bottom and whole % 2)
    return Decimal(whole + bool(up)).scaleb(-decimals)


def half_unit(value: Decimal) -> Decimal:
    """Half a unit of the last digit as written: 0.05 for 45.8, 0.5 for 6188. How far rounding may have moved it."""
    exponent = value.as_tuple().exponent
    return Decimal("0.5").scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
