"""Round values for the value axis of a chart over time: few, and from zero."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, log10

from generator.model.text import Lang


def grid(low: float, high: float) -> list[float]:
    """Two to six multiples of 1, 2 or 5 times a power of ten between ``low`` and ``high``, without zero.

    One alone would show no scale: a reader could not tell whether the axis begins at zero.
    """
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    steps = [power * factor for factor in (0.5, 1, 2, 5, 10)]
    wanted = next(place for place, step in enumerate(steps) if step >= rough)
    found = (_multiples(steps[place], low, high) for place in (wanted, wanted - 1))
    return next(values for values in found if len(values) > 1)


def _multiples(step: float, low: float, high: float) -> list[float]:
    values = (index * step for index in range(ceil(low / step), floor(high / step) + 1))
    return [float(f"{value:.12g}") for value in values if value]


def tick_text(value: float, lang: Lang) -> str:
    """A round value as an axis shows it: a real minus sign, thousands commas in English."""
    exact = Decimal(f"{abs(value):.12g}")
    text = f"{exact:,f}" if lang == "en" else f"{exact:f}"
    return f"\N{MINUS SIGN}{text}" if value < 0 else text
