"""Progress against a target."""

from decimal import Decimal

from generator.pages.charts.palette import ROLES
from generator.pages.charts.progress import lay_out


def drawn(mark, view, value="33.7", **more):
    target = mark("Plan", "100", text="100%", status="F")
    return lay_out(view("progress", mark("Qiyang", value, text=f"{value}%"), target=target, **more))


def test_the_bar_lies_in_the_outline_of_the_target(mark, view):
    outline, bar = drawn(mark, view).boxes
    assert (outline["x2"], bar["x2"]) == (100.0, 33.7)
    assert (outline["y"], outline["y2"]) == (bar["y"], bar["y2"])


def test_the_year_stands_at_its_share_of_the_target(mark, view):
    sheet = drawn(mark, view, elapsed=Decimal(1) / Decimal(3))
    tick = next(line for line in sheet.lines if line["dash"])
    assert round(tick["x"], 2) == 33.33
    assert "33.3% of the year elapsed" in [word["text"] for word in sheet.words]


def test_a_result_over_the_target_extends_the_axis(mark, view):
    sheet = drawn(mark, view, value="160")
    assert sheet.x.high == 160.0
    (target,) = [line for line in sheet.lines if line["line"] == ROLES["target"]]
    assert target["x"] == 100.0


def test_without_a_target_there_is_neither_outline_nor_tick(mark, view):
    sheet = lay_out(view("progress", mark("a", "5"), elapsed=Decimal("0.5")))
    assert len(sheet.boxes) == 1
    assert sheet.lines == []


def test_a_target_of_zero_draws_no_outline(mark, view):
    sheet = lay_out(view("progress", mark("a", "5"), target=mark("Plan", "0")))
    assert len(sheet.boxes) == 1


def test_a_result_below_zero_has_a_bar_on_the_sheet(mark, view):
    sheet = drawn(mark, view, value="-25")
    _, bar = sheet.boxes
    assert (bar["x"], bar["x2"]) == (0, -25.0)
    assert (sheet.x.at(-25), sheet.x.low) == (1, -25.0)
    (zero,) = [line for line in sheet.lines if line["line"] == ROLES["axis"]]
    assert zero["x"] == 0


def test_the_open_part_of_a_range_is_tinted(mark, view):
    sheet = lay_out(view("progress", mark("a", "80", value_high="130"), target=mark("Plan", "100")))
    _, bar, rest = sheet.boxes
    assert [(box["x"], box["x2"]) for box in (bar, rest)] == [(0, 80.0), (80.0, 130.0)]
    assert rest["fill"] == ROLES["emphasis-tint"]
    assert sheet.x.high == 130.0


def test_a_target_below_zero_stands_on_the_sheet_and_asks_for_no_share_of_the_year(mark, view):
    sheet = lay_out(view("progress", mark("a", "-3"), target=mark("Plan", "-5"), elapsed=Decimal("0.5")))
    (line,) = [line for line in sheet.lines if line["line"] == ROLES["target"]]
    assert line["x"] == -5.0
    assert sheet.x.low == -5.0
    assert [word for word in sheet.words if "elapsed" in word["text"]] == []
