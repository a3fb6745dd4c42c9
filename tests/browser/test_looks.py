"""How the main pages look, against pictures that somebody looked at and accepted.

The pictures (looks/) are a quarter of the size. At an eighth, a tile of 32 px may differ by TOLERANCE on a scale of
255: other ways to smooth and space letters come to 16 at most, a block that moves by 4 px to 36 at least. Every text is
set in one font. To accept a new look: ``RENEW_LOOKS=1 .venv/bin/python -m pytest tests/browser/test_looks.py -n 0``,
then look at each picture that changed.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from watched import Watched

Window = Callable[..., Watched]

HERE = Path(__file__).parent
TOLERANCE = 20
FONT = '"Noto Sans CJK SC"'
MEASURE = """font => ['serif', 'monospace'].map(other => {
  const pen = document.createElement('canvas').getContext('2d')
  pen.font = '40px ' + font + ', ' + other
  return pen.measureText('illumination').width
})"""
SET = "font => ['--text', '--code'].forEach(name => document.documentElement.style.setProperty(name, font))"
LOOKS = [
    ("home-zh-390-light", "", 390, "light"),
    ("front-zh-390-light", "luming/", 390, "light"),
    ("front-en-1440-dark", "en/luming/", 1440, "dark"),
    ("scoreboard-zh-1440-light", "luming/scoreboard/", 1440, "light"),
    ("area-en-390-dark", "en/luming/areas/990101/", 390, "dark"),
    ("area-zh-820-light", "luming/areas/990101/", 820, "light"),
    ("indicator-zh-390-dark", "luming/indicators/fixed_asset_investment/", 390, "dark"),
    ("indicator-en-1440-light", "en/luming/indicators/key_project_investment/", 1440, "light"),
]


def shown(window: Window, small: str, path: str, width: int, scheme: str) -> Page:
    """The page in one font; the test is left out on a machine that has not got it."""
    page = window(small, width, color_scheme=scheme, reduced_motion="reduce").open(path)
    if len(set(page.evaluate(MEASURE, FONT))) > 1:
        pytest.skip(f"no font {FONT}: looks were not compared")
    page.evaluate(SET, FONT)
    return page


def picture(page: Page) -> str:
    """The first 1600 px of the page, coarse, as a data URL."""
    width, height = page.evaluate("[innerWidth, Math.min(1600, document.documentElement.scrollHeight)]")
    taken = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    page.evaluate((HERE / "looks.js").read_text(encoding="utf-8"))
    return str(page.evaluate("png => coarse(png)", as_url(taken)))


def as_url(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode()


@pytest.mark.parametrize(("name", "path", "width", "scheme"), LOOKS, ids=[look[0] for look in LOOKS])
def test_a_page_looks_as_accepted(window: Window, small: str, name: str, path: str, width: int, scheme: str) -> None:
    page = shown(window, small, path, width, scheme)
    now, file = picture(page), HERE / "looks" / f"{name}.png"
    if os.environ.get("RENEW_LOOKS"):
        file.write_bytes(base64.b64decode(now.split(",")[1]))
    difference = page.evaluate("both => differ(...both)", [now, as_url(file.read_bytes())])
    assert difference <= TOLERANCE, f"a tile differs by {difference:.1f}; is the new look meant?"


def test_the_tolerance_lets_smoothing_pass_and_stops_a_moved_block(window: Window, small: str) -> None:
    page = shown(window, small, "luming/", 390, "light")
    accepted = picture(page)
    for part, name, value, passes in (
        ("body", "text-rendering", "geometricPrecision", True),
        ("body", "transform", "translate(.4px, .4px)", True),
        (".headlines", "transform", "translateY(4px)", False),
        (".headlines", "transform", "translateX(4px)", False),
        ("h1", "visibility", "hidden", False),
        ("body", "background", "#1a1f26", False),
    ):
        change = "([part, name, value]) => document.querySelector(part).style.setProperty(name, value)"
        page.evaluate(change, [part, name, value])
        difference = page.evaluate("both => differ(...both)", [picture(page), accepted])
        page.evaluate(change, [part, name, ""])
        assert (difference <= TOLERANCE) is passes, (part, value, difference)
