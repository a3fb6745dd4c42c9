"""One real browser for all tests here; without one they are left out, and say so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from watched import Watched

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All browser tests share one worker, so that the site is built and the browser started once."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("site"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium found: pages were not looked at in a browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(params=[390, 1440], ids=["phone", "desktop"])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def context(browser: Browser, width: int, **options: object) -> BrowserContext:
    return browser.new_context(viewport={"width": width, "height": 844}, is_mobile=width < 600, **options)  # type: ignore[arg-type]


@pytest.fixture
def watched(browser: Browser, address: str, width: int) -> Iterator[Watched]:
    held = context(browser, width)
    yield Watched(held.new_page(), address)
    held.close()


@pytest.fixture
def desktop(browser: Browser, address: str) -> Iterator[Watched]:
    held = context(browser, 1440)
    yield Watched(held.new_page(), address)
    held.close()
