"""Places among peers: ties, direction, the missing; and the same places from SQL."""

from __future__ import annotations

import sqlite3
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.measures.ranking import Direction, Place, Ties, ranked
from generator.measures.result import Result, nothing, stated

VALUES = {name: stated(value) for name, value in {"a": 8, "b": 9, "c": 7, "d": 8}.items()}


def ranks(values: dict[str, Result], direction: Direction = "up", ties: Ties = "competition") -> list[Fraction | None]:
    return [place.rank for place in ranked(values, "abcd", direction, ties).values()]


@pytest.mark.parametrize(
    ("direction", "ties", "result"),
    [
        ("up", "competition", [2, 1, 4, 2]),
        ("up", "dense", [2, 1, 3, 2]),
        ("up", "average", [Fraction(5, 2), 1, 4, Fraction(5, 2)]),
        ("down", "competition", [2, 4, 1, 2]),
        ("down", "dense", [2, 3, 1, 2]),
        ("down", "average", [Fraction(5, 2), 4, 1, Fraction(5, 2)]),
    ],
)
def test_ways_to_share_a_place(direction: Direction, ties: Ties, result: list[Fraction]) -> None:
    assert ranks(VALUES, direction, ties) == result


def test_a_place_says_among_how_many_and_with_how_many() -> None:
    assert ranked(VALUES, "abcd")["a"] == Place(Fraction(2), of=4, sharing=2)


def test_values_of_others_do_not_count() -> None:
    assert ranked(VALUES, "ac") == {"a": Place(Fraction(1), 2, 1), "c": Place(Fraction(2), 2, 1)}


@pytest.mark.parametrize(
    ("value", "reason"),
    [(None, "missing"), (nothing("base_zero"), "base_zero"), (stated(99, "over"), "inexact")],
)
def test_a_peer_without_a_certain_value_has_no_place(value: Result | None, reason: str) -> None:
    values = {name: one for name, one in VALUES.items() if name != "b"} | ({"b": value} if value else {})
    assert ranked(values, "abcd")["b"] == Place(None, of=3, reason=reason)  # type: ignore[arg-type]
    assert ranks(values) == [1, None, 3, 1]


SQL = {
    "competition": "rank() over (order by value desc)",
    "dense": "dense_rank() over (order by value desc)",
    "average": "rank() over (order by value desc) + (count(*) over (partition by value) - 1) / 2.0",
}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-3, 3), min_size=1, max_size=9), st.sampled_from(["competition", "dense", "average"]))
def test_a_database_finds_the_same_places(values: list[int], ties: Ties) -> None:
    rows = [(str(place), value) for place, value in enumerate(values)]
    with sqlite3.connect(":memory:") as database:
        database.execute("create table given (name text, value integer)")
        database.executemany("insert into given values (?, ?)", rows)
        expected = dict(database.execute(f"select name, {SQL[ties]} from given"))  # noqa: S608 - our own text
    found = ranked({name: stated(value) for name, value in rows}, [name for name, _ in rows], "up", ties)
    assert {name: place.rank for name, place in found.items()} == expected
