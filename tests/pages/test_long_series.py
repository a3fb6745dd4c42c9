"""Pages of panels: what is long goes to the area's page, what is many is counted, nothing is lost."""

from __future__ import annotations

import re

import panel
import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.page import Page
from generator.model.text import Lang
from generator.pages import Volume, areas, compose, front, indicators, revisions, rows, scoreboard, sources


def page(kind: object, volume: Volume, address: str) -> Page:
    return next(one for one in kind.pages(volume) if one.address == address)  # type: ignore[attr-defined]


def html(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser("".join(page.blocks.values()))


def ids(page: Page) -> set[str]:
    return {str(found.attributes["id"]) for found in html(page).css("[id]")}


@pytest.mark.parametrize(("quarters", "long"), [(3, False), (4, True)])
def test_a_series_is_long_with_more_than_three_dated_periods(quarters: int, long: bool) -> None:
    held = panel.volume("zh", 2, 3, quarters)
    figure = held.newest.figures[panel.figure_id(0, 0, 0)]
    assert held.long(figure) is long
    home = "areas/990001/" if long else "indicators/i00/"
    assert rows.href(held, figure) == f"~/{home}#obs.990001.i00.level._T._Z.2020-Q1"


def test_a_target_lives_with_the_series_that_it_is_set_for() -> None:
    held = panel.volume("zh", 2, 3, 4)
    (target,) = (figure for figure in held.by_area["990001"] if figure.key.kind == "target")
    assert held.home_of(target) == "areas/990001/"


def test_every_figure_of_a_long_series_has_its_cell_on_its_areas_page_and_only_there() -> None:
    held = panel.volume("zh", 3, 3, 14)
    every = {figure.id for figure in held.by_area["990002"]}
    assert len(every) == 3 * 14 + 4  # and a target for each of four years
    assert every <= ids(page(areas, held, "areas/990002/"))
    for name in ("i00", "i01", "i02"):
        assert not every & ids(page(indicators, held, f"indicators/{name}/"))


def test_periods_stand_newest_first_twelve_a_table_and_older_ones_folded() -> None:
    found = html(page(areas, panel.volume("en", 1, 1, 14), "areas/990001/"))
    now, earlier = found.css("table.history")
    heads = [[str(cell.text()) for cell in table.css("thead th.num")] for table in (now, earlier)]
    assert (heads[0][0], heads[0][-1], len(heads[0])) == ("Q2 2023", "Q3 2020", 12)
    assert heads[1] == ["Q2 2020", "Q1 2020"]
    assert found.css_first("details.earlier table.history") is not None
    assert [cell.text() for cell in earlier.css("tbody data")] == ["10.1", "10"]
    assert all(region.attributes["tabindex"] == "0" for region in found.css("div.table"))


def test_the_newest_value_stands_beside_that_of_the_year_before_and_the_course() -> None:
    found = html(page(areas, panel.volume("zh", 1, 1, 6), "areas/990001/"))
    (line,) = found.css("table.courses tbody tr")
    assert [value.text() for value in line.css("data")] == ["10.5", "10.1"]  # second quarters of 2021 and of 2020
    spark = line.css_first("svg.spark")
    assert spark is not None
    assert spark.attributes["aria-label"] == "从10.1亿元（2020年二季度）到10.5亿元（2021年二季度）"


def test_a_chart_over_time_sets_the_same_part_of_two_years_side_by_side() -> None:
    """Indicator 2 is a sum from the start of the year: nine months of 2022 against nine of 2021, not three of 2020."""
    found = html(page(indicators, panel.volume("zh", 1, 3, 11), "indicators/i02/"))
    (title,) = [str(one.text()) for one in found.css("figure.chart .title")]
    assert title == "第1县：2021年1—9月为12.6亿元；2022年1—9月为13亿元"


def test_a_chart_made_of_many_editions_names_the_first_and_the_last() -> None:
    found = html(page(indicators, panel.volume("zh", 1, 1, 8, 8), "indicators/i00/"))
    (note,) = [str(one.text()) for one in found.css("figure.chart .note")]
    assert "虚构面板，2020年一季度～2021年四季度" in note.replace("《", "").replace("》", "")


def test_the_course_of_a_sum_begins_anew_with_each_year() -> None:
    held = panel.volume("zh", 1, 3, 6)
    paths = [str(one.attributes["d"]) for one in html(page(areas, held, "areas/990001/")).css("svg.spark path")]
    assert sorted(path.count("M") for path in paths) == [1, 1, 2]  # quarters, a rate, and 2020 and 2021 of a sum


def test_an_area_has_four_charts_of_four_indicators_the_headlines_first() -> None:
    held = panel.volume("zh", 2, 9, 8)
    for code in ("990001", "990002"):
        found = html(page(areas, held, f"areas/{code}/"))
        charts = [str(chart.attributes["id"]) for chart in found.css("figure.chart")]
        assert charts == [
            f"chart-panel-time-obs-{code}-i01-growth_yoy-_T-_Z-2020-Q1",  # the two headlines
            f"chart-panel-time-obs-{code}-i00-level-_T-_Z-2020-Q1",
            f"chart-panel-progress-target-{code}-i02-level-_T-2021",  # then the topic that comes first: i02, i04
            f"chart-panel-time-obs-{code}-i04-growth_yoy-_T-_Z-2020-Q1",
        ]


def test_the_files_of_a_chart_stand_once_beside_its_area() -> None:
    held = panel.volume("en", 2, 2, 4)
    links = html(page(areas, held, "areas/990001/")).css('figure.chart a[href$=".svg"]')
    shown = html(page(indicators, held, "indicators/i00/")).css('figure.chart a[href$=".svg"]')
    address = "~/areas/990001/panel-time-obs-990001-i00-level-_T-_Z-2020-Q1.svg"
    assert address in [link.attributes["href"] for link in links]
    assert address in [link.attributes["href"] for link in shown]
    files = [file.path for file in compose(held).files]
    assert files.count(f"en/panel/{address.removeprefix('~/')}") == 1


def test_an_indicators_page_has_the_newest_of_every_area_and_the_earlier_ones_in_one_table() -> None:
    found = html(page(indicators, panel.volume("zh", 5, 1, 6), "indicators/i00/"))
    assert [value.text() for value in found.css("table.figures tbody data")] == ["10.5", "11.5", "12.5", "13.5", "14.5"]
    (earlier,) = found.css("table.history")
    assert len(earlier.css("tbody tr")) == 5 and len(earlier.css("tbody data")) == 5 * 5
    kinds = [str(chart.attributes["id"]).split("-")[2] for chart in found.css("figure.chart")]
    assert kinds == ["areas", "time"]  # all areas now, and the one home area over time


@pytest.mark.parametrize(("areas_in", "drawn"), [(30, 30), (31, 0)])
def test_more_than_thirty_areas_are_shown_as_a_spread(areas_in: int, drawn: int) -> None:
    """Up to thirty each has a bar and a row in the chart's table; of more the ends and the home areas are named."""
    found = html(page(indicators, panel.volume("en", areas_in, 1, 4), "indicators/i00/"))
    chart = found.css_first("figure.chart")
    assert chart is not None
    lines = chart.css("tbody tr")
    assert len(lines) == (drawn or 2)
    if not drawn:
        title = chart.css_first(".title")
        assert title is not None
        assert title.text() == "Indicator 0: from 10.3 (County 1) to 40.3 (County 31) (100 million yuan)"
        assert [line.css_first("data").attributes["value"] for line in lines] == ["40.3", "10.3"]


@pytest.mark.parametrize(("quarters", "shown"), [(31, True), (32, False)])
def test_earlier_periods_that_are_too_many_are_on_the_areas_pages(quarters: int, shown: bool) -> None:
    """A hundred areas: with 30 earlier periods 3,000 cells, with 31 more."""
    found = page(indicators, panel.volume("en", 100, 1, quarters), "indicators/i00/")
    assert ("earlier" in found.blocks) is shown
    assert ("Earlier periods stand on the pages of" in found.markdown) is not shown


@pytest.mark.parametrize(("areas_in", "listed"), [(50, True), (51, False)])
def test_a_source_with_more_than_200_figures_counts_them_by_indicator(areas_in: int, listed: bool) -> None:
    held = panel.volume("en", areas_in, 1, 4)
    found = html(page(sources, held, "sources/s2020-Q4/"))
    (table,) = found.css("table")
    href = rows.source_href(held, held.newest.figures[panel.figure_id(0, 0, 3)])
    assert href.partition("#")[2] in ids(page(sources, held, "sources/s2020-Q4/"))
    if listed:
        assert len(table.css("tbody tr")) == 200
    else:
        (line,) = table.css("tbody tr")
        assert " ".join(line.text(separator=" ").split()) == "Indicator 0 204 51 Q1 2020 to Q4 2020"


def test_an_edition_counts_the_figures_of_a_topic_that_has_too_many() -> None:
    held = panel.volume("en", 51, 2, 4)
    found = html(page(front, held, "editions/2020-Q4/"))
    assert [" ".join(line.text(separator=" ").split()) for line in found.css("table.tally tbody tr")] == [
        "Indicator 0 204 51 Q1 2020 to Q4 2020",
        "Indicator 1 204 51 Q1 2020 to 2020",
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_id_stands_twice_and_every_figure_in_prose_leads_to_its_cell(lang: Lang) -> None:
    composed = compose(panel.volume(lang, 3, 6, 13, 2))
    held = {one.address: one for one in composed.pages}
    for one in composed.pages:
        names = re.findall(r'\bid="([^"]+)"', "".join(one.blocks.values()))
        assert len(names) == len(set(names)), one.address
    assert composed.figures
    for row, (href, _) in composed.figures.items():
        address, _, anchor = href.removeprefix("~/").partition("#")
        assert anchor == row and row in ids(held[address])


def boards(found: Page) -> list[tuple[int, int]]:
    """Lines and columns of each table of a scoreboard."""
    tables = html(found).css("table.scoreboard")
    return [(len(table.css("tbody tr")), len(table.css("thead th")) - 1) for table in tables]


@pytest.mark.parametrize(("named", "tables"), [(30, [(2, 30)]), (31, [(2, 16), (2, 15)])])
def test_a_scoreboard_too_wide_has_a_table_a_topic(named: int, tables: list[tuple[int, int]]) -> None:
    assert boards(page(scoreboard, panel.volume("en", 2, named, 1), "scoreboard/")) == tables


@pytest.mark.parametrize(("areas_in", "table"), [(150, (150, 10)), (151, (151, 9))])
def test_a_scoreboard_holds_1500_cells_and_says_what_it_leaves_out(areas_in: int, table: tuple[int, int]) -> None:
    found = page(scoreboard, panel.volume("en", areas_in, 10, 1), "scoreboard/")
    assert boards(found) == [table]
    assert ("- [Indicator 9](~/indicators/i09/)" in found.markdown) is (areas_in == 151)
    assert sum(map(len, found.blocks.values())) < 300_000


def test_a_scoreboard_with_room_for_little_shows_the_headlines() -> None:
    found = html(page(scoreboard, panel.volume("en", 700, 4, 1), "scoreboard/"))
    assert [head.attributes["href"] for head in found.css("thead a")] == ["~/indicators/i00/", "~/indicators/i01/"]


@pytest.mark.parametrize(
    ("areas_in", "listed", "counted"),
    [(60, 300, []), (61, 183, ["Indicator 0 61 Q2 2020", "Indicator 1 61 Q2 2020"])],
)
def test_of_more_than_300_revisions_the_newest_are_listed_and_all_are_in_a_file(
    areas_in: int, listed: int, counted: list[str]
) -> None:
    """Two figures an area are revised in the second edition, three in the third: 300 with 60 areas, 305 with 61."""
    held = panel.revised("en", areas_in, (2, 3))
    tables = html(page(revisions, held, "revisions/")).css("table")
    assert len(tables[0].css("tbody tr")) == listed
    lines = tables[1].css("tbody tr") if counted else []
    assert sorted(" ".join(line.text(separator=" ").split()) for line in lines) == counted
    (file,) = revisions.files(held)
    assert file.path == "panel/revisions/revisions.csv"
    header, first, *rest = file.content.decode().splitlines()
    assert len(rest) + 1 == areas_in * 5
    cells = dict(zip(header.split(","), first.split(","), strict=True))
    assert (cells["id"], cells["old_value"], cells["new_value"]) == ("obs.990001.i00.level._T._Z.2020-Q1", "10", "11")
    assert (cells["previous_edition"], cells["edition"], cells["reason_en"]) == ("2020-Q1", "2020-Q2", "corrected")
