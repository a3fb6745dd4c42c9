"""Maps: every area with its value, at its place in the grid, or inside its boundary."""

from __future__ import annotations

from dataclasses import replace

import panel
import pytest
import races
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from generator import measures
from generator.model.boundaries import Boundaries, Ring
from generator.model.page import Page
from generator.model.text import LANGS, Text
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


def bounded(held: Volume, outlines: int = 6, approval: str = "GS(2020)0000号") -> Volume:
    """The volume with a boundary for the first areas: squares in two rows of three."""
    rings = {panel.code(place): (square(120 + place % 3, 30 - place // 3),) for place in range(outlines)}
    given = Boundaries(approval, Text("<测绘院>", "<The surveyors>"), rings)
    return Volume(held.lang, tuple(replace(one, tables=replace(one.tables, boundaries=given)) for one in held.editions))


def square(west: float, south: float) -> Ring:
    return ((west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1), (west, south))


def test_with_boundaries_the_same_values_and_fifths_stand_inside_outlines() -> None:
    """Growth is 11 to 16 from the first county to the sixth, which is in the top fifth, the first in the last."""
    held = panel.volume("zh", 6, 2, 1)
    (growth, *_), (tiled, *_) = maps(bounded(held)), maps(on_grid(held))
    assert growth.css_first("svg").attributes["role"] == "img"
    label = growth.css_first("svg").attributes["aria-labelledby"]
    assert label == growth.css_first("figcaption").attributes["id"]
    assert growth.css_first(".title").text() == tiled.css_first(".title").text()
    heats = [shape.attributes["class"].split()[-1] for shape in growth.css("svg use")]
    assert sorted(heats) == sorted(tile.attributes["class"].split()[-1] for tile in tiled.css("[role=listitem]"))
    assert [(one.css_first("a").text(), one.css_first("data").text()) for one in growth.css("ol li")] == [
        (f"第{place + 1}县", str(11 + place)) for place in range(6)
    ]
    words = [text.text() for text in growth.css("svg text")]
    assert words[:2] == ["第1县", "▁ 11"] and words[-2:] == ["第6县", "█ 16"]


def test_the_maps_of_a_page_share_their_outlines() -> None:
    page = next(iter(scoreboard.pages(bounded(panel.volume("zh", 6, 2, 1)))))
    block = LexborHTMLParser(page.blocks["maps"])
    known = [path.attributes["id"] for path in block.css("defs path")]
    assert len(known) == len(set(known)) == 6
    assert [use.attributes["href"] for use in block.css("use")] == [f"#{name}" for name in known] * 2


def test_approval_and_credit_stand_under_every_map_that_has_boundaries() -> None:
    zh, en = (maps(bounded(panel.volume(lang, 6, 2, 1))) for lang in LANGS)
    assert len(zh) == len(en) == 2
    assert {one.css_first("ol + p").text() for one in zh} == {"地图界线：<测绘院>；审图号：GS(2020)0000号"}
    assert {one.css_first("ol + p").text() for one in en} == {
        "Boundaries: <The surveyors>; map approval number: GS(2020)0000号"
    }
    (one, _) = maps(bounded(panel.volume("en", 6, 2, 1), approval=""))
    assert one.css_first("ol + p").text() == "Boundaries: <The surveyors>"
    page = next(each for each in scoreboard.pages(bounded(panel.volume("en", 6, 2, 1))))
    assert "no boundaries are drawn" not in page.blocks["maps"] and "## Map {#map}" in page.markdown


def test_a_map_of_areas_that_have_no_boundary_keeps_its_tiles() -> None:
    """Five of six counties have one: a map with a hole is none."""
    held = bounded(on_grid(panel.volume("zh", 6, 2, 1)), outlines=5)
    assert all(one.css_first("svg") is None and one.css(".tile") for one in maps(held))
    assert not maps(bounded(panel.volume("zh", 6, 2, 1), outlines=5))


def test_an_area_without_a_figure_is_drawn_around_the_others() -> None:
    """A league of three: the other counties of the prefecture are there, blank and without words."""
    held = bounded(panel.volume("zh", 6, 2, 1))
    three = [(held.tables.reference.areas[panel.code(place)], tiles.Cell(step=5)) for place in range(3)]
    made = tiles.outlined(held, three)
    assert made is not None
    assert {code: len(one.lines) for code, one in made.areas.items()} == {
        panel.code(place): 2 if place < 3 else 0 for place in range(6)
    }


def test_an_area_stands_inside_the_boundary_of_its_new_name() -> None:
    held = panel.volume("zh", 2, 1, 1)
    new, old = held.tables.reference.areas.values()
    old = replace(old, successor=new.code, succession="renamed")
    tables = replace(held.tables, reference=replace(held.tables.reference, areas={one.code: one for one in (new, old)}))
    tables = replace(tables, boundaries=Boundaries("1", Text("甲", "A"), {new.code: (square(120, 30),)}))
    after = Volume("zh", tuple(replace(edition, tables=tables) for edition in held.editions))
    made = tiles.outlined(after, [(old, tiles.Cell())])
    assert made is not None and list(made.areas) == [old.code]


@pytest.mark.parametrize("text", ["<b>x", "&lt;"])
def test_names_stay_words_inside_the_drawing(text: str) -> None:
    held = bounded(panel.volume("en", 6, 2, 1))
    areas = dict(held.tables.reference.areas)
    areas[panel.code(0)] = replace(areas[panel.code(0)], name=Text(text, text))
    tables = replace(held.tables, reference=replace(held.tables.reference, areas=areas))
    after = Volume("en", tuple(replace(edition, tables=tables) for edition in held.editions))
    (growth, _) = maps(after)
    assert growth.css_first("svg text").text() == text and not growth.css("svg b")


def english(name: str, value: Markup, place: Markup = tiles.NOTHING) -> tiles.AreaMap:
    """A map of one tile."""
    area = replace(panel.volume("en", 1, 1, 1).tables.reference.areas[panel.code(0)], name=Text("县", name))
    ranks = (tiles.Rank(place, tiles.NOTHING, tiles.NOTHING),) if place else ()
    return tiles.AreaMap("one", tiles.NOTHING, tiles.NOTHING, [[(area, tiles.Cell(value=value, ranks=ranks))]])


@pytest.mark.parametrize(
    ("name", "value", "place", "rem"),
    [
        ("Yi", "1", "", 5),  # the least
        ("Lingui City", "1", "", 5),  # L .7, i .36, n .62, g .62, u .62, i .36: 3.28 × 0.88 + 0.88 + 0.85 = 4.6
        ("Lengshuitan District", "1", "", 7.5),  # L .7, i and t .36, eight others .62: 6.38 × 0.88 + 1.73 = 7.3
        ("Llanfairpwllgwyngyllgogerychwyrn", "1", "", 8.5),  # the most for a word
        ("Yi", "293.76<sup>(p)</sup>", "", 5.5),  # 5 × .62 + .36, the mark (.36 + .62 + .36) × .75: 4.5 + 0.85 = 5.3
        ("Yi", "1", "49.07 points", 5),  # the words apart: p o n s .62, i t .36 = 3.2 × 0.8235 + 0.85 = 3.5
        ("Yi", "1", "1,234,567.89", 6.5),  # 9 × .62 + 3 × .36 = 6.66 × 0.8235 + 0.85 = 6.3
    ],
)
def test_a_tile_is_as_wide_as_its_longest_word_or_number(name: str, value: str, place: str, rem: float) -> None:
    assert tiles.room(panel.volume("en", 1, 1, 1), english(name, Markup(value), Markup(place))) == rem  # noqa: S704 - ours


def test_a_name_of_many_lines_is_cut_on_its_tile_and_stays_in_its_title() -> None:
    held, name = panel.volume("en", 1, 1, 1), "Shuangjiang Lahu, Va, Blang and Dai Autonomous County"
    link = LexborHTMLParser(tiles.drawn(held, [english("A&B " + name * 2, Markup("1"))])).css_first("a")
    assert link.text() == link.attributes["title"] == "A&B " + name * 2
    short = LexborHTMLParser(tiles.drawn(held, [english("Yi County", Markup("1"))]))
    assert "title" not in short.css_first("a").attributes and short.css_first(".tiles-10")


def test_the_unit_of_a_score_may_stand_on_a_line_of_its_own() -> None:
    held = on_grid(races.volume("en"))
    made = tiles.of_league(held, held.newest, held.newest.leagues["race"])
    assert made is not None
    places = [rank.place for _, cell in made.pairs for rank in cell.ranks]
    assert places and not any("\u202f" in place for place in places)
    assert all("</data> points" in place for place in places)
