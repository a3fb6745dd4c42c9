"""Ranges of ranks, courses of ranks and pieces of scores: where their shapes and words stand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.pages.charts import draw
from generator.pages.charts.bump import lay_out as bump
from generator.pages.charts.caterpillar import lay_out as caterpillar
from generator.pages.charts.contributions import lay_out as contributions
from generator.pages.charts.lettering import width
from generator.pages.charts.palette import ROLES
from generator.pages.charts.sheet import LINE, WIDTH


def ranges(mark, *areas):
    """Area by area: name, published rank, lowest and highest of two kinds of doubt, and whether it begins a group."""
    for name, rank, first, second, begins in areas:
        yield mark(name, rank, emphasis=begins)
        for kind, (low, high) in (("choices", first), ("rounding", second)):
            yield mark(name, low, value_high=high, text=f"{low}–{high}", group=kind, row="")


def test_a_dot_on_its_range_and_a_line_before_each_group(mark, view):
    marks = ranges(
        mark,
        ("A", "1", ("1", "3"), ("1", "1"), True),
        ("B", "2", ("1", "2"), ("2", "2"), False),
        ("C", "3", ("3", "4"), ("3", "3"), True),
    )
    sheet = caterpillar(view("caterpillar", *marks))
    assert [point["x"] for point in sheet.points] == [1, 2, 3]
    thick = [line for line in sheet.lines if line["thick"] == 6]
    even = sheet.x.span(2)  # a little beyond either end, so that a single rank still shows
    assert [(round(line["x"] + even, 9), round(line["x2"] - even, 9)) for line in thick] == [(1, 3), (1, 2), (3, 4)]
    assert [line["y"] for line in thick] == [point["y"] for point in sheet.points]
    assert sum(line["line"] == ROLES["axis"] for line in sheet.lines) == 2
    assert [word["text"] for word in sheet.words if word["align"] == "right"] == ["1–3", "1–2", "3–4"]


def test_a_further_doubt_that_leaves_the_published_rank_alone_is_not_drawn(mark, view):
    sheet = caterpillar(
        view(
            "caterpillar",
            *ranges(mark, ("A", "1", ("1", "1"), ("1", "1"), False), ("B", "2", ("2", "2"), ("3", "3"), False)),
        )
    )
    assert [line["y"] for line in sheet.lines if line["thick"] == 6] == [point["y"] for point in sheet.points]
    assert len([line for line in sheet.lines if line["thick"] == 2.5]) == 1  # B has another rank than the published


@pytest.mark.parametrize("name", ["县", "一个名字很长很长很长的自治县"])
def test_no_word_of_a_range_chart_leaves_the_sheet(mark, view, name):
    sheet = caterpillar(view("caterpillar", *ranges(mark, (name, "1", ("1", "90"), ("1", "2"), True)), lang="zh"))
    for word in sheet.words:
        wide = width(word["text"], word["size"])
        left = word["x"] - {"left": 0, "center": wide / 2, "right": wide}[word["align"]]
        assert 0 <= round(left, 1) <= round(left + wide, 1) <= WIDTH + 1


def test_a_course_of_ranks_has_the_first_on_top_and_a_gap_where_there_is_none(mark, view):
    course = {"A": {"2020-Q1": "2", "2020-Q2": "1", "2020-Q3": "1"}, "B": {"2020-Q1": "1", "2020-Q3": "2"}}
    marks = [
        mark(period, rank, period=period, group=name, emphasis=name == "A")
        for name, ranks in course.items()
        for period, rank in ranks.items()
    ]
    sheet = bump(view("bump", *marks))
    assert sheet.y.at(1) < sheet.y.at(2)
    joints = [line for line in sheet.lines if line["thick"] > 1]
    assert [(line["x"], line["x2"]) for line in joints] == [(0, 1), (1, 2)]  # of A alone: B has no second quarter
    assert [word["text"] for word in sheet.words if word["x"] > sheet.x.end + 9] == ["A 1", "B 2"]


def test_names_of_areas_that_tie_stand_below_one_another(mark, view):
    marks = [
        mark(p, r, period=p, group=name)
        for name, r in (("A", "1"), ("B", "1"), ("C", "1"))
        for p in ("2020-Q1", "2020-Q2")
    ]
    sheet = bump(view("bump", *marks))
    names = [word["y"] for word in sheet.words if word["text"] in ("A 1", "B 1", "C 1")]
    assert [lower - upper for upper, lower in pairwise(names)] == [LINE, LINE]
    assert names[-1] + LINE / 2 <= sheet.height


def test_pieces_follow_one_another_and_what_costs_points_stands_left(mark, view):
    marks = [
        mark("A", "50"),
        mark("A", "40", group="one", row=""),
        mark("A", "20", group="two", row=""),
        mark("A", "-10", group="three", row=""),
    ]
    sheet = contributions(view("contributions", *marks))
    pieces = [box for box in sheet.boxes if box["about"].startswith("A")]
    assert [(box["x"], box["x2"]) for box in pieces] == [(0, 40), (40, 60), (-10, 0)]
    assert sheet.x.at(60) + 6 + width("50", 14) <= WIDTH
    keys = [word["text"] for word in sheet.words[:6]]
    assert keys == ["1", "one", "2", "two", "3", "three"]


def test_a_small_piece_carries_no_number(mark, view):
    marks = [mark("A", "100"), mark("A", "99.5", group="one", row=""), mark("A", "0.5", group="two", row="")]
    words = [word["text"] for word in contributions(view("contributions", *marks)).words]
    assert words == ["1", "one", "2", "two", "A", "1", "100"]


def test_the_file_has_every_range_in_the_order_of_the_drawing(mark, view):
    chart = view("caterpillar", *ranges(mark, ("A", "1", ("1", "3"), ("1", "1"), True)))
    lines = draw(chart, None).csv.splitlines()
    assert [line.split(",")[:5] for line in lines[1:]] == [
        ["A", "", "", "1", ""],
        ["A", "choices", "", "1", "3"],
        ["A", "rounding", "", "1", "1"],
    ]
