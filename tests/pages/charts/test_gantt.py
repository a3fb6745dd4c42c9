"""Steps on a calendar: what was due, what was done, and what is late stand where their days are."""

from __future__ import annotations

from decimal import Decimal

from generator.model.codes import Status
from generator.model.period import Period
from generator.pages.charts import gantt
from generator.pages.charts.palette import ROLES
from generator.pages.charts.sheet import WIDTH
from generator.pages.charts.view import ChartView, Mark

ORDINAL = {"2022-03-31": 738245, "2022-04-20": 738265, "2022-06-30": 738336}  # days of the Gregorian calendar


def mark(label: str, period: str, status: Status, *, late: bool = False) -> Mark:
    return Mark(label, Decimal(0), period, "", status, "exact", emphasis=late, period=Period.parse(period))


def test_every_step_stands_at_its_days() -> None:
    marks = (
        mark("permit", "2022-03-31", "F"), mark("permit", "2022-04-20", "A"),
        mark("start", "2022-03-31", "F", late=True),
        mark("finish", "2022-12", "F"),
    )  # fmt: skip
    today = mark("data until", "2022-06-30", "A")
    view = ChartView("k", "h/", "gantt", "t", "s", "a", "", marks, (), today, None, "en", "")
    sheet = gantt.lay_out(view)
    ways = [line for line in sheet.lines if line["line"] == ROLES["target"]]
    assert [(line["x"], line["x2"], line["dash"]) for line in ways] == [
        (ORDINAL["2022-03-31"] + 1, ORDINAL["2022-04-20"] + 1, []),  # done late
        (ORDINAL["2022-03-31"] + 1, ORDINAL["2022-06-30"] + 1, [5, 3]),  # still awaited
    ]
    assert [point["x"] for point in sheet.points] == [ORDINAL["2022-04-20"]]
    assert len(sheet.boxes) == 3 and all(box["x"] < box["x2"] for box in sheet.boxes)
    assert [word["text"] for word in sheet.words if word["align"] == "right"][:1] == ["2022-04-20"]
    assert all(0 <= word["x"] <= WIDTH and word["y"] < sheet.height for word in sheet.words)


def test_two_steps_of_one_name_are_two() -> None:
    """The second is still awaited: it takes neither the day of the first nor its words."""
    marks = (mark("permit", "2022-03-31", "F"), mark("permit", "2022-04-20", "A"), mark("permit", "2022-06-30", "F"))
    sheet = gantt.lay_out(ChartView("k", "h/", "gantt", "t", "s", "a", "", marks, (), None, None, "en", ""))
    assert [word["text"] for word in sheet.words if word["text"] == "permit"] == ["permit"] * 2
    assert [word["text"] for word in sheet.words if word["align"] == "right"][:2] == ["2022-04-20", "2022-06-30"]
    assert [box["x2"] for box in sheet.boxes] == [ORDINAL["2022-03-31"] + 1, ORDINAL["2022-06-30"] + 1]
