"""A graph of layers: nothing overlaps, nothing leaves the sheet, every way leads down."""

from __future__ import annotations

import re

from generator.pages.charts.graph import WIDE, Node, graph

NAMES = {
    "ore": "碳酸锂和磷酸铁锂等矿产原料",
    "plate": "Electrochemically active materials",
    "film": "隔膜",
    "salt": "电解液",
    "can": "结构件",
    "cell": "电芯",
}
LAYERS = (("ore",), ("plate", "film", "salt", "can"), ("cell",))
FEEDS = {"ore": ("plate", "salt"), "plate": ("cell",), "film": ("cell",), "salt": ("cell", "elsewhere"), "can": ()}


def test_boxes_stand_apart_in_the_order_of_their_layers() -> None:
    nodes = {name: Node(words, "缺失" if name == "film" else "", "present") for name, words in NAMES.items()}
    drawn = graph(LAYERS, nodes, FEEDS)
    boxes = {box.node: box for box in drawn.boxes}
    assert list(boxes) == ["ore", "plate", "film", "salt", "can", "cell"]
    for box in drawn.boxes:
        assert box.x > 0 and box.x + box.wide < WIDE and box.y + box.high < drawn.high
        assert all(box.y < y < box.y + box.high for y, _ in box.lines), "its words stand inside"
        for other in drawn.boxes:
            apart = box.x + box.wide <= other.x or other.x + other.wide <= box.x
            assert box is other or apart or box.y + box.high <= other.y or other.y + other.high <= box.y
    assert boxes["plate"].y == boxes["film"].y < boxes["salt"].y == boxes["can"].y < boxes["cell"].y
    assert "".join(words for _, words in boxes["ore"].lines) == NAMES["ore"]


def test_as_many_stand_side_by_side_as_the_words_allow() -> None:
    """Five short names in a row, a sixth below; one very long word has a row for itself."""
    short = {name: Node(f"环节{name}", "", "present") for name in "一二三四五六"}
    rows = [box.y for box in graph((tuple(short),), short, {}).boxes]
    assert rows == sorted(rows) and len(set(rows)) == 2
    five = {name: short[name] for name in "一二三四五"}
    assert len({box.y for box in graph((tuple(five),), five, {}).boxes}) == 1
    long = {**five, "长": Node("Hydrometallurgicalrecyclingplants", "", "present")}
    assert len({box.y for box in graph((tuple(long),), long, {}).boxes}) == 6


def test_every_way_leads_from_the_foot_of_a_box_to_the_head_of_one_below() -> None:
    """Five ways: the sixth leads out of the graph."""
    nodes = {name: Node(words, "", "present") for name, words in NAMES.items()}
    drawn = graph(LAYERS, nodes, FEEDS)
    ends = re.findall(r"M([\d.]+) ([\d.]+)C[\d.]+ [\d.]+ [\d.]+ [\d.]+ ([\d.]+) ([\d.]+)", drawn.ways)
    assert len(ends) == 5 == drawn.heads.count("z")
    assert all(float(top) < float(bottom) for _, top, _, bottom in ends)
    middles = {f"{box.x + box.wide / 2:.1f}" for box in drawn.boxes}
    assert {x for start, _, end, _ in ends for x in (start, end)} <= middles
