"""Labels beside points."""

from generator.pages.charts.labels import Box, Label, place, set_text


def wish(text: str, x: float, y: float) -> Label:
    return Label(text, x, y, start=x, bold=False)


def test_above_first():
    (label,) = place([wish("13.7", 100, 100)], [])
    assert (label.x, label.y, label.align) == (100, 85, "center")


def test_below_where_something_stands_above():
    (label,) = place([wish("13.7", 100, 100)], [Box(90, 80, 110, 90)])
    assert label.y == 115


def test_two_labels_never_cover_each_other():
    placed = place([wish("一百亿元", 100, 100), wish("二百亿元", 104, 102)], [])
    boxes = [set_text(one.text, one.x, one.y, one.align) for one in placed]
    assert len(boxes) == 2
    assert not boxes[0].covers(boxes[1])


def test_a_label_without_a_place_is_left_out():
    assert place([wish("13.7", 100, 100)], [Box(0, 0, 360, 300)]) == []


def test_a_label_stays_on_the_sheet():
    (label,) = place([wish("一千二百亿元", 355, 100)], [])
    assert set_text(label.text, label.x, label.y, label.align).right <= 360


def test_boxes_that_share_an_edge_do_not_cover():
    assert not Box(0, 0, 10, 10).covers(Box(10, 0, 20, 10))
    assert Box(0, 0, 10, 10).covers(Box(9, 9, 20, 20))
