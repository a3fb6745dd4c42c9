"""Results: what a measure comes to, exactly, or why it comes to nothing.

Results are operands as well, so measures chain: the lead over time of a completion that has no target has none either,
for the same reason. Values are fractions and never rounded here; a page rounds once, by :func:`rounding.rounded`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from generator.model.codes import Bound

from .operations import OPERATIONS, Operation, resulting_bound

Reason = Literal[
    "",
    "missing",  # an operand has no value
    "not_comparable",  # the two levels do not stand on the same basis
    "base_zero", "base_negative",  # of nothing, and of a loss, there is no per cent
    "base_unknown",  # a growth of −100 % or less implies no base
    "other_vintage",  # the operands are from different editions
    "not_year_to_date", "not_adjoining",  # the periods do not fit together
    "no_target",
    "part_negative", "part_exceeds_whole",
    "near_zero",  # the total grew so little that shares of its growth mean nothing
    "total_fell",  # there is no growth to share
    "not_additive",  # the parts overlap, or are rates
    "incomplete",  # a part is missing
    "inexact",  # a bounded value has no certain place in an order
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """An exact value with its bound, or None and the reason. The unit is the one that the measure names."""

    value: Fraction | None
    reason: Reason = ""
    bound: Bound = "exact"

    def __post_init__(self) -> None:
        if (self.value is None) != bool(self.reason):
            raise ValueError("a result has either a value or a reason for having none")


def stated(value: Decimal | Fraction | int | None, bound: Bound = "exact") -> Result:
    """A published value as an operand; None is one that is missing."""
    return nothing("missing") if value is None else Result(Fraction(value), bound=bound)


def nothing(reason: Reason) -> Result:
    """No value, for ``reason``."""
    return Result(None, reason)


def applied(operation: Operation, *operands: Result) -> Result:
    """The result of ``operation``, its bound included; the first operand without a value decides why there is none."""
    values = []
    for operand in operands:
        if operand.value is None:
            return operand
        values.append(operand.value)
    bound = resulting_bound(operation, [operand.bound for operand in operands])
    return Result(operation.compute(*values), bound=bound)


def percent(part: Result, base: Result, operation: Operation = OPERATIONS["percent"]) -> Result:
    """100 × part ÷ base, in per cent; with ``operation`` another quotient of the two.

    - Base zero: none (base_zero), even of zero. Base negative: none (base_negative), since the sign would mislead.
    - Bounds: 4 of "at least 5" is at most 80 %. Where the part is negative a larger base makes the result larger.

    Example: 4 of 5 is 80 %.
    """
    if base.value is not None and base.value.numerator <= 0:
        return nothing("base_negative" if base.value else "base_zero")
    if part.value is not None and part.value.numerator < 0:
        operation = replace(operation, signs=(1, 1))
    return applied(operation, part, base)


def scaled(result: Result, by: Fraction | int) -> Result:
    """``result`` in another unit, of which one is ``by`` times as small."""
    return result if result.value is None else Result(result.value * by, bound=result.bound)


def points(rate: Result, other: Result) -> Result:
    """The difference of two rates, in percentage points (个百分点), not in per cent: 9.1 % after 6.0 % is 3.1 points
    more."""
    return applied(OPERATIONS["difference"], rate, other)
