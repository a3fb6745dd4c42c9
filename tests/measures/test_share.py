"""Shares of a whole."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.measures.result import Result, nothing, stated
from generator.measures.share import share


@pytest.mark.parametrize(
    ("part", "whole", "result"),
    [
        (stated(33), stated(120), stated(Decimal("27.5"))),
        (stated(120), stated(120), stated(100)),
        (stated(0), stated(120), stated(0)),
        (stated(-3), stated(120), nothing("part_negative")),
        (stated(121), stated(120), nothing("part_exceeds_whole")),
        (stated(0), stated(0), nothing("base_zero")),
        (stated(3), stated(None), nothing("missing")),
        (stated(33), stated(120, "over"), Result(Fraction("27.5"), bound="at_most")),
    ],
)
def test_share(part: Result, whole: Result, result: Result) -> None:
    assert share(part, whole) == result
