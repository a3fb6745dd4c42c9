"""The page on the quality of the data: when editions were released, and what the checks found."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from panel import assembled

from generator.model.quality import Quality
from generator.model.reference import Relation
from generator.model.text import Lang, Text
from generator.pages import Volume
from generator.pages.panels.quality import whole

DATES = (  # last day of data, announced, released
    (date(2018, 8, 14), date(2026, 11, 22), date(2026, 11, 22)),
    (date(2020, 9, 30), date(2020, 11, 14), date(2020, 11, 14)),
    (date(2020, 12, 31), date(2021, 2, 14), date(2021, 2, 17)),
    (date(2021, 3, 31), date(2021, 5, 15), None),
)
CONFLICT = Relation("r1", "none", (), None, "", "conflict", Text("两处不一致", "They differ"), Text("甲。", "A."))


def blocks(lang: Lang) -> str:
    """The sections of the page, for editions with the DATES above."""
    made = assembled(1, 1, len(DATES), len(DATES))
    dated = tuple(
        replace(edition, quality=replace(edition.quality, known=known, scheduled=due, released=day))
        for edition, (known, due, day) in zip(made, DATES, strict=True)
    )
    return re.sub("<[^>]*>", "", "".join(one.block for one in whole(Volume(lang, dated)).sections))


def checks(relations: dict[str, Relation]) -> str:
    edition = assembled(1, 1, 1)[-1]
    reference = replace(edition.tables.reference, relations=relations)
    changed = replace(edition, tables=replace(edition.tables, reference=reference), quality=Quality())
    found = next(one for one in whole(Volume("zh", (changed,))).sections if one.id == "checks")
    return "\n".join(found.text)


def test_only_what_was_announced_is_said_to_have_been_released_on_the_day_announced() -> None:
    shown = blocks("zh")
    words = ("尚未发布", "晚3天", "按预告日期发布", "事后补编，未预告")  # newest first
    assert [shown.count(one) for one in words] == [1, 1, 1, 1], shown
    assert sorted(words, key=shown.index) == list(words)
    assert blocks("en").count("compiled later, not announced in advance") == 1


def test_each_share_has_its_whole_in_the_head_of_its_column() -> None:
    """Values are shared out among the figures that are named, provisional ones among those that have a value."""
    for lang, words in (
        ("zh", ("有数值 在列出中占", "初步数 在有数值中占")),
        ("en", ("With a value share of named", "Provisional share of values")),
    ):
        shown = blocks(lang)  # type: ignore[arg-type]
        assert [shown.count(one) for one in words] == [2, 2], "by area and by edition"


def test_disagreements_within_the_sources_are_no_failed_checks() -> None:
    assert checks({}).splitlines() == [
        "登记的每一行都通过了编辑手册所列的校验，有一项不通过就不发布。",
        "没有发现来源前后不一致。",
    ]
    assert checks({"r1": CONFLICT}).splitlines() == [
        "登记的每一行都通过了编辑手册所列的校验，有一项不通过就不发布。",
        "来源内部相互不符之处，照录并注明，见下。",
        "来源不一致：两处不一致。甲。",
    ]
