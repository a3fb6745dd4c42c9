"""From values of one indicator to scores, so that indicators of different units can be put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from fractions import Fraction

from generator.errors import DataErrors, Problem
from generator.model.league import Item, League

from .exact import log, root, settled
from .outliers import Column, treated

ONE = Fraction(1)


def scored(column: Column, item: Item, league: League) -> Column:
    """The scores of all areas in ``column``, by the rules of ``league`` (see :class:`Normalisation`).

    All areas of the column are the peers: what is observed of them sets the ends, the mean and the ranks.
    """
    if not column:
        return {}
    values = treated(_logarithms(column, item) if item.log else column, league.outliers)
    method = league.normalisation
    if method.kind == "raw":
        return {area: value if item.direction == "up" else -value for area, value in values.items()}
    rooted = method.kind != "rank" and (item.log or method.kind == "z" or league.outliers.kind in ("log", "coinr"))
    place = {"rank": _beaten, "z": _standardised}.get(method.kind, _between)(values, item, league)
    low, high = method.onto
    span = high if method.kind == "z" else high - low
    scores = {area: low + span * place(value) for area, value in values.items()}
    return {area: settled(score) for area, score in scores.items()} if rooted else scores


def _logarithms(column: Column, item: Item) -> Column:
    for area, value in column.items():
        if value <= 0:
            facts = {"member": item.id, "area": area, "value": f"{float(value):.6g}"}
            raise DataErrors([Problem("league-log", facts=facts)])
    return {area: log(value) for area, value in column.items()}


def _beaten(values: Column, item: Item, league: League) -> Callable[[Fraction], Fraction]:
    """The share of the other areas that are worse, with half of those that are equal."""
    others = len(values) - 1
    sign = 1 if item.direction == "up" else -1
    ordered = sorted(sign * value for value in values.values())
    if ordered[0] == ordered[-1]:
        return lambda _: league.constant

    def place(value: Fraction) -> Fraction:
        worse, not_better = bisect_left(ordered, sign * value), bisect_right(ordered, sign * value)
        return Fraction(worse + not_better - 1, 2 * others)

    return place


def _standardised(values: Column, item: Item, league: League) -> Callable[[Fraction], Fraction]:
    """Deviations from the mean in standard deviations; 0 where all areas are equal."""
    mean = sum(values.values(), Fraction(0)) / len(values)
    squares = sum(((value - mean) ** 2 for value in values.values()), Fraction(0))
    if squares == 0:
        return lambda _: Fraction(0)
    deviation = root(squares / (len(values) - league.normalisation.ddof))
    return lambda value: (value - mean) / (deviation if item.direction == "up" else -deviation)


def _between(values: Column, item: Item, league: League) -> Callable[[Fraction], Fraction]:
    """The way from the worst to the best end: 0 to 1, or beyond where not capped."""
    worst, best = _ends(values, item, league.normalisation.kind)
    if worst == best or (league.normalisation.kind == "target" and (best > worst) != (item.direction == "up")):
        # all areas equal; or even the worst of them has reached the target
        return lambda _: ONE if league.normalisation.kind == "target" else league.constant
    if league.normalisation.cap:
        return lambda value: min(max((value - worst) / (best - worst), Fraction(0)), ONE)
    return lambda value: (value - worst) / (best - worst)


def _ends(values: Column, item: Item, kind: str) -> tuple[Fraction, Fraction]:
    low, high = min(values.values()), max(values.values())
    worst, best = (low, high) if item.direction == "up" else (high, low)
    if kind == "min-max":
        return worst, best
    target = _post(item.best, item)
    if kind == "target":
        return worst, target
    if kind == "completion":
        return (Fraction(0) if item.direction == "up" else 2 * target), target
    return _post(item.worst, item), target


def _post(post: object, item: Item) -> Fraction:
    value = Fraction(str(post))
    return log(value) if item.log else value
