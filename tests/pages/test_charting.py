"""Which charts are drawn, and what they say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import panel
import pytest
from markupsafe import Markup
from shipped import volume

from generator.model.text import Lang
from generator.pages import Volume
from generator.pages.charting import charts
from generator.pages.charts.view import ChartView
from generator.pages.pictures import picture


def drawn(bulletin: str, indicator: str, lang: Lang = "zh") -> list[ChartView]:
    held = volume(bulletin, lang)
    return charts(held, held.tables.reference.indicators[indicator], held.by_indicator[indicator])


def test_a_single_value_is_no_chart() -> None:
    assert drawn("taizhou", "special_bond_issuance") == []


def test_values_of_different_periods_are_not_put_side_by_side() -> None:
    """13.7 % is of a quarter of 2022, 33.1 % of the year 2019."""
    assert drawn("taizhou", "fixed_asset_investment") == []


def test_nested_tiers_stand_under_their_whole_and_say_not_to_add() -> None:
    (view,) = drawn("taizhou", "landed_industrial_projects_100m")
    assert sorted((mark.value, bool(mark.group)) for mark in view.marks) == [(1, True), (9, True), (39, False)]
    assert "不能相加" in view.note


def test_a_result_is_held_against_its_target_and_the_time_gone() -> None:
    view = drawn("qiyang", "key_projects_investment")[0]
    assert view.kind == "progress" and view.target is not None
    assert (view.marks[0].value, view.target.value, view.target.bound) == (Decimal("53.93"), 160, "at_least")
    assert view.elapsed is not None and round(view.elapsed, 3) == Decimal("0.333")
    assert "53.93" in view.title and "160" in view.title and "2022年目标" in view.target.label


def test_the_text_alternative_states_the_finding_and_what_is_missing() -> None:
    for bulletin in ("taizhou", "qiyang"):
        held = volume(bulletin, "en")
        for name in held.by_indicator:
            for view in drawn(bulletin, name, "en"):
                assert view.title in view.alt and all(label in view.alt for label, _ in view.missing)
                assert view.note.count(held.tables.bulletin.title.en) == 1  # a copy still says where it is from


@pytest.mark.parametrize(
    ("lang", "title", "expected"),
    [
        ("zh", "甲县高于乙县。", "甲县高于乙县。2021年。丙县：来源未公布"),
        ("zh", "甲县高于乙县", "甲县高于乙县。2021年。丙县：来源未公布"),
        ("en", "County A is ahead.", "County A is ahead. 2021年. 丙县: 来源未公布"),
    ],
)
def test_sentences_of_the_text_alternative_end_with_one_full_stop(lang: Lang, title: str, expected: str) -> None:
    """Whether the title is a whole sentence or not; what is missing stands after the colon of the language."""
    words = {"title": Markup(title), "subtitle": Markup("2021年"), "note": Markup("")}  # noqa: S704 - made here
    missing = [("丙县", "来源未公布")]
    assert picture(panel.volume(lang, 1, 1, 1), "bars", "one", "", (), missing=missing, **words).alt == expected


def test_every_chart_of_a_site_has_its_own_key() -> None:
    held = [volume(bulletin, "zh") for bulletin in ("taizhou", "qiyang")]
    keys = [view.key for one in held for name in one.by_indicator for view in drawn(one.tables.bulletin.id, name)]
    assert len(keys) == len(set(keys)) >= 8


def test_a_whole_is_no_bar_beside_its_parts_but_a_rate_of_it_is() -> None:
    """County 1 made the parent of the others: its sum contains theirs, its growth may stand beside theirs."""
    held = panel.volume("en", 5, 2, 4)
    tables, reference = held.tables, held.tables.reference
    whole, *rest = reference.areas.values()
    known = {area.code: area for area in (whole, *(replace(one, parent=whole.code) for one in rest))}
    within = replace(tables, reference=replace(reference, areas=known))
    nested = Volume("en", tuple(replace(edition, tables=within) for edition in held.editions))
    drawn_of = (charts(nested, reference.indicators[name], nested.by_indicator[name]) for name in ("i00", "i01"))
    sums, rates = (views[0] for views in drawn_of)
    assert sums.title == "Indicator 0: from 11.3 (County 2) to 14.3 (County 5) (100 million yuan)"
    assert len(sums.marks) == 4 and len(rates.marks) == 5
