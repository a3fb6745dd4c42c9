"""The named operations of relations: what they compute, and how a bound travels through them.

Each takes Decimals in the units of its operands, or Fractions. None rounds: Fractions stay exact, Decimals are divided
at 28 significant digits (decimal's default).
``signs`` says for each operand whether the result rises (+1) or falls (-1) with it, which is all a bound needs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from generator.model.codes import Bound

Number = TypeVar("Number", Decimal, Fraction)
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Operation:
    """A named operation: its function, and the direction in which each operand moves the result."""

    function: Callable[..., Any]
    signs: tuple[int, ...]  # the last one holds for all further operands
    formula: str  # with a, b, c for the operands

    def compute(self, *operands: Number) -> Number:
        """The result, of the same type as the operands."""
        result: Number = self.function(*operands)
        return result


def _sum(first: Number, *rest: Number) -> Number:
    for term in rest:
        first = first + term
    return first


def _difference(first: Number, *rest: Number) -> Number:
    for term in rest:
        first = first - term
    return first


def _ratio(first: Number, *divisors: Number) -> Number:
    for divisor in divisors:
        first = first / divisor
    return first


def _growth_base(level: Number, growth: Number) -> Number:
    return level / (1 + growth / HUNDRED)


def _growth_increase(level: Number, growth: Number) -> Number:
    return level - _growth_base(level, growth)


def _contribution_base(level: Number, growth: Number, contribution: Number) -> Number:
    return _growth_increase(level, growth) / (contribution / HUNDRED)


def _growth_of_mean(total: Number, number: Number) -> Number:
    return HUNDRED * ((1 + total / HUNDRED) / (1 + number / HUNDRED) - 1)


OPERATIONS: dict[str, Operation] = {
    "ratio": Operation(_ratio, (1, -1), "a ÷ b"),
    "percent": Operation(lambda *terms: HUNDRED * _ratio(*terms), (1, -1), "100 × a ÷ b"),
    "sum": Operation(_sum, (1,), "a + b"),
    "difference": Operation(_difference, (1, -1), "a − b"),
    "product_percent": Operation(lambda a, b: a * b / HUNDRED, (1, 1), "a × b ÷ 100"),
    "growth_base": Operation(_growth_base, (1, -1), "a ÷ (1 + b ÷ 100)"),
    "growth_increase": Operation(_growth_increase, (1, 1), "a − a ÷ (1 + b ÷ 100)"),
    "contribution_base": Operation(_contribution_base, (1, 1, -1), "(a − a ÷ (1 + b ÷ 100)) ÷ (c ÷ 100)"),
    "growth_of_mean": Operation(_growth_of_mean, (1, -1), "100 × ((1 + a ÷ 100) ÷ (1 + b ÷ 100) − 1)"),
    "change_percent": Operation(lambda a, b: HUNDRED * (a / b - 1), (1, -1), "100 × (a ÷ b − 1)"),
}

_PUSH: dict[Bound, int | None] = {"exact": 0, "at_least": 1, "over": 1, "at_most": -1, "under": -1, "about": None}


def resulting_bound(operation: Operation, bounds: Sequence[Bound]) -> Bound:
    """The bound of a result whose operands have ``bounds``.

    A quotient by "over 150" is a ceiling; bounds that pull both ways, or any "about", leave only "about".
    """
    if set(bounds) == {"exact"}:
        return "exact"
    signs = [*operation.signs, *[operation.signs[-1]] * len(bounds)]
    pushes: set[int] = set()
    for bound, sign in zip(bounds, signs, strict=False):
        push = _PUSH[bound]
        if push is None:
            return "about"
        pushes.add(push * sign)
    pushes.discard(0)
    if not pushes:
        return "exact"
    if len(pushes) == 2:
        return "about"
    return "at_least" if pushes == {1} else "at_most"
