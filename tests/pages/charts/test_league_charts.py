"""Ranges of ranks, courses of ranks and pieces of scores: where their shapes and words stand."""

from __future__ import annotations

import json
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


def test_two_areas_of_one_name_are_two(mark, view):
    """Told apart by their codes: they stand one after the other in all charts, none takes the marks of the other."""
    twins = [("371424", "1"), ("140824", "2")]
    marks = [
        mark("Linyi", rank, area=code) if kind == "" else mark("Linyi", rank, value_high="3", group=kind, area=code)
        for code, rank in twins
        for kind in ("", "choices")
    ]
    sheet = caterpillar(view("caterpillar", *marks))
    assert [point["x"] for point in sheet.points] == [1, 2]
    assert [word["text"] for word in sheet.words].count("Linyi") == 2

    pieces = [
        mark("Linyi", "40", area=code, **({"group": name, "part": name, "row": ""} if name else {}))
        for code, _ in twins
        for name in ("", "one")
    ]
    sheet = contributions(view("contributions", *pieces))
    boxes = [box for box in sheet.boxes if box["about"].startswith("Linyi")]
    assert [(box["x"], box["x2"]) for box in boxes] == [(0, 40), (0, 40)] and boxes[0]["y"] < boxes[1]["y"]

    course = [
        mark(period, rank, period=period, group="Linyi", area=code)
        for code, rank in twins
        for period in ("2020-Q1", "2020-Q2")
    ]
    drawing = draw(view("bump", *course), None)
    sheet = bump(view("bump", *course))
    joints = [(line["y"], line["y2"]) for line in sheet.lines if line["thick"] > 1]
    assert joints == [(1, 1), (2, 2)]
    assert [word["text"] for word in sheet.words if word["x"] > sheet.x.end + 9] == ["Linyi 1", "Linyi 2"]
    assert [row.split(",")[1:4] for row in drawing.csv.splitlines()[1:]] == [
        ["Linyi", "2020-Q1", "1"], ["Linyi", "2020-Q2", "1"], ["Linyi", "2020-Q1", "2"], ["Linyi", "2020-Q2", "2"],
    ]  # fmt: skip
    assert len([line for line in json.loads(drawing.spec)["datasets"]["lines"] if line["thick"] > 1]) == 2


def test_two_indicators_of_one_name_are_two_pieces(mark, view):
    marks = [mark("A", "60"), *(mark("A", "30", group="GDP", part=part, row="") for part in ("gdp", "gdp_new"))]
    words = [word["text"] for word in contributions(view("contributions", *marks)).words]
    assert words == ["1", "GDP", "2", "GDP", "A", "1", "2", "60"]


LONG = "Shuangjiang Lahu, Va, Blang and Dai Autonomous County"


@pytest.mark.parametrize("others", [1, 11])
def test_a_long_name_leaves_most_of_the_width_to_the_lines(mark, view, others):
    """In two lines where there is height for them; its rank is never cut, and the full name can be had."""
    names = [*(f"County {number}" for number in range(1, others + 1)), LONG]
    marks = [
        mark(period, str(rank), period=period, group=name)
        for rank, name in enumerate(names, start=1)
        for period in ("2020-Q1", "2020-Q2")
    ]
    sheet = bump(view("bump", *marks))
    assert sheet.x.start == 30 and WIDTH - 14 - 170 <= sheet.x.end <= WIDTH
    last = [word for word in sheet.words if word.get("full") == f"{LONG} {others + 1}"]
    assert last and last[-1]["text"].endswith(f"… {others + 1}")
    assert all(word["x"] + width(word["text"], word["size"]) <= WIDTH for word in last)
    assert f"<title>{LONG} {others + 1}</title>" in draw(view("bump", *marks), None).svg


@pytest.mark.parametrize(("kind", "lay_out"), [("caterpillar", caterpillar), ("contributions", contributions)])
def test_a_long_name_stands_in_two_lines_above_its_range_or_bar(mark, view, kind, lay_out):
    marks = [mark(LONG, "1"), mark(LONG, "1", value_high="2", text="1–2", group="choices", row="")]
    named = [word for word in lay_out(view(kind, *marks)).words if word["text"] in LONG and len(word["text"]) > 3]
    assert [word["text"] for word in named] == ["Shuangjiang Lahu, Va, Blang and Dai", "Autonomous County"]
    assert named[1]["y"] - named[0]["y"] == LINE and all("full" not in word for word in named)
