"""The sheet that every kind fills."""

from generator.pages.charts.sheet import Scale, Sheet, clamped, say_missing


def empty() -> Sheet:
    return Sheet(x=Scale(0, 10, 0, 100), y=Scale(0, 1, 0, 1))


def test_a_scale_maps_values_to_pixels_and_back():
    scale = Scale(-5, 15, 20, 220)
    assert scale.at(0) == 70
    assert scale.span(10) == 1


def test_missing_labels_are_listed_by_reason(view):
    sheet = empty()
    missing = (("黄岩区", "未公布"), ("通用航空", "尚无统计"), ("路桥区", "未公布"))
    say_missing(sheet, view("bars", missing=missing, lang="zh"))
    assert [word["text"] for word in sheet.words] == ["未公布：黄岩区、路桥区", "尚无统计：通用航空"]
    assert sheet.height == 46


def test_the_name_of_a_line_stays_on_the_sheet():
    assert clamped("target", 180) == (180, "center")
    assert clamped("target 100%", 355) == (360, "right")
    assert clamped("target 100%", 3) == (0, "left")
