"""A burn-down: where its axis begins, what lies on top, what stands at the ends of its lines."""

from datetime import date

import pytest

from generator.pages.charts.burndown import lay_out
from generator.pages.charts.labels import set_text
from generator.pages.charts.lettering import width
from generator.pages.charts.palette import ROLES
from generator.pages.charts.sheet import WIDTH

DAYS = ("2026-07-11", "2026-07-12", "2026-08-20", "2026-09-30")


def course(mark, view, scheduled, actual, days=DAYS, **more):
    lines = [("Scheduled", scheduled, False), ("Actual", actual, True)]
    marks = [
        mark(day, value, period=day, group=group, emphasis=lit)
        for group, values, lit in lines
        for day, value in zip(days, values, strict=True)
    ]
    return lay_out(view("burndown", *marks, **more))


def said(sheet):
    return {word["text"]: word for word in sheet.words}


def drawn(sheet, role):
    return [line for line in sheet.lines if line["line"] == ROLES[role]]


def test_the_axis_begins_and_ends_with_the_lines(mark, view):
    sheet = course(mark, view, ("20", "20", "8", "2"), ("20", "19", "9", "6"))
    assert (sheet.x.low, sheet.x.high) == (date(2026, 7, 11).toordinal(), date(2026, 9, 30).toordinal())
    assert sheet.y.low == 0
    months = [text for text in said(sheet) if text in ("Jul 2026", "Aug", "Sep", "Jan 2026")]
    assert months == ["Jul 2026", "Aug", "Sep"]


def test_what_was_lies_over_what_was_scheduled_and_is_thicker(mark, view):
    sheet = course(mark, view, ("20", "20", "8", "2"), ("20", "19", "9", "6"))
    roles = [line["line"] for line in sheet.lines]
    assert max(place for place, role in enumerate(roles) if role == ROLES["plain"]) < roles.index(ROLES["emphasis"])
    assert {line["thick"] for line in drawn(sheet, "plain")} < {1, 2}
    assert min(line["thick"] for line in drawn(sheet, "emphasis")) > 3
    assert [(point["fill"], point["y"]) for point in sheet.points] == [(ROLES["plain"], 2), (ROLES["emphasis"], 6)]


def test_a_line_is_level_until_the_day_on_which_its_number_falls(mark, view):
    """20 up to 20 August, then 8; nothing happens on 12 July, so no line begins or ends there."""
    levels = [
        (line["x"], line["x2"], line["y"])
        for line in drawn(course(mark, view, ("20", "20", "8", "2"), ("20", "19", "9", "6")), "plain")
        if line["y"] == line["y2"]
    ]
    assert levels == [
        ("2026-07-11", "2026-08-20", 20),
        ("2026-08-20", "2026-09-30", 8),
        ("2026-09-30", "2026-09-30", 2),
    ]


def test_both_ends_say_what_is_left_and_the_beginning_of_how_many(mark, view):
    words = said(course(mark, view, ("20", "20", "8", "2"), ("20", "19", "9", "6")))
    assert words["Actual 6"]["weight"] == "bold" and words["Scheduled 2"]["weight"] == "normal"
    assert words["20"]["weight"] == "bold", "the beginning, over the number of the axis"


@pytest.mark.parametrize(("scheduled", "actual"), [("0", "0"), ("49", "51"), ("51", "49"), ("106", "106"), ("0", "1")])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_ends_that_are_close_do_not_cover_each_other(mark, view, scheduled, actual, lang):
    sheet = course(mark, view, ("106", "105", "90", scheduled), ("106", "106", "95", actual), lang=lang)
    ends = [word for word in sheet.words if word["text"].startswith(("Scheduled ", "Actual "))]
    boxes = [set_text(one["text"], one["x"], one["y"], one["align"], bold=one["weight"] == "bold") for one in ends]
    assert len(boxes) == 2 and not boxes[0].covers(boxes[1])
    assert all(one["y"] <= sheet.y.at(0) for one in ends), "none stands among the months"
    higher, lower = sorted(ends, key=lambda one: one["y"])
    assert float(higher["text"].split()[1]) >= float(lower["text"].split()[1])


@pytest.mark.parametrize(
    "days",
    [
        DAYS,
        ("2026-09-28", "2026-09-29", "2026-09-30", "2026-10-01"),
        ("2014-12-30", "2018-05-01", "2026-01-01", "2026-09-30"),
    ],
)
def test_no_word_leaves_the_sheet_or_covers_another(mark, view, days):
    sheet = course(mark, view, ("1200", "1100", "300", "20"), ("1200", "1150", "400", "0"), days, lang="zh")
    boxes = []
    for word in sheet.words:
        wide = width(word["text"], word["size"], bold=word["weight"] == "bold")
        left = word["x"] - {"left": 0, "center": wide / 2, "right": wide}[word["align"]]
        assert left >= -1 and left + wide <= WIDTH + 1, word["text"]
        boxes.append((word["text"], left, left + wide, word["y"]))
    for one in boxes:
        for other in boxes:
            beside = one[2] <= other[1] or other[2] <= one[1]
            assert one is other or beside or abs(one[3] - other[3]) >= 12, (one, other)
