"""Areas in the order of their values: only what compares, ties share a place, and old single figures stand apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import panel
from selectolax.lexbor import LexborHTMLParser

from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.reference import Unit
from generator.model.text import Text
from generator.pages import Volume, distribution, indicators


def order(held: Volume, figures: list[Figure], **changes: object) -> list[list[str]]:
    indicator = replace(held.tables.reference.indicators["i00"], **changes)  # type: ignore[arg-type]
    rows = LexborHTMLParser(distribution.tables(held, indicator, figures)).css("tbody tr")
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in rows]


def newest(held: Volume, values: Mapping[int, str]) -> list[Figure]:
    """Figures of the newest quarter: values by area, a + behind one that is only known to be more."""
    return [
        replace(
            held.newest.figures[panel.figure_id(area, 0, 0)],
            value=Decimal(text.removesuffix("+")),
            bound="over" if text.endswith("+") else "exact",
        )
        for area, text in values.items()
    ]


def test_equal_values_share_the_first_place_of_theirs_and_bounds_have_none() -> None:
    held = Volume("zh", panel.assembled(5, 1, 1))
    figures = newest(held, {0: "8", 1: "9", 2: "9", 3: "7.5", 4: "20+"})
    assert order(held, figures) == [
        ["第2县", "9", "第1位 并列"],
        ["第3县", "9", "第1位 并列"],
        ["第1县", "8", "第3位"],
        ["第4县", "7.5", "第4位"],
        ["第5县", "超过20", "不确定"],
    ]
    assert [row[0] for row in order(held, figures, direction="down")] == ["第4县", "第1县", "第2县", "第3县", "第5县"]
    assert "中位数：8.5亿元" in LexborHTMLParser(
        distribution.tables(held, held.tables.reference.indicators["i00"], figures)
    ).text(separator="")


def test_the_median_stands_with_its_unit_as_a_sentence_says_it() -> None:
    """The head of the column keeps the unit of the data, and so does the value of the element."""
    electricity = Unit("kWh_100M", Text("亿千瓦时", "100 million kWh"), "", "other", "", None)
    for lang, money, other in (
        ("zh", "225.81亿元", "225.81亿千瓦时"),
        ("en", "22.581 billion yuan", "22.581 billion kWh"),
    ):
        held = Volume(lang, panel.assembled(3, 1, 1))  # type: ignore[arg-type]
        figures = newest(held, {0: "190", 1: "225.81", 2: "300"})
        for some, words in ((figures, money), ([replace(one, unit=electricity) for one in figures], other)):
            html = LexborHTMLParser(distribution.tables(held, held.tables.reference.indicators["i00"], some))
            said, shown = html.css_first("caption .sub"), html.css_first("caption .sub data")
            assert said and shown
            assert said.text().replace("\N{NARROW NO-BREAK SPACE}", " ").endswith(words)
            assert shown.attributes["value"] == "225.81"
            assert [cell.text() for cell in html.css("td.num data")][:3:2] == ["300", "225.81"]


def test_two_areas_or_other_periods_are_no_order() -> None:
    held = Volume("zh", panel.assembled(3, 1, 2))
    older = held.newest.figures[panel.figure_id(2, 0, 0)]
    figures = [*(held.newest.figures[panel.figure_id(area, 0, 1)] for area in (0, 1)), older]
    assert order(held, figures) == []


def test_an_old_rank_does_not_stand_beside_newer_values() -> None:
    """Six quarters of values make a long series; the one rank of the first quarter goes into a table of its own."""
    held = panel.assembled(3, 1, 6)
    first = held[-1].figures[panel.figure_id(0, 0, 0)]
    unit = Unit("rank", Text("位", ""), "", "rank", "", None)
    rank = replace(first, key=first.key._replace(measure="rank"), value=Decimal(2), unit=unit)
    rank = replace(rank, id=rank.key.id)
    measures = {**held[-1].tables.reference.measures}
    measures["rank"] = replace(measures["level"], id="rank", name=Text("位次", "rank"))
    tables = replace(held[-1].tables, reference=replace(held[-1].tables.reference, measures=measures))
    edition: Edition = replace(held[-1], tables=tables, figures={**held[-1].figures, rank.id: rank})
    pages = {page.address: page for page in indicators.pages(Volume("zh", (edition,)))}
    found = LexborHTMLParser(pages["indicators/i00/"].blocks["figures"])
    captions = {caption.text(): caption.parent.css("tbody tr") for caption in found.css("caption") if caption.parent}
    assert [(name, len(rows)) for name, rows in captions.items()] == [
        ("指标0：各地区、各度量的最新数据", 3),
        ("指标0：较早时期的单项数据", 1),
    ]
    assert found.css_first(f'[id="{rank.id}"]') is not None
