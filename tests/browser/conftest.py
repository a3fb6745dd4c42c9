"""One real browser for all tests here; without one they are left out, and say so."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from hosted import hosted
from playwright.sync_api import Browser, sync_playwright
from watched import Watched

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium found: pages were not looked at in a browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(built) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """The shipped bulletins under strict headers: every violation is a message in the console."""
    with hosted(built.site) as where:
        yield where


@pytest.fixture(scope="session")
def small(golden) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """The fictional bulletin in the same way."""
    with hosted(golden.site) as where:
        yield where


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens windows, closed after the test: ``window(address, width, **options of a browser context)``."""
    with ExitStack() as held:

        def opened(where: str, width: int, **options: Any) -> Watched:
            size = {"width": width, "height": 844}
            context = browser.new_context(viewport=size, is_mobile=width < 600, **options)  # type: ignore[arg-type]
            held.callback(context.close)
            return Watched(context.new_page(), where)

        yield opened


@pytest.fixture
def desktop(window: Callable[..., Watched], address: str) -> Watched:
    return window(address, 1440)
