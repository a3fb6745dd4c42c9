"""The assembled tree: every page at an address of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import BuildError
from generator.model.page import Page
from generator.site.sources import Run
from generator.site.tree import assemble

RUNS = [Run("zh", "", "站"), Run("zh", "en", "季报"), Run("en", "", "Site")]


def built(build: Path, run: Run) -> Page:
    """The front page of a run, as the builder leaves it."""
    file = build / run.name / "site" / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text("<p>a</p>", "utf-8")
    return Page(run.lang, run.bulletin, "", "t", "", "")


def test_two_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    """A bulletin called en would stand where the English front page is."""
    pages = [built(tmp_path / "build", run) for run in RUNS]
    with pytest.raises(BuildError, match="two pages at one address: en/"):
        assemble(pages, RUNS, tmp_path / "build", tmp_path / "new", {})
