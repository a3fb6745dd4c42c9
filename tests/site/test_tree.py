"""The assembled tree: every page at an address of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import BuildError
from generator.memory import Memory
from generator.model.page import Page
from generator.site import tree
from generator.site.builder import Built
from generator.site.sources import Run
from generator.site.tree import assemble
from generator.site.writer import Writer

STATION = Run("zh", "demo", "季报")
RUNS = [Run("zh", "", "站"), Run("zh", "en", "季报"), Run("en", "", "Site")]


def test_two_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    """A bulletin called en would stand where the English front page is."""
    (tmp_path / "page.html").write_text("<p>a</p>", "utf-8")
    pages = [Page(run.lang, run.bulletin, "", "t", "", "") for run in RUNS]
    with pytest.raises(BuildError, match="two pages at one address: en/"):
        built = {page.path: Built(tmp_path / "page.html") for page in pages}
        assemble(pages, RUNS, built, Writer(tmp_path / "new"), {})


def test_pages_shared_out_are_those_of_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree.os, "cpu_count", lambda: 3)
    monkeypatch.setattr(tree, "SHARE", 2)
    (tmp_path / "page.html").write_text('<main><div data-block="t"></div></main>', "utf-8")
    pages = [Page("zh", "demo", f"{n}/", "t", "", "", {"t": f'<a href="~/">{n}</a>'}) for n in range(7)]
    built = {page.path: Built(tmp_path / "page.html") for page in pages}
    alone, shared = Writer(tmp_path / "alone"), Writer(tmp_path / "shared")
    assemble(pages, [STATION], built, alone, {}, Memory())
    assemble(pages, [STATION], built, shared, {})
    assert shared.sums == alone.sums and len(shared.sums) == 7 and {*shared.seals} == {*shared.sums}
    for path in alone.sums:
        assert (tmp_path / "shared" / path).read_bytes() == (tmp_path / "alone" / path).read_bytes()


def test_what_is_wrong_is_told_of_every_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(tree, "SHARE", 1)
    (tmp_path / "page.html").write_text('<div data-block="lost"></div>', "utf-8")
    pages = [Page("zh", "demo", f"{n}/", "t", "", "") for n in range(2)]
    with pytest.raises(BuildError) as told:
        assemble(pages, [STATION], {page.path: Built(tmp_path / "page.html") for page in pages}, Writer(tmp_path), {})
    assert [f"demo/{n}/: nothing to fill" in str(told.value) for n in range(2)] == [True, True]
