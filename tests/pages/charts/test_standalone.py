"""The chart as a file of its own."""

from xml.etree import ElementTree as Tree

from generator.pages.charts import draw

NS = "{http://www.w3.org/2000/svg}"


def test_a_copy_says_what_it_shows_and_where_from(mark, view):
    note = "来源：《今日浙江》2022年5月31日；2022年一季度期。非官方发布，据公开报道整理。"
    drawing = draw(view("bars", mark("临海市", "132"), title="临海132亿元 & 更多", note=note, lang="zh"), None)
    tree = Tree.fromstring(drawing.standalone)
    said = [text.text or "" for text in tree.iter(f"{NS}text")]
    assert said[:2] == ["临海132亿元 & 更多", "What, unit, period"]
    assert note in "".join(said)
    assert "临海市" in said


def test_it_holds_the_very_drawing_of_the_page(mark, view):
    drawing = draw(view("bars", mark("a", "1"), mark("b", "2")), None)
    inside = drawing.svg.split("<title", 1)[1]
    assert inside in drawing.standalone
