"""The scoreboard: a rank stands with the value of its own period, and nothing missing looks like a value."""

from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode
from shipped import volume

from generator.model.page import Page
from generator.pages import board as boards
from generator.pages import compose


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
    stated = boards.stated_in(held.newest)
    (column,) = (one for one in boards.columns_of(held, stated) if one.indicator.id == "special_bond_issuance")
    (area,) = (one for one in held.tables.reference.areas.values() if one.name.zh == "台州市")
    said = boards.said_of(stated, area, column)
    rank = next(figure for figure in said if figure.unit.kind == "rank")
    other = next(name for name in held.tables.reference.peers if name != rank.key.peers)
    narrow = replace(rank, key=rank.key._replace(peers=other))
    shown = boards.cell(held, [*said, narrow], column)
    names = [held.tables.reference.peers[name].name.zh for name in (rank.key.peers, other)]
    assert [among.striptags() for _, among in shown.ranks] == names
