"""The policy of the pages stands in the theme; the examples of docs/hosting.md are to say the same, word by word."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOSTING = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
THEME = (ROOT / "docs" / "theme" / "main.html").read_text(encoding="utf-8")


def test_every_example_sends_the_policy_of_the_pages() -> None:
    meta = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', THEME)
    sent = re.findall(r'Content-Security-Policy "([^"]+)"', HOSTING)
    assert len(meta) == 1 and len(sent) == 2
    assert set(sent) == {f"{meta[0]}; frame-ancestors 'none'"}


def test_the_policy_allows_no_other_host_and_no_inline_script() -> None:
    sent = re.findall(r'Content-Security-Policy "([^"]+)"', HOSTING)[0]
    assert "default-src 'self'" in sent
    assert not re.search(r"https?:|\*|'unsafe-inline'|'unsafe-eval'", sent)


def test_links_within_the_page_lead_somewhere() -> None:
    assert set(re.findall(r"\]\(#([\w-]+)\)", HOSTING)) == set(re.findall(r'<a id="([\w-]+)">', HOSTING))
