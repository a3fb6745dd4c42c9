"""Values over time: what is joined, what is not."""

import pytest

from generator.pages.charts.lettering import width
from generator.pages.charts.palette import ROLES
from generator.pages.charts.sheet import SIZE, WIDTH
from generator.pages.charts.timeline import lay_out


def marks_of(mark, *given, **more):
    return [mark(period, value, period=period, **more) for period, value in given]


def joints(sheet):
    """Lines from one point to another, apart from spans, which are thicker."""
    return [(line["x"], line["x2"]) for line in sheet.lines if line["thick"] == 2 and line["line"] == ROLES["emphasis"]]


def spans(sheet):
    return [(line["x"], line["x2"]) for line in sheet.lines if line["thick"] == 5]


def test_a_value_stands_at_the_end_of_its_span(mark, view):
    sheet = lay_out(view("time", *marks_of(mark, ("2018-H1", "529.0"), ("2018", "1100"))))
    assert [(point["x"], point["y"]) for point in sheet.points] == [("2018-07-01", 529.0), ("2019-01-01", 1100.0)]
    assert spans(sheet) == [("2018-01-01", "2018-07-01"), ("2018-01-01", "2019-01-01")]


def test_spans_of_unlike_length_are_never_joined(mark, view):
    assert joints(lay_out(view("time", *marks_of(mark, ("2021", "9"), ("2022-Q1", "3"))))) == []


def test_adjoining_spans_of_like_length_are_joined_and_a_gap_stays_a_gap(mark, view):
    quarters = marks_of(mark, ("2021-Q1", "1"), ("2021-Q2", "2"), ("2021-Q4", "4"), ("2022-Q1", "5"))
    sheet = lay_out(view("time", *quarters))
    assert joints(sheet) == [("2021-04-01", "2021-07-01"), ("2022-01-01", "2022-04-01")]
    assert spans(sheet) == []


def test_states_as_of_a_day_are_joined(mark, view):
    sheet = lay_out(view("time", *marks_of(mark, ("2021-12-31", "120"), ("2022-05-31", "150"))))
    assert joints(sheet) == [("2022-01-01", "2022-06-01")]


def test_a_provisional_point_is_hollow(mark, view):
    sheet = lay_out(view("time", mark("a", "3", period="2021"), mark("b", "4", period="2022", status="P")))
    assert [point["fill"] for point in sheet.points] == [ROLES["emphasis"], ROLES["paper"]]


@pytest.mark.parametrize(
    ("bound", "shape", "above"), [("over", "triangle-up", True), ("at_most", "triangle-down", False)]
)
def test_a_bound_is_an_arrow_up_or_down(mark, view, bound, shape, above):
    sheet = lay_out(view("time", mark("a", "10", period="2021", bound=bound), mark("b", "9", period="2022")))
    sign = next(point for point in sheet.points if point["shape"] == shape)
    assert (sign["y"] > 10) == above


def test_a_value_without_a_time_is_listed_and_not_drawn(mark, view):
    undated = mark("", "480", period="undated")
    sheet = lay_out(view("time", *marks_of(mark, ("2021", "9"), ("2022", "3")), undated))
    assert len(sheet.points) == 2
    assert "Period not stated: 480" in [word["text"] for word in sheet.words]


def test_the_axis_of_values_begins_at_zero(mark, view):
    sheet = lay_out(view("time", *marks_of(mark, ("2021", "98"), ("2022", "99"))))
    assert sheet.y.low == 0
    assert lay_out(view("time", *marks_of(mark, ("2021", "-3"), ("2022", "9")))).y.low == -3


def test_many_points_are_named_by_an_axis_and_only_some_by_their_value(mark, view):
    months = marks_of(mark, *((f"2021-{month:02d}", str(month)) for month in range(1, 13)))
    said = [word["text"] for word in lay_out(view("time", *months)).words]
    assert "12" in said
    assert "7" not in said
    assert {"5", "10"} <= set(said)


@pytest.mark.parametrize(
    ("highest", "lowest", "expected"),
    [("4.4", "1.0", ["0", "2", "4"]), ("3.0", "-4.3", ["−4", "−2", "0", "2"])],
)
def test_the_value_axis_of_many_growth_rates_labels_zero_and_at_least_two_more(mark, view, highest, lowest, expected):
    values = [highest, *["0.1"] * 7, lowest]
    quarters = [f"{year}-Q{quarter}" for year in (2020, 2021, 2022) for quarter in (1, 2, 3, 4)]
    sheet = lay_out(view("time", *marks_of(mark, *zip(quarters, values, strict=False))))
    ticks = [word for word in sheet.words if word["x"] == 0 and word["text"].lstrip("−").isdigit()]
    assert [word["text"] for word in sorted(ticks, key=lambda word: -word["y"])] == expected
    zero = next(word for word in ticks if word["text"] == "0")
    assert zero["y"] < sheet.y.at(0) < zero["y"] + 20, "just above its line"


def test_the_target_is_named_and_drawn_over_its_own_period(mark, view):
    target = mark("Aim", "10", period="2022")
    sheet = lay_out(view("time", *marks_of(mark, ("2019", "33"), ("2022-Q1", "13")), target=target))
    (line,) = [line for line in sheet.lines if line["line"] == ROLES["target"]]
    assert (line["x"], line["x2"]) == ("2022-01-01", "2023-01-01")
    assert "Aim 10" in [word["text"] for word in sheet.words]


def test_no_word_leaves_the_sheet(mark, view):
    sheet = lay_out(view("time", *marks_of(mark, ("2018-01", "529.0"), ("2021", "1100")), lang="zh"))
    for word in sheet.words:
        wide = width(word["text"], word["size"])
        left = word["x"] - {"left": 0, "center": wide / 2, "right": wide}[word["align"]]
        assert left >= -1 and left + wide <= WIDTH + 1, word["text"]
    assert SIZE >= 12


YEARS_SO_FAR = (("2021-Q1", "3"), ("2021-H1", "5"), ("2021", "12"), ("2022-Q1", "4"), ("2022-H1", "7"))


def test_more_than_three_values_from_the_start_of_the_year_are_a_course_with_gaps(mark, view):
    """January to September 2021 is missing, so nothing leads from the half year to the year."""
    rates = lay_out(view("time", *marks_of(mark, *YEARS_SO_FAR)))
    assert spans(rates) == []
    assert joints(rates) == [("2021-04-01", "2021-07-01"), ("2022-01-01", "2022-04-01"), ("2022-04-01", "2022-07-01")]


def test_sums_begin_anew_each_year(mark, view):
    sums = lay_out(view("time", *marks_of(mark, *YEARS_SO_FAR), anew=True))
    assert joints(sums) == [("2021-04-01", "2021-07-01"), ("2022-04-01", "2022-07-01")]
