"""One rounding, at output, half to even (GB/T 8170-2008 数值修约规则, 3.2: 四舍六入五成双)."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal


def rounded(value: Decimal, decimals: int) -> Decimal:
    """``value`` with ``decimals`` digits after the point: 2.5 -> 2, 3.5 -> 4, 0.35 -> 0.4, -0.0365 -> -0.036."""
    result = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)
    return abs(result) if result == 0 else result


def half_unit(value: Decimal) -> Decimal:
    """Half a unit of the last digit as written: 0.05 for 45.8, 0.5 for 6188. How far rounding may have moved it."""
    exponent = value.as_tuple().exponent
    return Decimal("0.5").scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
