"""Totals, and what becomes of them when a part is missing."""

from __future__ import annotations

import pytest

from generator.measures.result import Result, nothing, stated
from generator.measures.totals import Missing, Total, total

PARTS = {name: stated(value) for name, value in {"a": 10, "b": 20, "c": 5}.items()}
ONE_MISSING = PARTS | {"d": stated(None)}


@pytest.mark.parametrize("missing", ["refuse", "partial"])
def test_all_parts_make_a_total(missing: Missing) -> None:
    found = total(PARTS, additive=True, missing=missing)
    assert found == Total(stated(35), 3, 3) and not found.partial


def test_a_missing_part_is_not_zero() -> None:
    assert total(ONE_MISSING, additive=True) == Total(nothing("incomplete"), 3, 4, ("d",))


def test_a_partial_total_says_of_how_many() -> None:
    found = total(ONE_MISSING, additive=True, missing="partial")
    assert found == Total(stated(35), 3, 4, ("d",)) and found.partial


@pytest.mark.parametrize("parts", [{}, {"a": stated(None), "b": stated(None)}])
def test_no_parts_make_no_total(parts: dict[str, Result]) -> None:
    found = total(parts, additive=True, missing="partial")
    assert found.result == nothing("missing") and not found.partial


def test_nested_classes_are_never_added() -> None:
    """39 projects of 100 million yuan and over contain the 9 of 1 billion and over."""
    nested = {"over_100m": stated(39), "over_1bn": stated(9)}
    assert total(nested, additive=False, missing="partial").result == nothing("not_additive")


def test_a_bound_of_a_part_bounds_the_total() -> None:
    assert total(PARTS | {"d": stated(7, "over")}, additive=True).result == Result(stated(42).value, bound="at_least")
