"""The scoreboard: a rank stands with the value of its own period, and nothing missing looks like a value."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import panel
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from shipped import volume

from generator.model.page import Page
from generator.pages import Volume, compose, heat, scoreboard
from generator.pages import board as boards


def board(bulletin: str, level: str, address: str = "scoreboard/") -> LexborNode:
    pages: dict[str, Page] = {page.address: page for page in compose(volume(bulletin, "zh")).pages}
    found = LexborHTMLParser(pages[address].blocks[f"board-{level}"]).css_first("table")
    assert found is not None
    return found


def cell(table: LexborNode, area: str, indicator: str) -> str:
    heads = [head.css_first("a") for head in table.css("thead th")]
    names = ["" if head is None else (head.attributes["href"] or "").split("/")[-2] for head in heads]
    row = next(row for row in table.css("tbody tr") if row.css_first("th").text(strip=True) == area)
    return " ".join(row.css("th, td")[names.index(indicator)].text(separator=" ").split())


def test_the_rank_of_2021_stands_beside_the_value_of_2021() -> None:
    """The source ranks the 46 starts and 11.2 billion of 2021, not the 24 starts of 2022 so far."""
    table = board("qiyang", "county")
    starts = cell(table, "祁阳市", "centralised_start_projects")
    assert starts.startswith("46") and "第 1 位" in starts and starts.endswith("2021年")
    assert cell(table, "祁阳市", "centralised_start_total_investment").startswith("112")


def test_a_city_does_not_stand_among_its_districts() -> None:
    cities = {row.css_first("th").text(strip=True) for row in board("taizhou", "prefecture").css("tbody tr")}
    counties = {row.css_first("th").text(strip=True) for row in board("taizhou", "county").css("tbody tr")}
    assert cities == {"台州市"} and "台州市" not in counties


def test_a_rank_says_among_whom() -> None:
    assert "浙江省各设区市" in cell(board("taizhou", "prefecture"), "台州市", "special_bond_issuance")


def test_a_rank_that_was_not_published_is_shown_as_missing() -> None:
    assert "…" in cell(board("taizhou", "prefecture"), "台州市", "leaders_projects_start_rate")


def test_an_old_edition_keeps_its_own_scoreboard() -> None:
    table = board("taizhou", "prefecture", "editions/2018-Q2/scoreboard/")
    assert cell(table, "台州市", "industrial_value_added").startswith("11.0")
    assert "special_bond_issuance" not in (table.html or "")


def test_every_rank_of_the_period_is_shown_with_those_among_whom_it_holds() -> None:
    """A place among a few must not hide the place among all: both stand in the cell, in the order of the data."""
    held = volume("taizhou", "zh")
    stated = boards.stated_in(held.newest.figures.values())
    (column,) = (one for one in boards.columns_of(held, stated) if one.indicator.id == "special_bond_issuance")
    (area,) = (one for one in held.tables.reference.areas.values() if one.name.zh == "台州市")
    said = boards.said_of(stated, area, column)
    assert said is not None
    (rank,) = said.ranks
    other = next(name for name in held.tables.reference.peers if name != rank.key.peers)
    narrow = replace(rank, key=rank.key._replace(peers=other))
    shown = boards.cell(held, replace(said, ranks=(*said.ranks, narrow)))
    names = [held.tables.reference.peers[name].name.zh for name in (rank.key.peers, other)]
    assert [one.peers.striptags() for one in shown.ranks] == names


def newest(held: Volume) -> LexborNode:
    page = next(one for one in scoreboard.pages(held) if one.address == "scoreboard/")
    found = LexborHTMLParser(page.blocks["board-county"]).css_first("table")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("values", "direction", "fifths"),
    [
        ("9 8 8 6 5 4 3 2 1", "up", "5 5 5 4 3 3 2 2 1"),
        ("9 8 8 6 5 4 3 2 1", "down", "1 2 2 3 3 4 4 5 5"),
        ("7 7 7 7 7", "up", "5 5 5 5 5"),
        ("4 3 2 1", "up", ""),
        ("5 4 3 2 1", "none", ""),
        ("5 4 3 2 -", "up", ""),
    ],
)
def test_fifths_by_hand(values: str, direction: str, fifths: str) -> None:
    """A place p of n is in the fifth ⌊5 (p − 1) ÷ n⌋ from the top; those that tie share the better place."""
    given = {place: None if text == "-" else Decimal(text) for place, text in enumerate(values.split())}
    assert " ".join(str(step) for step in heat.steps(given, direction).values()) == fifths


@pytest.mark.parametrize(("areas", "shades"), [(5, ["heat-1", "heat-2", "heat-3", "heat-4", "heat-5"]), (4, [])])
def test_shade_and_sign_stand_together_from_five_areas_on(areas: int, shades: list[str]) -> None:
    cells = newest(panel.volume("en", areas, 1, 1)).css("tbody td")
    assert [name for one in cells for name in (one.attributes["class"] or "").split() if "heat" in name] == shades
    signs = [one.css_first(".step") for one in cells]
    words = [sign.attributes["aria-label"] for sign in signs if sign]
    assert words == (["last fifth", "fourth fifth", "middle fifth", "second fifth", "top fifth"] if shades else [])


def test_a_cell_of_another_period_is_neither_shaded_nor_sorted() -> None:
    """The first of six counties is late: the others compare in the quarter that stands in the head."""
    held = panel.volume("zh", 6, 1, 2, 2)
    late = panel.figure_id(0, 0, 1)
    figures = {name: figure for name, figure in held.newest.figures.items() if name != late}
    edition = replace(held.newest, figures=figures, said=tuple(name for name in held.newest.said if name != late))
    table = newest(Volume("zh", (held.editions[0], edition)))
    first, *others = table.css("tbody td")
    assert first.attributes["data-value"] == "" and first.text().split() == ["10", "2020年一季度"]
    assert not any("data-value" in cell.attributes or cell.css_first("time") for cell in others)
    assert "2020年二季度" in table.css("th")[1].text()
    assert first.css_first(".step") is None and all(cell.css_first(".step") for cell in others)


def test_the_edition_before_stands_beside_a_rate_and_not_beside_a_sum() -> None:
    """Growth goes from 11 to 11.1; the money of a quarter is not compared with that of another season."""
    first = newest(panel.volume("zh", 2, 2, 2, 2)).css("tbody tr")[0].css("td")
    money, growth = [" ".join(one.text(separator=" ").split()) for one in first]
    assert growth.startswith("11.1 ▲上期 11 ") and "上期" not in money
    alone = newest(panel.volume("zh", 2, 2, 2, 1)).css("tbody tr")[0].text()
    assert "上期" not in alone


@pytest.mark.parametrize(("areas", "indicators", "told"), [(5, 1, True), (4, 1, False)])
def test_the_legend_warns_of_amounts_that_follow_the_size_of_an_area(areas: int, indicators: int, told: bool) -> None:
    """The only indicator is a sum of money; of four areas nothing is shaded."""
    text = newest(panel.volume("en", areas, indicators, 1)).css_first("caption").text()
    assert ("Amounts and counts are larger where an area is larger" in text) == told


def test_the_legend_of_rates_has_no_such_warning() -> None:
    growth = [figure for figure in panel.assembled(6, 2, 1)[0].figures.values() if figure.key.concept == "i01"]
    cells = [boards.Cell(figure=figure, step=1) for figure in growth]
    assert len(cells) == 6 and "larger" not in heat.legend(panel.volume("en", 6, 2, 1).voice, cells)
