"""Every page kind in a real browser: nothing fails or is fetched from elsewhere, nothing is cut off, axe is content."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds import EVERY, PAGES
from playwright.sync_api import Page
from watched import Watched

Window = Callable[..., Watched]

# What is to hold wherever one can decide it; the contrast of 7:1 (level AAA) is not promised, 4.5:1 is.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}

# Width and size of text; a desktop of 1280 px at 200 % is 640 px wide. At 320 px WCAG still asks for no scrolling.
VIEWS = ((320, 1), (390, 1), (390, 2), (640, 1), (820, 1), (820, 2), (1440, 1), (1440, 2))
LOOKS = ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active", "reduced_motion": "reduce"})
PAIRS = [(path, (390, 820, 1440)[at % 3], LOOKS[(at + at // 3) % 3]) for at, path in enumerate(EVERY)]


def findings(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:120]}" for one in found]


@pytest.mark.parametrize(("path", "width", "look"), PAIRS)
def test_a_page_is_whole(window: Window, address: str, path: str, width: int, look: dict[str, str]) -> None:
    watched = window(address, width, **look)
    page = watched.open(path)
    assert not findings(page)
    if "reduced_motion" in look:
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    for wide, size in VIEWS:
        page.set_viewport_size({"width": wide, "height": 844})
        page.evaluate("size => document.documentElement.style.fontSize = size > 1 ? 106.25 * size + '%' : ''", size)
        watched.laid_out(f"{wide} px, text × {size}:")
    assert not watched.wrong


@pytest.mark.parametrize("width", [390, 1440])
def test_the_404_page_is_whole(window: Window, address: str, width: int) -> None:
    watched = window(address.removesuffix("site/"), width)
    page = watched.open("404.html")
    watched.laid_out()
    assert page.locator("nav a, a.nameplate").first.is_visible()
    assert [*findings(page), *watched.wrong] == []


@pytest.mark.parametrize("look", LOOKS)
def test_search_results_are_whole(window: Window, address: str, look: dict[str, str]) -> None:
    watched = window(address, 390, **look)
    page = watched.open("taizhou/")
    page.locator("[data-search-open]").click()
    page.keyboard.type("投资")
    page.locator(".search-found a").first.wait_for(state="visible")
    page.evaluate("document.querySelectorAll('body > :not(.search)').forEach(part => part.hidden = true)")  # lies below
    for wide in (390, 1440):
        page.set_viewport_size({"width": wide, "height": 844})
        watched.laid_out(f"{wide} px:")
    assert [*findings(page), *watched.wrong] == []


def test_the_check_of_layout_finds_what_it_should(window: Window, address: str) -> None:
    """Each fault made on purpose is found: text over text, cut off, out of the page, out of its box."""
    watched = window(address, 390)
    page = watched.open("taizhou/")
    for fault, part, style in (
        ("overlap", "h1", "margin-bottom: -2rem"),
        ("clipped", ".dateline", "width: 4rem; overflow: hidden; flex-wrap: nowrap"),
        ("too wide", ".foot p", "width: 120vw"),
        ("runs over its box", ".finder li", "width: 2rem; flex-wrap: nowrap"),
    ):
        watched.wrong.clear()
        page.evaluate("([part, style]) => document.querySelector(part).style.cssText = style", [part, style])
        watched.laid_out()
        assert any(fault in said for said in watched.wrong), fault
        page.reload()


@pytest.mark.parametrize("lang", ["", "en/"])
def test_everything_reads_without_script(window: Window, address: str, lang: str) -> None:
    """All tables, charts and ways on are there; controls that need a script are not."""
    watched = window(address, 390, java_script_enabled=False)
    for path in PAGES:
        page = watched.open(lang + path)
        shown = page.locator("main table:not(details *), figure.chart svg, a[hreflang], nav.sections, .finder li a")
        assert all(part.is_visible() for part in shown.all()), path
        assert page.locator("a[hreflang]").count() == 1, path
        controls = page.locator("button, input, [role=dialog], .chart-live").all()
        assert not [path for part in controls if part.is_visible()]
        for details in page.locator("main details:not(.only-script *)").all():
            details.locator("summary").click()
            assert details.locator(":scope > :not(summary)").first.is_visible(), path
    assert not watched.wrong
