"""Every page kind in a real browser: nothing fails or is fetched from elsewhere, nothing is cut off, axe is content."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from watched import Watched

PAGES = [
    "",
    "taizhou/",
    "taizhou/editions/",
    "taizhou/editions/2018-Q2/",
    "taizhou/areas/",
    "taizhou/areas/331002/",
    "taizhou/indicators/",
    "taizhou/indicators/cluster_output_value/",
    "qiyang/indicators/key_projects_investment/",
    "taizhou/scoreboard/",
    "taizhou/projects/",
    "taizhou/sources/s000/",
    "taizhou/glossary/",
    "taizhou/revisions/",
    "taizhou/data/",
    "taizhou/data/industry/",
    "taizhou/method/",
    "taizhou/marks/",
]


@pytest.mark.parametrize("path", [*PAGES, *(f"en/{path}" for path in PAGES)])
def test_a_page_is_whole(watched: Watched, path: str) -> None:
    page = watched.open(path)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{wide} px stick out"
    serious = [
        f"{found['id']}: {found['nodes'][0]['html'][:120]}"
        for found in Axe().run(page).response["violations"]
        if found["impact"] in {"serious", "critical"}
    ]
    assert not serious
    assert not watched.wrong


@pytest.mark.parametrize("path", ["taizhou/", "en/taizhou/indicators/fixed_asset_investment/"])
def test_a_page_reads_in_the_dark(browser: Browser, address: str, path: str) -> None:
    held = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = Watched(held.new_page(), address).open(path)
    contrast = [found for found in Axe().run(page).response["violations"] if found["id"] == "color-contrast"]
    held.close()
    assert not contrast


def test_everything_reads_without_script(browser: Browser, address: str) -> None:
    held = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = Watched(held.new_page(), address).open("taizhou/")
    assert page.locator(".headline .number data").count() > 0
    assert page.locator(".finder li a").first.is_visible()
    page.goto(f"{address}qiyang/indicators/key_projects_investment/")
    assert page.locator("figure.chart svg").first.is_visible()
    held.close()
