"""The specification: the same chart for a program and for the interactive view."""

import json

import pytest
import vl_convert

from generator.pages.charts import draw
from generator.pages.charts.svg import finished


def charts(mark, view):
    yield view(
        "bars", mark("临海市", "132", emphasis=True), mark("仙居县", "100", status="F", bound="about"), lang="zh"
    )
    yield view("time", mark("a", "3", period="2021"), mark("b", "4", period="2022-Q1", status="P", bound="over"))
    yield view("progress", mark("a", "33.7"), target=mark("Plan", "100"))
    days = [mark("a", "3", period="2026-07-11"), mark("b", "1", period="2026-09-30")]
    yield view(
        "burndown", *days, *(mark(f"{one.label}2", "2", period=one.period, emphasis=True, group="x") for one in days)
    )


def test_the_published_specification_draws_the_published_drawing(mark, view):
    for chart in charts(mark, view):
        drawing = draw(chart, None)
        again = finished(vl_convert.vegalite_to_svg(drawing.spec), [], chart, drawing.height)
        assert again == drawing.svg, chart.kind


def test_every_mark_names_its_figure(mark, view):
    for chart in charts(mark, view):
        datasets = json.loads(draw(chart, None).spec)["datasets"]
        named = {row["figure"] for rows in datasets.values() for row in rows if "figure" in row}
        assert {one.row for one in chart.marks} <= named


def test_two_charts_of_a_kind_share_nothing(mark, view):
    first = draw(view("bars", mark("a", "1")), None).spec
    draw(view("bars", mark("b", "2"), mark("c", "3")), None)
    assert draw(view("bars", mark("a", "1")), None).spec == first


@pytest.mark.parametrize("kind", ["bars", "time"])
def test_text_from_data_is_never_an_expression(mark, view, kind):
    label = "datum.x; warn('x')"
    spec = json.loads(draw(view(kind, mark(label, "1", period="2022"), mark("b", "2", period="2021")), None).spec)
    outside = json.dumps({key: part for key, part in spec.items() if key not in ("datasets", "description")})
    assert "warn(" not in outside
