"""One run of a league: which choices are drawn, and the scores that follow from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from generator.model.league import Block, League
from generator.model.standing import Values

from .arrays import Floats, aggregated, scored

CHOICES = ("normalisation", "outliers", "aggregation")
AT_ONCE = 2**15  # runs × areas: few enough to stay close to the processor, many enough to hide what a call costs
ZERO = 1e-300  # in a run; the mean of POSITIVE with one such score is zero, as it is in truth


def factors(league: League) -> list[str]:
    """What is drawn in a run: the weight of every block and indicator that has siblings, then the three choices.

    In the order of their ids: the order in which members are declared changes no draw.
    """
    members = [one.id for block in league.root.blocks() if len(block.members) > 1 for one in block.members]
    return [*sorted(members), *CHOICES]


def batches(runs: int, areas: int) -> Iterator[slice]:
    """The runs in parts of AT_ONCE."""
    step = max(AT_ONCE // max(areas, 1), 1)
    return (slice(start, min(start + step, runs)) for start in range(0, runs, step))


def scores(league: League, values: Mapping[str, Floats], draws: Floats) -> Floats:
    """The scores in each run, runs × areas, from draws (runs × factors, even on 0 to 1)."""
    doubt, weights = league.doubt, _weights(league, draws)
    options = (
        (league.normalisation, *doubt.normalisations),
        (league.outliers, *doubt.outliers),
        (league.root.aggregation, *doubt.aggregations),
    )
    picks = (draws[:, -len(CHOICES) :] * [len(choices) for choices in options]).astype(int)
    areas = next(iter(values.values())).shape[1]
    found = np.empty((len(draws), areas))
    for picked in np.unique(picks, axis=0):
        runs = np.flatnonzero(np.all(picks == picked, axis=1))
        normalisation, outliers, aggregation = (choices[pick] for choices, pick in zip(options, picked, strict=True))
        other = replace(
            league,
            normalisation=normalisation,
            outliers=outliers,
            root=replace(league.root, aggregation=aggregation),
        )
        for part in (runs[batch] for batch in batches(len(runs), areas)):
            found[part] = score(other, values, {name: drawn[part] for name, drawn in weights.items()})
    return found


def _weights(league: League, draws: Floats) -> dict[str, Floats]:
    """Each weight times its draw from 1 − spread to 1 + spread. A block scales them to 1."""
    named = dict(zip(factors(league), draws.T, strict=True))
    spread = float(league.doubt.spread)
    ones = np.ones(len(draws))
    return {
        one.id: float(one.weight) * (1 + spread * (2 * named[one.id] - 1) if one.id in named else ones)
        for block in league.root.blocks()
        for one in block.members
    }


def score(league: League, values: Mapping[str, Floats], weights: Mapping[str, Floats]) -> Floats:
    """The scores of one method, runs × areas."""
    if not next(iter(values.values())).size:
        return np.empty((1, 0))
    columns = {item.id: scored(values[item.id], item, league) for item, _ in league.root.items()}
    if league.missing == "zero":
        columns = {name: np.nan_to_num(column, nan=0.0) for name, column in columns.items()}
    floor = ZERO if league.floor is None else float(league.floor)
    return aggregated(league.root, columns, weights, floor)


def declared_weights(root: Block) -> dict[str, Floats]:
    return {one.id: np.array([float(one.weight)]) for block in root.blocks() for one in block.members}


def stack(league: League, values: Values, areas: Sequence[str]) -> dict[str, Floats]:
    """The values of each indicator, in the order of their ids, 1 × areas, NaN for missing."""
    return {
        name: np.array([[float(np.nan if (v := values[area].get(name)) is None else v) for area in areas]])
        for name in sorted(item.id for item, _ in league.root.items())
    }
