"""The chart in its page: figure, caption, drawing, table, files."""

from decimal import Decimal
from pathlib import Path

import jinja2
import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.pages.charts import draw, rows, spark

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture
def environment():
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def test_the_same_numbers_stand_in_the_drawing_and_in_the_table(environment, mark, view):
    chart = view("bars", mark("a", "529.0", text="529.0%"), mark("b", "7"), missing=(("c <x>", "not published"),))
    html = environment.get_template("blocks/chart.html.j2").render(
        chart=chart, drawing=draw(chart, None), rows=rows(chart), _=lambda text: text
    )
    page = LexborHTMLParser(html)
    assert [(one.attributes["value"], one.text()) for one in page.css("td data")] == [("529.0", "529.0%"), ("7", "7")]
    assert "c <x>" in [one.text() for one in page.css("tbody th")]
    assert {"529.0%", "7"} <= {one.text() for one in page.css("svg text")}
    assert [one.attributes["href"] for one in page.css("a")] == ["~/areas/990101/key-1.svg", "~/areas/990101/key-1.csv"]
    assert "hidden" in page.css_first("[data-chart-open]").attributes
    assert page.css_first("h1, h2, h3, h4") is None


def test_a_sparkline_has_a_gap_where_a_value_is_missing(environment):
    source = '{% from "macros/sparkline.html.j2" import sparkline %}{{ sparkline(drawn, "rose") }}'
    html = environment.from_string(source).render(drawn=spark([Decimal(0), Decimal(10), None, Decimal(5)]))
    page = LexborHTMLParser(html)
    assert page.css_first("path").attributes["d"] == "M0.0 22.0h0L33.3 2.0M100.0 12.0h0"
    assert page.css_first("circle").attributes["cx"] == "100.0"
    assert page.css_first("svg").attributes["aria-label"] == "rose"


def test_a_sparkline_whose_last_value_is_missing_has_no_dot():
    drawn = spark([Decimal(1), Decimal(2), None])
    assert drawn is not None and drawn.end is None


def test_a_sparkline_of_nothing_is_nothing():
    assert spark([None]) is None
