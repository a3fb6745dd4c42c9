"""Shares, and rates that name what they divide by."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.measures.result import Result, nothing, stated
from generator.measures.share import (
    LANDED_OF_SIGNED,
    LANDED_OF_TARGETED,
    SETTLED_OF_COLLECTED,
    STARTED_OF_LANDED,
    STARTED_OF_PLANNED,
    Rate,
    share,
)

COUNTS = {"signed": 16, "targeted": 10, "landed": 8, "planned": 5, "started": 4, "collected": 40, "settled": 30}


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


@pytest.mark.parametrize(
    ("rate", "result"),
    [
        (LANDED_OF_SIGNED, 50),
        (LANDED_OF_TARGETED, 80),
        (STARTED_OF_LANDED, 50),
        (STARTED_OF_PLANNED, 80),
        (SETTLED_OF_COLLECTED, 75),
    ],
)
def test_rates(rate: Rate, result: int) -> None:
    assert rate.of({name: stated(count) for name, count in COUNTS.items()}) == stated(result)


def test_a_rate_without_its_denominator_is_none() -> None:
    assert LANDED_OF_SIGNED.of({"landed": stated(8), "targeted": stated(10)}) == nothing("missing")


def test_more_landed_than_signed_are_not_the_same_projects() -> None:
    assert LANDED_OF_SIGNED.of({"landed": stated(8), "signed": stated(5)}) == nothing("part_exceeds_whole")


def test_settled_or_in_process_is_not_settled() -> None:
    counts = {"settled_or_in_process": stated(5344), "collected": stated(6005)}
    assert SETTLED_OF_COLLECTED.of(counts) == nothing("missing")
