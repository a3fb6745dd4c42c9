"""Treatment of outliers over many runs at once (see :mod:`.outliers`, whose rules these are)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.model.league import Outliers

from .outliers import KURTOSIS, OFFSET, SKEWNESS

Floats = NDArray[np.float64]
DUST = 1e-9  # one outlier among four has a skewness of exactly 2, which is not beyond 2


def treated(x: Floats, outliers: Outliers) -> Floats:
    """``x``, runs × areas with NaN for missing, after the declared treatment."""
    if outliers.kind == "winsorise":
        return _winsorised(x, outliers.most)
    if outliers.kind == "log":
        return _logged(x)
    if outliers.kind == "coinr":
        return _by_test(x, outliers.most)
    return x


def _winsorised(x: Floats, most: int) -> Floats:
    count = np.sum(np.isfinite(x), axis=1, keepdims=True)
    cut = np.minimum(most, np.maximum(count - 1, 0) // 2)
    ordered = np.sort(x, axis=1)  # NaN last
    return np.clip(
        x, np.take_along_axis(ordered, cut, axis=1), np.take_along_axis(ordered, np.maximum(count - 1 - cut, 0), axis=1)
    )


def _logged(x: Floats) -> Floats:
    low, high = np.nanmin(x, axis=1, keepdims=True), np.nanmax(x, axis=1, keepdims=True)
    return np.where(high > low, np.log(np.where(high > low, x - low + float(OFFSET) * (high - low), 1.0)), x)


def _by_test(x: Floats, most: int) -> Floats:
    """COINr's rule: each run that fails its test loses one end value after another, and at worst is logged."""
    tamed, changed = x.copy(), np.zeros(x.shape, dtype=bool)
    for _ in range(most):
        unfinished = _suspect(tamed) & (np.sum(changed, axis=1) < most)
        if not unfinished.any():
            break
        sign = np.where(_moments(tamed)[1] >= 0, 1.0, -1.0)[:, None]
        turned = sign * tamed
        ends = turned == np.nanmax(turned, axis=1, keepdims=True)
        neighbour = np.nanmax(np.where(ends, -np.inf, turned), axis=1, keepdims=True)
        ends &= unfinished[:, None]
        changed |= ends
        tamed = np.where(ends, sign * neighbour, tamed)
    return np.where(_suspect(tamed)[:, None], _logged(x), tamed)


def _suspect(x: Floats) -> NDArray[np.bool_]:
    n, skewness, kurtosis = _moments(x)
    unequal = np.nanmax(x, axis=1) > np.nanmin(x, axis=1)
    skewed, peaked = np.abs(skewness) > float(SKEWNESS) + DUST, kurtosis > float(KURTOSIS) + DUST
    found: NDArray[np.bool_] = unequal & (n > 3) & skewed & peaked
    return found


def _moments(x: Floats) -> tuple[Floats, Floats, Floats]:
    """Number of values, G1 and G2 of each run."""
    n = np.sum(np.isfinite(x), axis=1).astype(float)
    centred = x - np.nanmean(x, axis=1, keepdims=True)
    second, third, fourth = (np.nanmean(centred**power, axis=1) for power in (2, 3, 4))
    with np.errstate(all="ignore"):
        skewness = np.sqrt(n * (n - 1)) / (n - 2) * third / second**1.5
        kurtosis = ((n + 1) * (fourth / second**2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    return n, np.nan_to_num(skewness), np.nan_to_num(kurtosis)
