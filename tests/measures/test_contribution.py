"""Contributions and shares of growth: signs, limits, and that the parts make up the whole."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.measures.change import growth
from generator.measures.contribution import (
    contribution,
    contribution_from_growth,
    share_of_growth,
)
from generator.measures.result import Result, nothing, stated


@pytest.mark.parametrize(
    ("increase", "base", "result"),
    [
        (stated(5), stated(200), stated(Decimal("2.5"))),
        (stated(-5), stated(200), stated(Decimal("-2.5"))),
        (stated(5), stated(0), nothing("base_zero")),
        (stated(5), stated(-200), nothing("base_negative")),
    ],
)
def test_contribution(increase: Result, base: Result, result: Result) -> None:
    assert contribution(increase, base) == result


@pytest.mark.parametrize(("part_growth", "total_growth"), [(-100, 5), (5, -100), (5, -120)])
def test_a_fall_to_nothing_implies_no_base(part_growth: int, total_growth: int) -> None:
    found = contribution_from_growth(stated(0), stated(part_growth), stated(100), stated(total_growth))
    assert found == nothing("base_unknown")


@pytest.mark.parametrize(
    ("points", "total", "result"),
    [
        ("2", "8", stated(25)),
        ("10", "8", stated(125)),  # the others fell
        ("-2", "8", stated(-25)),  # it fell while the whole grew
        ("0", "8", stated(0)),
        ("0.1", "0.5", stated(20)),
        ("0.1", "0.4", nothing("near_zero")),
        ("0.1", "-0.4", nothing("near_zero")),
        ("0", "0", nothing("near_zero")),
        ("-2", "-8", nothing("total_fell")),
        ("2", "-8", nothing("total_fell")),
    ],
)
def test_share_of_growth(points: str, total: str, result: Result) -> None:
    assert share_of_growth(stated(Decimal(points)), stated(Decimal(total))) == result


def test_a_missing_growth_leaves_no_share() -> None:
    assert share_of_growth(stated(2), stated(None)) == nothing("missing")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 999), st.integers(1, 999)), min_size=1, max_size=6))
def test_contributions_of_all_parts_sum_to_the_growth_of_the_whole(parts: list[tuple[int, int]]) -> None:
    """Each part with its level before and now; the whole is their sum. Both ways of computing agree, exactly."""
    before, now = (stated(sum(levels)) for levels in zip(*parts, strict=True))
    whole = growth(now, before, comparable=True)
    rates = [growth(stated(level), stated(base), comparable=True) for base, level in parts]
    pulls = [
        contribution_from_growth(stated(level), rate, now, whole) for (_, level), rate in zip(parts, rates, strict=True)
    ]
    assert sum((pull.value or Fraction(0) for pull in pulls), Fraction(0)) == whole.value
    assert pulls == [contribution(stated(level - base), before) for base, level in parts]
