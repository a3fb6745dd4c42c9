"""How the figures of one county run: persistent, with seasons; first provisional, then final.

Everything is a whole number in units of the last digit, so that no platform rounds differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .chance import Chance
from .concepts import Concept
from .places import County
from .plan import Quarter, year

REVISED = 3  # one provisional figure in so many is revised
APART = 3  # usual rates of counties differ by so many times what one strays
MILLE = 1000


@dataclass(frozen=True, slots=True)
class Course:
    """The figure of each quarter, as first and as finally stated; no entry where there is none."""

    first: Mapping[Quarter, int]
    final: Mapping[Quarter, int]


def course(concept: Concept, county: County, chance: Chance, quarters: range) -> Course:
    """The course of ``concept`` in ``county`` over the ``quarters`` in which it exists."""
    lived = range(quarters.start, min(quarters.stop, county.until + 1))
    if concept.limits:
        return _rates(concept, concept.limits, chance, lived)
    amounts = _amounts(concept, county, chance, lived)
    errors = {quarter: _error(chance, amount // 60) for quarter, amount in amounts.items()}
    before = _before(amounts) if concept.basis == "ytd" else dict.fromkeys(amounts, 0)
    final = {quarter: before[quarter] + amount for quarter, amount in amounts.items()}
    return Course({quarter: value + errors[quarter] for quarter, value in final.items()}, final)


def _rates(concept: Concept, limits: tuple[int, int], chance: Chance, quarters: range) -> Course:
    """Seven tenths of the distance from the county's usual rate last into the next quarter."""
    low, high = limits
    usual = value = concept.typical + chance.around(APART * concept.swing)
    first, final = {}, {}
    for quarter in quarters:
        value = usual + mean((value - usual) * 7, 10) + chance.around(concept.swing)
        value = min(max(value, low), high)
        final[quarter] = value
        first[quarter] = min(max(value + _error(chance, concept.swing // 5), low), high)
    return Course(first, final)


def _amounts(concept: Concept, county: County, chance: Chance, quarters: range) -> dict[Quarter, int]:
    """The county's size, times a level that grows and strays, times the season."""
    level, usual, amounts = 100 * MILLE, 14 + chance.around(14), {}
    stray = 0
    for quarter in quarters:
        level += level * usual // MILLE
        stray = mean(stray * 6, 10) + chance.around(concept.swing)
        scale = county.size_in(quarter) * concept.season[quarter % 4] * level * max(0, MILLE + stray)
        amounts[quarter] = mean(concept.typical * scale, 100 * MILLE * 100 * MILLE * MILLE)
    return amounts


def _before(amounts: Mapping[Quarter, int]) -> dict[Quarter, int]:
    """The sum of the earlier quarters of each one's year."""
    return {quarter: sum(amounts.get(one, 0) for one in range(year(quarter) * 4, quarter)) for quarter in amounts}


def _error(chance: Chance, reach: int) -> int:
    """What the provisional figure is off by: mostly nothing, and nothing on average."""
    return chance.around(max(reach, 1)) if chance.one_in(REVISED) and reach else 0


def whole(concept: Concept, members: Sequence[tuple[County, Course]], quarters: Iterable[Quarter]) -> Course:
    """The prefecture's course: the sum of amounts, the mean of rates weighted by size."""

    def put_together(quarter: Quarter, final: bool) -> int:
        total = weights = 0
        for county, one in members:
            value = (one.final if final else one.first).get(quarter)
            if value is not None:
                weight = 1 if concept.additive else county.size_in(quarter)
                total, weights = total + value * weight, weights + weight
        return total if concept.additive else mean(total, weights)

    first = {quarter: put_together(quarter, False) for quarter in quarters}
    return Course(first, {quarter: put_together(quarter, True) for quarter in quarters})


def mean(total: int, count: int) -> int:
    """``total`` divided by ``count``, to the nearest whole number, halves up."""
    return (2 * total + count) // (2 * count)
