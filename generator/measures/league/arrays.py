"""The same league over many runs at once, in floating point: what the simulations draw on.

The exact engine (:mod:`.standing`) is what is published; this is its twin in numpy. Arrays are runs × areas, with NaN
for missing; a leading axis of length 1 stands for "the same in every run".
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray

from generator.model.league import POSITIVE, Aggregation, Block, Item, League, Normalisation

from .treatment_arrays import treated

Floats = NDArray[np.float64]
STEADY = 9  # decimals to which scores of blocks are compared: what is equal must not differ by how it was summed
Weights = Mapping[str, Floats]  # by id of indicator or block, one weight a run


def scored(x: Floats, item: Item, league: League) -> Floats:
    """The scores of one indicator (see :func:`.normalise.scored`)."""
    if np.isnan(x).all():
        return x
    method = league.normalisation
    values = treated(np.log(x) if item.log else x, league.outliers)
    better: Floats = values if item.direction == "up" else -values
    if method.kind == "raw":
        return better
    low, high = (float(end) for end in method.onto)
    constant = np.nanmax(values, axis=1, keepdims=True) == np.nanmin(values, axis=1, keepdims=True)
    if method.kind == "z":
        centred = better - np.nanmean(better, axis=1, keepdims=True)
        freedom = np.sum(np.isfinite(values), axis=1, keepdims=True) - method.ddof
        deviation = np.sqrt(np.nansum(centred**2, axis=1, keepdims=True) / np.maximum(freedom, 1))
        place = np.divide(centred, deviation, out=np.zeros_like(centred), where=~constant)
        return low + high * np.where(np.isnan(values), np.nan, place)
    if method.kind == "rank":
        others = np.sum(np.isfinite(values), axis=1, keepdims=True) - 1
        place = np.where(constant, float(league.constant), beaten(better) / np.maximum(others, 1))
    else:
        place = _between(better, item, method, float(league.constant))
    return low + (high - low) * np.where(np.isnan(values), np.nan, place)


def _between(better: Floats, item: Item, method: Normalisation, constant: float) -> Floats:
    """The way from the worst to the best end; ``better`` is the value, its sign turned where less is better."""
    worst, best = np.nanmin(better, axis=1, keepdims=True), np.nanmax(better, axis=1, keepdims=True)
    if method.kind != "min-max":
        best = np.full_like(best, _post(item, "best"))
        if method.kind == "goalposts":
            worst = np.full_like(worst, _post(item, "worst"))
        elif method.kind == "completion":
            worst = best - abs(best)
    equal = 1.0 if method.kind == "target" else constant
    span = best - worst
    place: Floats = np.divide(better - worst, span, out=np.full_like(better, equal), where=span > 0)
    return place.clip(0, 1) if method.cap else place


def _post(item: Item, name: str) -> float:
    post = float(getattr(item, name))
    return (math.log(post) if item.log else post) * (1 if item.direction == "up" else -1)


def beaten(values: Floats) -> Floats:
    """How many others in the run are lower, a tie counting half."""
    above, below = ranks(values), ranks(-values)
    count = np.sum(np.isfinite(values), axis=1, keepdims=True)
    return np.where(np.isnan(values), np.nan, (count - above + below - 1) / 2)


def ranks(scores: Floats) -> NDArray[np.int64]:
    """Competition ranks in each run, the highest first: 1 2 2 4. NaN is last and means nothing."""
    order = np.argsort(-scores, axis=1, kind="stable")
    ordered = np.take_along_axis(scores, order, axis=1)
    places = np.broadcast_to(np.arange(1, scores.shape[1] + 1), scores.shape)
    first = np.ones(scores.shape, dtype=bool)
    first[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    found = np.empty(scores.shape, dtype=np.int64)
    np.put_along_axis(found, order, np.maximum.accumulate(np.where(first, places, 0), axis=1), axis=1)
    return found


def rounded(scores: Floats, decimals: int) -> Floats:
    """As they are published. Scores that differ only by how they were summed stay equal."""
    found: Floats = np.round(np.round(scores, decimals + 6), decimals)
    return found


def aggregated(block: Block, columns: Mapping[str, Floats], weights: Weights, floor: float) -> Floats:
    """The scores of ``block`` (see :func:`.aggregate.aggregated`), but none is refused: ``floor`` stands for it."""
    below = partial(aggregated, columns=columns, weights=weights, floor=floor)
    scores = [columns[one.id] if isinstance(one, Item) else below(one) for one in block.members]
    if block.aggregation == "borda":
        scores = [beaten(np.round(score, STEADY)) for score in scores]
    if block.aggregation in POSITIVE:
        scores = [np.maximum(score, floor) for score in scores]
    runs = max(len(score) for score in [*scores, *(weights[one.id] for one in block.members)])
    values = np.stack([np.broadcast_to(score, (runs, score.shape[1])) for score in scores], axis=2)
    shares = np.stack([np.broadcast_to(weights[one.id], runs) for one in block.members], axis=1)[:, None, :]
    shares = shares * np.isfinite(values)
    total = np.sum(shares, axis=2, keepdims=True)
    shares = np.divide(shares, total, out=np.ones_like(shares), where=total > 0)
    return np.where(total[:, :, 0] > 0, mean(block.aggregation, np.nan_to_num(values, nan=1.0), shares), np.nan)


def mean(kind: Aggregation, values: Floats, weights: Floats) -> Floats:
    """The mean along the last axis; a weight of 0 takes a value out."""
    found: Floats = np.sum(weights * values, axis=2)
    if kind == "geometric":
        found = np.exp(np.sum(weights * np.log(values), axis=2))
    elif kind == "harmonic":
        found = 1 / np.sum(weights / values, axis=2)
    elif kind == "median":
        found = _weighted_median(values, weights)
    elif kind in ("mpi", "mpi_plus"):
        uneven = np.sum(weights * (values - found[:, :, None]) ** 2, axis=2) / found
        found = found + (uneven if kind == "mpi_plus" else -uneven)
    return found


def _weighted_median(values: Floats, weights: Floats) -> Floats:
    order = np.argsort(np.where(weights > 0, values, np.inf), axis=2)
    ordered = np.take_along_axis(values, order, axis=2)
    below = np.cumsum(np.take_along_axis(weights, order, axis=2), axis=2)
    lower = np.argmax(below > 0.5 - 1e-12, axis=2)[:, :, None]
    upper = np.argmax(below > 0.5 + 1e-12, axis=2)[:, :, None]
    middle: Floats = (np.take_along_axis(ordered, lower, axis=2) + np.take_along_axis(ordered, upper, axis=2)) / 2
    return middle[:, :, 0]
