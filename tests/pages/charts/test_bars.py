"""Bars: where they begin and end, and what stands beside them."""

import pytest

from generator.pages.charts.bars import lay_out
from generator.pages.charts.lettering import width
from generator.pages.charts.palette import ROLES
from generator.pages.charts.sheet import SIZE, WIDTH


def texts(sheet) -> list[str]:
    return [word["text"] for word in sheet.words]


def test_from_zero_largest_first_each_with_its_value(mark, view):
    sheet = lay_out(view("bars", mark("仙居县", "100"), mark("临海市", "132")))
    assert [(box["x"], box["x2"]) for box in sheet.boxes] == [(0, 132.0), (0, 100.0)]
    assert texts(sheet) == ["临海市", "132", "仙居县", "100"]
    assert sheet.x.low == 0


def test_values_never_leave_the_sheet(mark, view):
    marks = [
        mark("甲", "132", text="超过132.55亿元", bound="over", emphasis=True),
        mark("乙", "131", text="近131亿元以上的很长的文字"),
    ]
    for word in lay_out(view("bars", *marks)).words:
        assert word["x"] + width(word["text"], SIZE, bold=word["weight"] == "bold") <= WIDTH


def test_negative_values_reach_left_of_zero_and_are_named_on_the_free_side(mark, view):
    sheet = lay_out(view("bars", mark("a", "38.4"), mark("b", "-4.2")))
    assert sheet.boxes[1]["x2"] == -4.2
    assert sheet.x.low == -4.2
    value = next(word for word in sheet.words if word["text"] == "-4.2")
    assert value["x"] > sheet.x.at(0)


def test_only_the_emphasised_mark_has_colour_and_without_one_all_have(mark, view):
    def fills(*marks):
        return [box["fill"] for box in lay_out(view("bars", *marks)).boxes]

    assert fills(mark("a", "2", emphasis=True), mark("b", "1")) == [ROLES["emphasis"], ROLES["plain"]]
    assert fills(mark("a", "2"), mark("b", "1")) == [ROLES["emphasis"]] * 2


@pytest.mark.parametrize(
    ("bound", "shape"), [("over", "triangle-right"), ("at_least", "triangle-right"), ("under", "triangle-left")]
)
def test_a_bound_is_an_arrow_towards_where_the_value_may_lie(mark, view, bound, shape):
    sheet = lay_out(view("bars", mark("a", "10", bound=bound)))
    (sign,) = sheet.points
    assert sign["shape"] == shape
    assert (sign["x"] > 10) == (shape == "triangle-right")


def test_about_breaks_the_end_of_the_bar(mark, view):
    sheet = lay_out(view("bars", mark("a", "10", bound="about")))
    slits = [line for line in sheet.lines if line["line"] == ROLES["paper"]]
    assert len(slits) == 2
    assert all(0 < slit["x"] < 10 for slit in slits)


def test_a_range_is_solid_to_its_lower_and_open_to_its_upper_end(mark, view):
    solid, open_part = lay_out(view("bars", mark("a", "30", value_high="45"))).boxes
    assert (solid["x2"], open_part["x"], open_part["x2"]) == (30.0, 30.0, 45.0)
    assert open_part["fill"] == ROLES["emphasis-tint"]


def test_a_tier_is_indented_and_thinner_under_what_contains_it(mark, view):
    sheet = lay_out(view("bars", mark("all", "72"), mark("of which", "9", group="all")))
    whole, part = sheet.boxes
    assert whole["y2"] - whole["y"] == 18
    assert part["y2"] - part["y"] == 11
    assert next(word for word in sheet.words if word["text"] == "of which")["x"] == 14


def test_long_labels_stand_above_their_bars_and_wrap(mark, view):
    name = "A name that is far too long to stand beside a bar on any telephone that people carry today"
    sheet = lay_out(view("bars", mark(name, "5")))
    assert sheet.x.start == 1
    assert len(sheet.words) >= 3
    assert all(width(word["text"], SIZE) <= WIDTH for word in sheet.words)


def test_the_target_is_a_named_line_within_the_axis(mark, view):
    sheet = lay_out(view("bars", mark("a", "50"), target=mark("Target", "80")))
    (line,) = [line for line in sheet.lines if line["line"] == ROLES["target"]]
    assert line["x"] == line["x2"] == 80.0
    assert sheet.x.at(80) <= WIDTH
    assert "Target 80" in texts(sheet)


def test_all_zero_still_draws(mark, view):
    assert lay_out(view("bars", mark("a", "0"), mark("b", "0"))).x.high == 1


def test_two_bars_of_one_name_are_two_and_a_label_has_four_lines_at_most(mark, view):
    long = "Directly administered " * 20
    sheet = lay_out(view("bars", mark("Linyi", "3"), mark("Linyi", "5"), mark(long, "1")))
    assert [box["x2"] for box in sheet.boxes] == [5, 3, 1]
    lines = [word["text"] for word in sheet.words if word.get("full") == long]
    assert len(lines) == 4 and lines[-1].endswith("…") and all(width(line, 14) <= WIDTH for line in lines)
