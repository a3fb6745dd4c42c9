"""The numbers of a chart as rows and as CSV."""

from generator.pages.charts import rows
from generator.pages.charts.table import csv_text


def test_the_csv_has_every_number_with_its_digits_and_all_that_belongs_to_it(mark, view):
    chart = view(
        "bars",
        mark("a", "529.0", text="529.0%", period="2018-H1"),
        mark("b", "600", text="over 600%", bound="over", status="P", value_high="650"),
        target=mark("Aim", "700", status="F"),
        missing=(("c", "not published"),),
    )
    assert csv_text(chart).splitlines() == [
        "label,group,period,value,value_high,unit,bound,status,role,figure,text",
        "b,,,600,650,%,over,P,value,obs.b,over 600%",
        "a,,2018-H1,529.0,,%,exact,A,value,obs.a,529.0%",
        "Aim,,,700,,%,exact,F,target,obs.Aim,700",
        "c,,,,,%,,,missing,,not published",
    ]


def test_time_is_told_in_order_of_time_undated_last(mark, view):
    chart = view(
        "time", mark("u", "1", period="undated"), mark("y", "9", period="2022"), mark("q", "3", period="2022-Q1")
    )
    assert [row.label for row in rows(chart)] == ["q", "y", "u"]


def test_large_and_small_numbers_are_written_out(mark, view):
    assert ",500000," in csv_text(view("bars", mark("a", "5E+5")))
