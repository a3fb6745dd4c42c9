"""Tile-grid maps: every area at its place in the grid, with its value; nothing where the grid has a gap."""

from __future__ import annotations

from dataclasses import replace

import panel
import races
from selectolax.lexbor import LexborHTMLParser

from generator import measures
from generator.model.page import Page
from generator.pages import Volume, scoreboard, tiles

GRID = ((1, 2), (2, 1), (2, 2), (4, 3), (2, 3), (1, 1))  # of the six areas: nothing at 1 3, row 3, 4 1 and 4 2
ROWS = [["第6县", "第1县", ""], ["第2县", "第3县", "第5县"], ["", "", ""], ["", "", "第4县"]]


def on_grid(held: Volume, grid: tuple[tuple[int, int], ...] = GRID) -> Volume:
    """The volume with its areas on a grid."""
    areas = dict(held.tables.reference.areas)
    for place, tile in enumerate(grid):
        areas[panel.code(place)] = replace(areas[panel.code(place)], tile=tile)
    tables = replace(held.tables, reference=replace(held.tables.reference, areas=areas))
    return Volume(held.lang, measures.assemble(tables))


def maps(held: Volume) -> list[LexborHTMLParser]:
    page: Page = next(one for one in scoreboard.pages(held) if one.address == "scoreboard/")
    return [
        LexborHTMLParser(figure.html or "") for figure in LexborHTMLParser(page.blocks.get("maps", "")).css("figure")
    ]


def texts(map_: LexborHTMLParser, selector: str) -> list[list[str]]:
    """The text of ``selector`` in each tile, row by row; blank for a gap."""
    return [
        ["" if (found := tile.css_first(selector)) is None else found.text(strip=True) for tile in row.css(".tile")]
        for row in map_.css(".tile-row")
    ]


def test_tiles_stand_where_the_grid_has_them() -> None:
    """The headlines are growth, then money: a map each, in this order, with the value of each county."""
    growth, money = maps(on_grid(panel.volume("zh", 6, 2, 1)))
    assert texts(growth, "a") == ROWS
    assert texts(money, "data") == [["15", "10", ""], ["11", "12", "14"], ["", "", ""], ["", "", "13"]]
    assert growth.css_first(".title").text() == "指标1：从11%（第1县）到16%（第6县）"
    assert growth.css_first(".subtitle").text() == "同比增速，%，2020年一季度"
    assert len(growth.css("[role=listitem]")) == 6


def test_the_fourth_map_and_further_ones_are_folded() -> None:
    held = on_grid(races.volume("zh"))
    one = tiles.of_league(held, held.newest, held.newest.leagues["race"])
    assert one is not None
    page = LexborHTMLParser(tiles.drawn(held, [replace(one, name=str(place)) for place in range(5)]))
    assert [figure.attributes["id"] for figure in page.css("details figcaption")] == ["map-3", "map-4"]
    assert len(page.css("figure")) == 5 and page.css_first("summary").text() == "另有2幅图"
    assert "details" not in tiles.drawn(held, [one])


def test_without_a_grid_there_is_no_map() -> None:
    assert not maps(panel.volume("zh", 6, 2, 1))


def test_a_league_maps_ranks_and_scores() -> None:
    """By hand: in the last quarter the third county has 4 × 8 + 6 × (8 + 4) ÷ 2 = 68, the sixth reports too little."""
    held = on_grid(races.volume("zh"))
    made = tiles.of_league(held, held.newest, held.newest.leagues["race"])
    assert made is not None
    cells = {area.name.zh: cell for row in made.rows for area, cell in filter(None, row)}
    third = cells["第3县"]
    assert third.value.striptags() == "第1位" and third.step == 5
    assert third.ranks[0].place.striptags().startswith("68.00")
    assert cells["第6县"].value == "不排位" and cells["第6县"].step == 0
    assert "第3县" in made.title


def test_an_area_stands_on_the_tile_of_its_new_name() -> None:
    held = panel.volume("zh", 2, 1, 1)
    new, old = held.tables.reference.areas.values()
    old = replace(old, successor=new.code, succession="renamed")
    new = replace(new, tile=(7, 9))
    areas = {one.code: one for one in (new, old)}
    tables = replace(held.tables, reference=replace(held.tables.reference, areas=areas))
    after = Volume("zh", tuple(replace(edition, tables=tables) for edition in held.editions))
    assert tiles.grid(after, [(old, tiles.Cell())]) == [[(old, tiles.Cell())]]
