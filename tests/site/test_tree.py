"""The assembled tree: every page at an address of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import BuildError
from generator.model.page import Page
from generator.site.builder import Built
from generator.site.sources import Run
from generator.site.tree import assemble
from generator.site.writer import Writer

RUNS = [Run("zh", "", "站"), Run("zh", "en", "季报"), Run("en", "", "Site")]


def test_two_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    """A bulletin called en would stand where the English front page is."""
    (tmp_path / "page.html").write_text("<p>a</p>", "utf-8")
    pages = [Page(run.lang, run.bulletin, "", "t", "", "") for run in RUNS]
    with pytest.raises(BuildError, match="two pages at one address: en/"):
        built = {page.path: Built(tmp_path / "page.html") for page in pages}
        assemble(pages, RUNS, built, Writer(tmp_path / "new"), {})
