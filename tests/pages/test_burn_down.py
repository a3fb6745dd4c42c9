"""The chart of a campaign: its days, its numbers and its words, all counted out from on_schedule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from on_schedule import editions

from generator.model.schedule import Point
from generator.model.text import Lang
from generator.pages.charts import ChartView
from generator.pages.panels.burn_down import burn_down
from generator.pages.volume import Volume


def burnt(lang: Lang = "en", **changed: object) -> ChartView | None:
    """The burn-down of the campaign, changed in this way."""
    volume = Volume(lang, editions())
    schedule = volume.newest.schedule
    assert schedule
    campaign = replace(schedule.campaigns["campaign"], **changed)  # type: ignore[arg-type]
    return burn_down(volume, volume.tables.reference.mechanisms["campaign"], campaign)


def courses(view: ChartView) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for mark in view.marks:
        assert mark.period
        found.setdefault(mark.group, []).append((mark.period.text, int(mark.value)))
    return found


def test_a_burn_down_begins_with_all_on_the_day_before_the_first_was_done() -> None:
    """Due at the end of 31 March, 30 April, 31 May, 10 June; done on 30 March, 2 May and in June, by its end."""
    view = burnt()
    assert view
    assert view.kind == "burndown"
    days = (
        "2021-03-29",
        "2021-03-30",
        "2021-03-31",
        "2021-04-30",
        "2021-05-02",
        "2021-05-31",
        "2021-06-10",
        "2021-06-30",
    )
    assert courses(view) == {
        "Scheduled": list(zip(days, (5, 5, 4, 3, 3, 2, 1, 1), strict=True)),
        "Actual": list(zip(days, (5, 4, 4, 4, 3, 3, 3, 2), strict=True)),
    }
    assert {mark.emphasis for mark in view.marks if mark.group == "Actual"} == {True}
    assert {mark.emphasis for mark in view.marks if mark.group == "Scheduled"} == {False}


def test_a_burn_down_says_what_is_left_in_words_too() -> None:
    english, chinese = burnt("en"), burnt("zh")
    assert english and chinese
    assert english.title == "2 milestones were open on 30 June 2021; as scheduled it would have been 1"
    assert english.alt == (
        f"{english.title}. Of 5 milestones that were open on 29 March 2021, 3 have been done since; 4 were due. "
        "Open milestones, day by day: actual, and as scheduled"
    )
    assert chinese.title == "2021年6月30日未完成节点2个，按计划应为1个"
    assert "2021年3月29日有5个节点未完成，此后应完成4个，实际完成3个。" in chinese.alt
    one_left = burnt(points=(Point(date(2021, 6, 1), 2, 3), Point(date(2021, 6, 2), 0, 1)))
    assert one_left and one_left.title.startswith("1 milestone was open on 2 June 2021;")


def test_a_campaign_that_is_over_ends_with_its_last_milestone() -> None:
    """Nothing is due or done after 2 May, so the axis does not run on to the last day of data."""
    course = [("2021-03-30", 4, 5), ("2021-03-31", 0, 1), ("2021-05-02", 0, 0), ("2021-06-30", 0, 0)]
    points = tuple(Point(date.fromisoformat(day), scheduled, left) for day, scheduled, left in course)
    english, chinese = burnt("en", points=points), burnt("zh", points=points)
    assert english and chinese
    assert english.title == "All 5 milestones were done by 2 May 2021; the last was due on 31 March 2021"
    assert chinese.title == "截至2021年5月2日，5个节点全部完成；按计划，最后一个应于2021年3月31日完成"
    assert courses(english)["Actual"] == [("2021-03-29", 5), ("2021-03-30", 5), ("2021-03-31", 1), ("2021-05-02", 0)]


def test_a_single_day_is_no_burn_down() -> None:
    assert burnt(points=(Point(date(2021, 6, 30), 4, 5),)) is None
    assert burnt(points=()) is None


def test_of_many_days_the_first_and_the_last_are_among_those_shown() -> None:
    """130 days and the one before them: every third of 131, so 44, and the last."""
    points = tuple(Point(date.fromordinal(date(2021, 1, 1).toordinal() + one), 5 - one // 40, 5) for one in range(130))
    view = burnt(points=points)
    assert view
    days = [day for day, _ in courses(view)["Scheduled"]]
    assert (len(days), days[0], days[1], days[-1]) == (45, "2020-12-31", "2021-01-03", "2021-05-10")
