"""Figures as operands: their values in one unit, and what they hand on to a result."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.codes import Status
from generator.model.figure import Figure
from generator.model.reference import Unit

from .result import Result, nothing, stated

# A result is no surer than the least sure of its operands.
WEAKEST_FIRST: tuple[Status, ...] = ("F", "E", "I", "U", "N", "D", "B", "P")


def operand(figure: Figure) -> Result:
    """The value of ``figure`` in its unit. Of a range no single result follows."""
    return nothing("missing") if figure.value_high is not None else stated(figure.value, figure.bound)


def currency_factor(unit: Unit) -> int:
    """How many yuan or dollars one of ``unit`` is, so that 亿元 and 万元 meet in one sum; 1 if it is no money."""
    return unit.factor.numerator if unit.kind == "money" and unit.factor else 1


def alike(unit: Unit, other: Unit) -> bool:
    """Whether amounts in the two units may be added and compared: one unit, or money of one currency."""
    return unit.id == other.id or (unit.kind == other.kind == "money" and unit.base == other.base != "")


def status_of(operands: Iterable[Figure]) -> Status:
    """The status of what follows from ``operands``: the weakest of theirs. A target that something is held against is
    a number that was set, and makes nothing planned."""
    found = {figure.status for figure in operands if figure.key.kind != "target"}
    return "A" if found == {"A"} else next((status for status in WEAKEST_FIRST if status in found), "A")
