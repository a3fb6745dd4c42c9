"""Small charts to draw: a mark and a view with everything but the interesting part filled in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from generator.model.period import Period
from generator.pages.charts import ChartView, Mark

MarkOf = Callable[..., Mark]
ViewOf = Callable[..., ChartView]


@pytest.fixture
def mark() -> MarkOf:
    def make(label: str, value: str, **more: Any) -> Mark:
        if isinstance(period := more.get("period"), str):
            more["period"] = Period.parse(period)
        if isinstance(high := more.get("value_high"), str):
            more["value_high"] = Decimal(high)
        given = {"text": value, "row": f"obs.{label}", "status": "A", "bound": "exact"} | more
        return Mark(label=label, value=Decimal(value), **given)

    return make


@pytest.fixture
def view() -> ViewOf:
    def make(kind: str, *marks: Mark, **more: Any) -> ChartView:
        given: dict[str, Any] = {
            "key": "key-1",
            "home": "areas/990101/",
            "title": "A finding",
            "subtitle": "What, unit, period",
            "alt": "A finding in words",
            "unit": "%",
            "missing": (),
            "target": None,
            "elapsed": None,
            "lang": "en",
            "note": "",
        }
        return ChartView(**(given | {"kind": kind, "marks": marks} | more))

    return make
