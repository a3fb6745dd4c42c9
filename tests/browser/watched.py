"""A page of the browser that remembers what went wrong on it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")


class Watched:
    """A page that remembers what went wrong on it: messages in the console, script errors, requests to other hosts."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.wrong = page, address, list[str]()
        page.on("console", lambda said: self.wrong.append(said.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self._note(request.url))
        page.on(
            "response",
            lambda answer: self.wrong.append(f"{answer.status} {answer.url}") if answer.status > 399 else None,
        )

    def _note(self, url: str) -> None:
        if not url.startswith((self.address.removesuffix("site/"), "data:", "blob:")):
            self.wrong.append(f"request to another host: {url}")

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def laid_out(self, view: str = "") -> None:
        """Note what sticks out, is clipped or overlaps as the page stands now."""
        self.wrong += [f"{view} {fault}".strip() for fault in self.page.evaluate(LAYOUT)]
