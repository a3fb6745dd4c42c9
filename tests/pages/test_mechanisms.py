"""Every mechanism is listed with its rule, and each core one has a panel with figures, or says why there are none."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from shipped import volume

from generator.model.mechanism import VIEWS as NAMES
from generator.model.page import Page
from generator.model.text import Lang, Text
from generator.pages import Volume, mechanisms
from generator.pages.panels import VIEWS

BULLETINS = ("taizhou", "qiyang", "demo")
KINDS = [(bulletin, lang) for bulletin in BULLETINS for lang in ("zh", "en")]


def made(bulletin: Volume) -> dict[str, Page]:
    return {page.address: page for page in mechanisms.pages(bulletin)}


def bare(bulletin: Volume) -> list[str]:
    """Core mechanisms whose page shows neither a figure nor a project on file nor a reason."""
    pages = made(bulletin)
    found = []
    for one in mechanisms.core(bulletin):
        page = pages[f"mechanisms/{one.id}/"]
        panels = "".join((page.markdown, *page.blocks.values()))
        if not one.gap.zh and not re.search(r'data-row="|~/projects/\w', panels):
            found.append(one.id)
    return found


def test_every_view_has_a_panel_of_its_own() -> None:
    assert set(VIEWS) == set(NAMES)
    assert len(set(VIEWS.values())) == len(NAMES)


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_each_core_mechanism_shows_figures_or_says_why_not(bulletin: str, lang: Lang) -> None:
    shown = volume(bulletin, lang)
    assert bare(shown) == []


def test_a_core_mechanism_without_figures_and_reason_would_be_found() -> None:
    held = volume("taizhou", "zh")
    tables = held.tables
    silent = {
        name: replace(one, gap=Text(), indicators=()) if name == "supervision_cadence" else one
        for name, one in tables.reference.mechanisms.items()
    }
    changed = replace(tables, reference=replace(tables.reference, mechanisms=silent))
    assert bare(Volume("zh", (replace(held.newest, tables=changed),))) == ["supervision_cadence"]


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_the_list_names_every_mechanism_and_links_the_core_ones(bulletin: str, lang: Lang) -> None:
    shown = volume(bulletin, lang)
    listed = "".join(made(shown)["mechanisms/"].blocks.values())
    for one in shown.tables.reference.mechanisms.values():
        assert f'id="{one.id}"' in listed
        assert (f'href="~/mechanisms/{one.id}/"' in listed) == one.core


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_numbers_of_a_mechanism_have_their_row_on_its_page(bulletin: str, lang: Lang) -> None:
    pages = {
        address: page.markdown + "".join(page.blocks.values()) for address, page in made(volume(bulletin, lang)).items()
    }
    names = {name for text in pages.values() for name in re.findall(r'data-row="(mechanism\.[^"]+)"', text)}
    assert names
    for name in names:
        assert f'id="{name}"' in pages[f"mechanisms/{name.split('.')[2]}/"]


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_no_heading_of_a_panel_has_the_id_of_another(bulletin: str, lang: Lang) -> None:
    for address, page in made(volume(bulletin, lang)).items():
        headings = re.findall(r"\{#([\w-]+)\}", page.markdown)
        assert len(headings) == len(set(headings)), address


def test_aims_are_told_with_state_and_reason() -> None:
    """Landing rates of 80 and 50 per cent against 50 and 30: Zhejiang Online, 15 May 2020."""
    page = made(volume("taizhou", "en"))["mechanisms/provincial_152/"]
    assert "were met" in page.markdown
    assert [found.count("badge verified") for found in page.blocks.values() if "aims-331002" in found] == [2]
    plan = made(volume("taizhou", "en"))["mechanisms/programme_2211/"].blocks["section-aims"]
    assert "no source states the result" in plan
    assert "badge verified" not in plan


def test_arithmetic_stands_wherever_its_figures_do() -> None:
    """80 less 50, 50 less 30, half of twelve; 33.1 less 23; 20, 20, 100 and 100 in the name of a programme."""
    pages = made(volume("taizhou", "en"))
    landed = pages["mechanisms/provincial_152/"].blocks["section-computed"]
    assert [re.findall(r'value="([\d.]+)"', row)[:1] for row in landed.split("<tr id=")[1:]] == [["30"], ["20"], ["6"]]
    board = pages["mechanisms/public_scoreboard/"].blocks["section-computed"]
    assert re.search(r'<td class="num" role="cell">.*>10\.1</data>', board)
    assert "agree with the 20, 20, 100 and 100" in pages["mechanisms/programme_2211/"].markdown
    assert "must not be derived" in pages["mechanisms/half_year_ranking/"].markdown


def test_figures_that_nothing_stands_beside_are_told_once() -> None:
    pages = made(volume("taizhou", "zh"))
    assert list(pages["mechanisms/coastal_belt/"].blocks) == ["definition", "downloads", "section-figures", "sources"]
    bonds = pages["mechanisms/special_bonds/"].blocks  # amount and rank side by side, then each with its source
    assert {"section-results", "section-figures"} < set(bonds)


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_a_quotation_has_one_pair_of_marks(bulletin: str, lang: Lang) -> None:
    for address, page in made(volume(bulletin, lang)).items():
        assert not re.search("““|””", "".join((page.markdown, *page.blocks.values()))), address


def test_marks_within_a_quotation_are_single_ones() -> None:
    plan, lists = (made(volume("taizhou", "zh"))[f"mechanisms/{name}/"] for name in ("plan_156", "three_problem_lists"))
    assert ">“156”<" in plan.blocks["definition"]
    assert ">“三张‘问题清单’”<" in lists.blocks["definition"]
