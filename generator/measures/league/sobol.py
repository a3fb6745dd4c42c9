"""Sobol indices: how much of the variance of a result each uncertain choice explains."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from generator.model.standing import Influence

from .arrays import Floats

AT_ONCE = 2048  # draws: few enough to stay in memory with a hundred areas, many enough to hide what a call costs


def indices(result: Callable[[Floats], Floats], factors: Sequence[str], runs: int, seed: int) -> dict[str, Influence]:
    """The indices of every factor for ``result``, a function from draws (runs × factors, even on 0 to 1) to numbers.

    First-order after Saltelli et al. (2010), total after Jansen (1999): both are exactly 0 for a factor without
    effect. Costs ``runs`` × (factors + 2). All 0 if the result never varies.
    """
    generator = np.random.Generator(np.random.PCG64(seed))
    one, other = generator.random((2, runs, len(factors)))
    mixed = [one.copy() for _ in factors]
    for place, draws in enumerate(mixed):
        draws[:, place] = other[:, place]
    every = np.concatenate([one, other, *mixed])
    found = np.concatenate([result(every[start : start + AT_ONCE]) for start in range(0, len(every), AT_ONCE)])
    base, resampled, *changed = found.reshape(len(factors) + 2, runs)
    variance = np.var(np.concatenate([base, resampled]))
    shares = {}
    for factor, results in zip(factors, changed, strict=True):
        shift = results - base
        first, total = np.mean((resampled - np.mean(base)) * shift), np.mean(shift**2) / 2
        shares[factor] = (
            Influence(float(first / variance), float(total / variance)) if variance else Influence(0.0, 0.0)
        )
    return shares
