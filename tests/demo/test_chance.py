"""The draws are those that MT19937 gives everywhere, and errors are nothing on average."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from generator.demo.chance import Chance


def test_a_stream_is_the_promised_sequence_of_its_name() -> None:
    """The documented recipe, written out: SHA-256 of the names as a whole number, and random() of it."""
    draw = Random(int(sha256(b"1/late/990121").hexdigest(), 16))  # noqa: S311
    chance = Chance(1, "late", "990121")
    assert [chance.below(1000) for _ in range(50)] == [int(draw.random() * 1000) for _ in range(50)]


def test_no_draw_moves_another_stream() -> None:
    alone, other = Chance(1, "a"), Chance(1, "b")
    mixed = Chance(1, "a")
    expected = [alone.below(100) for _ in range(20)]
    found = []
    for _ in range(20):
        other.below(100)
        found.append(mixed.below(100))
    assert found == expected


def test_errors_are_symmetric_and_stay_within_reach() -> None:
    chance, reach, draws = Chance(1, "errors"), 10, 20_000
    found = [chance.around(reach) for _ in range(draws)]
    assert {min(found), max(found)} == {-reach, reach}
    # the difference of two uniform numbers from 0 to 10 has variance 20: five standard errors of the mean
    assert abs(sum(found)) < 5 * (20 * draws) ** 0.5
