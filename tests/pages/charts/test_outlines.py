"""Outlines of areas: squares of a degree at the equator and at 60° N, where a degree of longitude is half as long."""

from __future__ import annotations

from math import cos, radians

import pytest

from generator.model.boundaries import Ring
from generator.pages.charts import outlines
from generator.pages.charts.outlines import HIGH, SIZE, WIDE


def box(west: float, south: float, wide: float = 1, high: float = 1) -> Ring:
    east, north = west + wide, south + high
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def points(path: str) -> list[tuple[float, ...]]:
    """The corners of a path of straight lines, its moves and all."""
    texts = path.replace("M", " ").replace("L", ",").replace("Z", ",").strip(" ,").split(",")
    return [tuple(float(number) for number in text.split()) for text in texts]


def test_north_is_up_and_east_is_right() -> None:
    """Two squares side by side at the equator: 358 of 360 pixels for two degrees, 179 for one."""
    made = outlines({"a": (box(10, -0.5),), "b": (box(11, -0.5),)}, {})
    assert (made.wide, made.high) == (WIDE, 181.0)
    assert points(made.areas["a"].path) == [(1, 180), (180, 180), (180, 1), (1, 1)]
    assert points(made.areas["b"].path) == [(180, 180), (359, 180), (359, 1), (180, 1)]


def test_a_degree_of_longitude_is_as_long_as_the_latitude_makes_it() -> None:
    """One degree by one at 60° N is half as wide as high; no drawing is higher than HIGH."""
    made = outlines({"a": (box(10, 59.5),)}, {})
    xs, ys = zip(*points(made.areas["a"].path), strict=True)
    assert made.high == HIGH and max(ys) - min(ys) == HIGH - 2
    assert max(xs) - min(xs) == pytest.approx((HIGH - 2) * cos(radians(60)), abs=0.1)
    assert min(xs) + max(xs) == pytest.approx(WIDE, abs=0.2)  # in the middle


def test_what_no_eye_can_tell_apart_is_drawn_once() -> None:
    """A side of 179 pixels in 160 steps that leave the straight line by less than a third of a pixel, and one bay of
    three pixels: one position in eight stays, and the bay."""
    side = [(10 + step / 160, step % 2 / 600) for step in range(161)]
    side[80] = (10.5, 3 / 179)
    ring = (*side, (11.0, 1.0), (10.0, 1.0), (10.0, 0.0))
    drawn = points(outlines({"a": (ring,), "b": (box(11, 0),)}, {}).areas["a"].path)
    assert 20 <= len(drawn) <= 28
    assert {(1.0, 180.0), (180.0, 1.0), (1.0, 1.0), (90.5, 177.0)} <= set(drawn)


def test_words_stand_in_the_middle_or_give_way_to_fewer() -> None:
    """A square of 179 pixels has room for four Chinese characters (52 pixels), a strip of 18 for a number."""
    wide, strip = (box(10, -0.5, 1.9),), (box(11.9, -0.5, 0.1),)
    said = [["灵泉新区", "▆ 15"], ["7"]]
    made = outlines({"a": wide, "b": strip}, {"a": said, "b": said})
    (place, name), (below, value) = made.areas["a"].lines
    assert (name, value) == ("灵泉新区", "▆ 15")
    assert place[0] == below[0] == pytest.approx(1 + 1.9 * 179 / 2, abs=0.2)
    assert place[1] + below[1] == pytest.approx(181, abs=0.2) and below[1] - place[1] >= SIZE
    (((x, y), number),) = made.areas["b"].lines
    assert number == "7" and (x, y) == (pytest.approx(359 - 0.05 * 179, abs=0.2), pytest.approx(90.5, abs=0.2))


def test_words_avoid_holes_and_bays() -> None:
    """A square with a hole from its middle to its east side: the words stand west of it, or above or below."""
    made = outlines({"a": (box(10, -0.5), box(10.4, -0.4, 0.5, 0.8))}, {"a": [["县"]]})
    (((x, y), _),) = made.areas["a"].lines
    across, up = 10 + (x - 1) / (WIDE - 2), 0.5 - (y - 1) / (WIDE - 2)
    assert not (10.4 < across < 10.9 and -0.4 < up < 0.4)


def test_an_area_too_small_to_see_is_still_there() -> None:
    made = outlines({"a": (box(10, 0),), "b": (box(10.5, 0.5, 1e-6, 1e-6),)}, {"b": [["乙县"], ["2"]]})
    assert len(points(made.areas["b"].path)) == 4
    assert [word for _, word in made.areas["b"].lines] == ["2"]
