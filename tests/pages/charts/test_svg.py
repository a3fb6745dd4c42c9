"""The finished SVG: words as words, colours as classes, ids of its own."""

from xml.etree import ElementTree as Tree

import pytest

from generator.pages.charts import draw

NS = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def tree(mark, view):
    chart = view(
        "bars",
        mark("临海市", "132", text="132亿元", emphasis=True),
        mark("仙居县", "100", text="100亿元", status="F"),
        mark("<b>&\"'", "3", text="</svg><script>alert(1)</script>"),
        title="临海 <第一>",
        alt="临海市132亿元",
        lang="zh",
    )
    return Tree.fromstring(draw(chart, None).svg)


def test_text_stays_text_and_nothing_from_data_becomes_markup(tree):
    said = [text.text for text in tree.iter(f"{NS}text")]
    assert "临海市" in said and "132亿元" in said
    assert "</svg><script>alert(1)</script>" in said
    assert not list(tree.iter(f"{NS}script"))


def test_it_has_a_name_and_a_description(tree):
    assert tree.get("role") == "img"
    names = {element.get("id"): element.text for element in tree if element.tag in (f"{NS}title", f"{NS}desc")}
    assert names == {"key-1-title": "临海 <第一>", "key-1-desc": "临海市132亿元"}
    assert tree.get("aria-labelledby") == "key-1-title key-1-desc"


def test_every_id_begins_with_the_key_and_every_reference_is_met(tree):
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    used = {value[5:-1] for element in tree.iter() for value in element.attrib.values() if value.startswith("url(#")}
    assert len(ids) == len(set(ids))
    assert all(one.startswith("key-1-") for one in ids)
    assert used == {"key-1-plain-plan"} <= set(ids)


def test_colours_are_classes_with_fallbacks_and_there_is_no_inline_style(tree):
    for element in tree.iter():
        assert element.get("style") is None
        for name, short in (("fill", "f-"), ("stroke", "s-")):
            if (element.get(name) or "").startswith("#"):
                assert short in element.get("class", ""), element.attrib


def test_it_scales_by_its_view_box_and_is_readable_on_a_phone(tree):
    assert tree.get("viewBox") == f"0 0 360 {tree.get('height')}"
    sizes = [float(text.get("font-size").removesuffix("px")) for text in tree.iter(f"{NS}text")]
    assert min(sizes) * 328 / 360 >= 12  # the narrowest column, on a screen of 360 pixels
