"""Batches, awards and plan completion. What is expected of shipped bulletins was read from the source documents."""

from __future__ import annotations

import re

from on_their_way import editions
from selectolax.lexbor import LexborHTMLParser
from shipped import volume

from generator.pages.panels import Panel, batches, completion, recognition
from generator.pages.volume import Volume


def cells(block: str) -> list[list[str]]:
    rows = LexborHTMLParser(block).css("tbody tr")
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in rows]


def plain(panel: Panel) -> str:
    return re.sub(r"<[^>]+>|\[|\]\([^)]*\)", "", panel.finding)


def test_a_batch_has_the_total_that_is_stated_under_its_name() -> None:
    held = Volume("en", editions())
    panel = batches.panel(held, held.tables.reference.mechanisms["starts"])
    (section, *_) = panel.sections
    second, first = cells(section.block)  # the newest first
    assert plain(panel).startswith("2 batches are on file, the last of them Batch second (20 September 2020).")
    assert (first[1], first[2]) == ("28.5", "Project a, Project d")
    assert (second[1], second[2]) == ("", "not stated")
    chinese = batches.panel(Volume("zh", editions()), held.tables.reference.mechanisms["starts"]).sections[0].block
    assert "2020年9月20日" in chinese and "截至" not in chinese, "the day on which they met is no end of a count"
    assert "项目a、项目d" in re.sub(r"<[^>]+>", "", chinese), "names in a row have 、 between them"


def test_the_stars_of_the_four_quarters_of_tiantai() -> None:
    held = volume("taizhou", "zh")
    panel = recognition.panel(held, held.tables.reference.mechanisms["star_of_quarter"])
    assert plain(panel).startswith("季度之星（2022年四季度）：大自然户外用品。")
    stars = [(row[0].split()[0], row[1], row[3]) for row in cells(panel.sections[0].block)]
    assert stars == [
        ("大自然户外用品", "2022年四季度", "未说明"),
        ("潘得路", "2022年三季度", "未说明"),
        ("先进绿色橡胶研究院", "2022年二季度", "未说明"),
        ("银轮未来工厂", "2022年一季度", "未说明"),
    ]


def test_a_plan_of_at_least_160_and_its_tiers() -> None:
    held = volume("qiyang", "en")
    panel = completion.panel(held, held.tables.reference.mechanisms["annual_key_plan"])
    # 33.7 less four twelfths of the year
    assert plain(panel) == (
        "Qiyang City completed 33.7% of its annual plan for investment in key projects from January to April 2022. "
        "That is 0.4\u202fpercentage points ahead of elapsed time. "
        "This holds if the plan is exactly 16\u202fbillion yuan; if it is larger, less of it is done."
    )
    rows = {row[0].split(" Qiyang City")[0]: row[1:] for row in cells(panel.sections[0].block)}
    assert rows["Investment in key projects"][1:4] == ["at least 160", "33.7%", "33.3%"]
    assert not [name for name in rows if name.startswith(("Key list of", "Provincial key"))], "the whole alone"


def test_the_tiers_of_key_projects_without_the_whole() -> None:
    """103, 41 and 4 projects; 138.47, 105.5 and 21.7: Rednet Moment News. No plan of a tier is stated."""
    held = volume("qiyang", "en")
    panel = completion.panel(held, held.tables.reference.mechanisms["key_projects_three_tiers"])
    rows = [(row[0].split(" Qiyang City")[0], *row[1:]) for row in cells(panel.sections[0].block)]
    assert rows == [
        ("Key list of Qiyang", "103", ""),
        ("Key list of Yongzhou", "41", ""),
        ("Provincial key list", "4", ""),
        ("Key list of Qiyang", "138.47", "…"),
        ("Key list of Yongzhou", "105.5", ""),
        ("Provincial key list", "21.7", ""),
    ], "the widest first, and no column in which nothing stands"
    assert any("not to be added" in text for text in panel.sections[0].text)
    assert "numbered 103" in plain(panel)
    assert "13.847" in plain(panel)
