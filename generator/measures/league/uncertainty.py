"""How sure is a rank: the same league under other choices, other roundings, other revisions.

All draws come from numpy's PCG64 with the seed of the league, so that they can be repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from generator.measures.rounding import half_unit
from generator.model.league import League, Rewards
from generator.model.standing import HIGH, LOW, SURE, Influence, Spread, Standing, Sureness, Values

from .arrays import Floats, ranks, rounded
from .runs import batches, declared_weights, factors, score, scores, stack
from .sobol import indices

Ranks = NDArray[np.int64]  # runs × areas
MIDDLE = 0.5


def of_method(league: League, values: Values, standings: Mapping[str, Standing]) -> Sureness:
    """Over the choices that the league's :class:`Doubt` names: weights, normalisation, outliers, aggregation."""
    areas = _ranked(standings)
    draws = _generator(league).random((league.doubt.runs, len(factors(league))))
    return summary(league, areas, standings, scores(league, stack(league, values, areas), draws))


def of_rounding(league: League, values: Values, standings: Mapping[str, Standing]) -> Sureness:
    """Over what the published digits leave open: each value moves evenly within half a unit of its last digit."""
    half = {
        item.id: np.array([_half_unit(values[area].get(item.id)) for area in _ranked(standings)])
        for item, _ in league.root.items()
    }
    return _disturbed(league, values, standings, lambda name, chance: (2 * chance - 1) * half[name])


def of_revisions(
    league: League, values: Values, standings: Mapping[str, Standing], revisions: Mapping[str, Sequence[Decimal]]
) -> Sureness:
    """Over what may yet be revised: each value moves by one of the past revisions of its indicator, new less old.

    ``revisions`` must hold the zeros as well, for the figures that were looked at again and stood. An indicator
    without any does not move.
    """
    past = {
        item.id: np.array([float(size) for size in revisions.get(item.id, ())] or [0.0])
        for item, _ in league.root.items()
    }

    def drawn(name: str, chance: Floats) -> Floats:
        found: Floats = past[name][(chance * len(past[name])).astype(int)]
        return found

    return _disturbed(league, values, standings, drawn)


def sobol(league: League, values: Values, standings: Mapping[str, Standing], runs: int = 256) -> dict[str, Influence]:
    """Which choice moves the ranks: indices of the mean rank shift for each weight and each choice (CHOICES)."""
    areas = _ranked(standings)
    if not areas:
        return {}
    columns, published = stack(league, values, areas), _published(areas, standings)

    def shift(draws: Floats) -> Floats:
        found = ranks(rounded(scores(league, columns, draws), league.decimals))
        mean: Floats = np.mean(np.abs(found - published), axis=1)
        return mean

    return indices(shift, factors(league), runs, league.doubt.seed)


def summary(league: League, areas: Sequence[str], standings: Mapping[str, Standing], found: Floats) -> Sureness:
    """What the scores ``found``, runs × areas, say of the ranks of ``areas``, which come in their published order."""
    if not areas:
        return Sureness({}, (), 0.0)
    shown = rounded(found, league.decimals)
    places = ranks(shown)
    quantiles = np.quantile(places, (MIDDLE, LOW, HIGH), axis=0, method="inverted_cdf").astype(int)
    wins = _wins(league.rewards, places, shown)
    columns, spreads = np.ascontiguousarray(places.T), {}
    for column, area in enumerate(areas):
        median, low, high = quantiles[:, column].tolist()
        chances = np.bincount(places[:, column], minlength=len(areas) + 1)[1:] / len(places)
        near = _near(columns, column, -1), _near(columns, column, 1)
        spreads[area] = Spread(median, low, high, tuple(chances.tolist()), float(wins[column]), *near)
    shift = np.mean(np.abs(places - _published(areas, standings)))
    return Sureness(spreads, _groups(areas, columns), float(shift))


def _wins(rewards: Rewards | None, found: Ranks, scores: Floats) -> Floats:
    """The chance of each area to hold a rewarded place, by the league's rule for ties at the cut-off."""
    if rewards is None:
        return np.zeros(found.shape[1])
    last = found.shape[1] + 1 - ranks(-scores) if rewards.cutoff == "none" else found
    chances: Floats = np.mean(last <= rewards.places, axis=0)
    return chances


def _groups(areas: Sequence[str], found: Ranks) -> tuple[tuple[str, ...], ...]:
    """A new group begins where the area above is told apart from the next one. ``found``: areas × runs."""
    groups: list[list[str]] = []
    for place, area in enumerate(areas):
        if place and not _told_apart(found, place - 1, place):
            groups[-1].append(area)
        else:
            groups.append([area])
    return tuple(tuple(group) for group in groups)


def _near(found: Ranks, place: int, step: int) -> int:
    """How many areas in a row, up (-1) or down (1) from a place, are not told apart from the one that holds it."""
    count, other = 0, place + step
    while 0 <= other < len(found) and not _told_apart(found, *sorted((place, other))):
        count, other = count + 1, other + step
    return count


def _told_apart(found: Ranks, above: int, below: int) -> bool:
    """Whether the area above is ahead of the one below in at least SURE of the runs."""
    return bool(np.mean(found[above] < found[below]) >= SURE)


def _disturbed(
    league: League, values: Values, standings: Mapping[str, Standing], noise: Callable[[str, Floats], Floats]
) -> Sureness:
    """With ``noise`` added to the values of an indicator, given its id and even draws from 0 to 1, runs × areas.

    A value whose logarithm is taken stays where the noise would leave none.
    """
    areas, generator = _ranked(standings), _generator(league)
    known, weights = stack(league, values, areas), declared_weights(league.root)
    logged = {item.id for item, _ in league.root.items() if item.log}
    found = []
    for batch in batches(league.doubt.runs, len(areas)):
        chances = generator.random((batch.stop - batch.start, len(known), len(areas))).swapaxes(0, 1)
        moved = {name: known[name] + noise(name, chance) for name, chance in zip(known, chances, strict=True)}
        moved |= {name: np.where(moved[name] > 0, moved[name], known[name]) for name in logged}
        found.append(score(league, moved, weights))
    return summary(league, areas, standings, np.concatenate(found))


def _published(areas: Sequence[str], standings: Mapping[str, Standing]) -> Ranks:
    exact = np.array([[float(standings[area].score or 0) for area in areas]])
    return ranks(exact)


def _ranked(standings: Mapping[str, Standing]) -> list[str]:
    return [area for area, standing in standings.items() if standing.rank is not None]


def _generator(league: League) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(league.doubt.seed))


def _half_unit(value: Decimal | None) -> float:
    return 0.0 if value is None else float(half_unit(value))
