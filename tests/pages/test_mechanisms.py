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
    for text in pages.values():
        for name in re.findall(r'data-row="(mechanism\.[^"]+)"', text):
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
