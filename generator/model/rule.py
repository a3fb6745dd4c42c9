"""Rules of measures: how a derived measure follows from others, as the column ``rule`` of ``measures.csv`` says it.

Named operations, never code::

    growth(level)
    share(landed_projects.level, signed_projects.level)
    rank(growth_yoy, counties_of_xinglan)

An operand is a measure: of the same indicator, or written ``indicator.measure`` of another. What is derived belongs to
the indicator of the first operand, and to its area, breakdown and period. ``docs/decisions/0020`` has the reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from .reference import Measure

# How many operands an operation takes; of a rank the second is a set of peers.
OPERANDS: Mapping[str, int] = {
    "ratio": 2, "percent": 2, "share": 2, "difference": 2, "rank": 2,
    "share_of_parent": 1, "total": 1, "partial_total": 1, "growth": 1, "previous_growth": 1, "discrete": 1,
    "contribution": 1, "completion": 1, "lead": 1,
}  # fmt: skip
Kind = Literal["rate", "points", "rank"]
# The kind of unit of what comes out; of other operations it follows from the operands.
KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("percent", "share", "share_of_parent", "growth", "previous_growth", "completion"), "rate"),
    **dict.fromkeys(("contribution", "lead"), "points"),
    "rank": "rank",
}
_CALL = re.compile(r"([a-z_]+)\(([a-z0-9_., ]*)\)", re.ASCII)
_OPERAND = re.compile(r"(?:([a-z][a-z0-9_]*)\.)?([a-z][a-z0-9_]*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Operand:
    """A measure of ``indicator``; blank: of whichever indicator the result is of."""

    indicator: str
    measure: str


@dataclass(frozen=True, slots=True)
class Rule:
    """An operation and what it is applied to. ``peers``: among whom a rank is taken, else blank."""

    operation: str
    operands: tuple[Operand, ...]
    peers: str = ""

    @classmethod
    def parse(cls, text: str) -> Rule:
        """The rule written as ``text``; ValueError for anything else than one of :data:`OPERANDS` with its operands."""
        call = _CALL.fullmatch(text)
        words = [word.strip() for word in call[2].split(",")] if call else []
        found = [_OPERAND.fullmatch(word) for word in words]
        operands = tuple(Operand(one[1] or "", one[2]) for one in found if one)
        if call is None or OPERANDS.get(call[1]) != len(words) or len(operands) < len(words):
            raise ValueError(f"not a rule: {text!r}")
        if call[1] != "rank":
            return cls(call[1], operands)
        if operands[1].indicator:
            raise ValueError(f"not a set of peers: {words[1]!r}")
        return cls(call[1], operands[:1], operands[1].measure)


def rules_of(measures: Mapping[str, Measure]) -> dict[str, Rule]:
    """The rules of the measures that have one, each after those that it builds on. ValueError if they run in a
    circle, or if one cannot be read."""
    rules = {name: Rule.parse(measure.rule) for name, measure in measures.items() if measure.rule}
    ordered: dict[str, Rule] = {}
    for name in rules:
        for each in _first(rules, name, ()):
            ordered.setdefault(each, rules[each])
    return ordered


def families_of(measures: Mapping[str, Measure], indicators: Iterable[str]) -> dict[str, str]:
    """Each of the ``indicators`` with a name for its family: those that rules join, directly or through others."""
    family = {indicator: indicator for indicator in indicators}
    for rule in rules_of(measures).values():
        named = {operand.indicator for operand in rule.operands}
        joined = family if "" in named and len(named) > 1 else named & family.keys()  # of whichever indicator: of all
        families = {family[indicator] for indicator in joined}
        family = {one: min(families) if name in families else name for one, name in family.items()}
    return family


def _first(rules: Mapping[str, Rule], name: str, above: tuple[str, ...]) -> Iterator[str]:
    """The measures on which ``name`` builds, and then ``name``."""
    if name in above:
        raise ValueError(f"a circle: {' → '.join((*above, name))}")
    for operand in rules[name].operands:
        if operand.measure in rules:
            yield from _first(rules, operand.measure, (*above, name))
    yield name
