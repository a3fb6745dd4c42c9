"""Many marks in one period: columns of counts and the named ones above them."""

from __future__ import annotations

from decimal import Decimal

from generator.pages.charts import draw, shown
from generator.pages.charts.lettering import width
from generator.pages.charts.spread import COLUMNS, TALL, lay_out


def test_a_columns_height_says_how_many_marks_lie_in_its_step(mark, view):
    """0 and 24 are the ends, so a step is one wide: two marks in the first, one in the second, one at the end."""
    sheet = lay_out(view("spread", mark("a", "0"), mark("b", "0.5"), mark("c", "1"), mark("d", "24")))
    assert COLUMNS == 24
    assert [box["about"] for box in sheet.boxes] == ["2", "1", "1"]
    assert [box["y2"] - box["y"] for box in sheet.boxes] == [TALL, TALL / 2, TALL / 2]
    assert [box["x"] for box in sheet.boxes] == [0, 1, 23]


def test_the_emphasised_are_named_largest_first_inside_the_sheet(mark, view):
    marks = [mark(str(value), str(value), emphasis=value in (3, 40)) for value in range(41)]
    bold = [word for word in lay_out(view("spread", *marks)).words if word["weight"] == "bold"]
    assert [word["text"].split()[0] for word in bold] == ["40", "3"]
    assert [word["align"] for word in bold] == ["right", "left"]


def test_the_table_names_the_ends_and_the_emphasised_and_the_file_has_all(mark, view):
    chart = view("spread", *(mark(f"area {value}", str(value), emphasis=value == 7) for value in range(40)))
    assert [row.mark.value for row in shown(chart) if row.mark] == [Decimal(39), Decimal(7), Decimal(0)]
    assert len(draw(chart, None).csv.splitlines()) == 41


def test_marks_of_one_value_are_one_column(mark, view):
    sheet = lay_out(view("spread", mark("a", "5"), mark("b", "5")))
    assert [box["about"] for box in sheet.boxes] == ["2"]


def test_a_long_name_is_cut_inside_the_sheet_and_told_in_full(mark, view):
    """At the middle of the axis half of the sheet is left: 180 pixels, of which 5 are apart from the line."""
    name = "Shuangjiang Lahu, Va, Blang and Dai Autonomous County"
    marks = (mark("a", "0"), mark(name, "5", emphasis=True), mark("b", "10"))
    (word,) = [word for word in lay_out(view("spread", *marks)).words if word["weight"] == "bold"]
    assert word["text"].startswith("Shuangjiang") and word["text"].endswith("… 5")
    assert word["full"] == f"{name} 5" and width(word["text"], word["size"], bold=True) <= 175.5
