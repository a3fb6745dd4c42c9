"""Pages on A4 paper: no navigation, nothing cut, black on white, sources with their addresses."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from watched import Watched

Window = Callable[..., Watched]

INSIDE = 665  # px: 210 mm less two margins of 17 mm
AWAY = ".tools, .sections, .toc, .crumbs, .search, .skip, .finder, .chart-ways"
# Colours of text that are no grey, and grounds that are not white, of everything that is printed.
COLOURED = """() => Array.from(document.querySelectorAll("body, body *:not(svg, svg *)"))
  .filter(part => part.checkVisibility())
  .filter(part => {
    const style = getComputedStyle(part), ink = style.color.match(/[0-9.]+/g)
    const white = ["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(style.backgroundColor)
    return new Set(ink.slice(0, 3)).size > 1 || ink[0] > 90 || !white
  }).map(part => part.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize(
    ("path", "pages"),
    [
        ("taizhou/", (2, 8)),
        ("en/taizhou/scoreboard/", (1, 3)),
        ("taizhou/areas/331002/", (3, 12)),
        ("en/qiyang/indicators/key_projects_investment/", (2, 7)),
        ("en/taizhou/data/industry/", (4, 12)),
    ],
)
def test_a_page_prints_as_a_bulletin(window: Window, address: str, path: str, pages: tuple[int, int]) -> None:
    watched = window(address, INSIDE, color_scheme="dark")
    page = watched.open(path)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    watched.laid_out("on paper:")
    assert not watched.wrong
    assert not [part for part in page.locator(AWAY).all() if part.is_visible()]
    assert not page.evaluate(COLOURED)
    assert page.locator(".foot-notice").first.is_visible() and page.locator(".notice-line").is_visible()
    for head in page.locator("main thead:not(details *)").all():
        assert head.evaluate("head => getComputedStyle(head).display") == "table-header-group"  # again on each page
    for row in page.locator("main tr:not(details *), figure.chart").all():
        assert row.evaluate("row => getComputedStyle(row).breakInside") == "avoid"
    for link in page.locator(".sources a[href]").all():
        assert address in link.evaluate("link => getComputedStyle(link, '::after').content")
    paper = page.pdf(prefer_css_page_size=True)
    assert pages[0] <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= pages[1]
    boxes = re.findall(rb"/MediaBox\s*\[([^]]+)\]", paper)
    assert {tuple(round(float(side)) for side in box.split()) for box in boxes} == {(0, 0, 595, 842)}  # 210 × 297 mm
