"""Zensical, which is to follow Material, builds the same site: the same pages with the same words and figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from trees import tree, unsound

from generator import build as shell
from generator.site import Builder
from generator.stages import Stages

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("builders")]
DATASETS = Path(__file__).parents[1] / "golden" / "datasets"


def site(folder: Path, builder: Builder) -> dict[str, tuple[list[tuple[str | None, ...]], str]]:
    """The figures and the words of every page that ``builder`` makes, by its path."""
    options = shell.Options(DATASETS, folder / builder, folder / "build", builder)
    shell.build(options, Stages())
    assert unsound(tree(options.site)) == []
    pages = {}
    for path in options.site.rglob("*.html"):
        parser = LexborHTMLParser(path.read_text("utf-8"))
        figures = [
            (node.attributes.get("value"), node.attributes.get("data-row"), node.text()) for node in parser.css("data")
        ]
        words = "".join(node.text() for node in parser.css("main"))
        pages[path.relative_to(options.site).as_posix()] = (figures, "".join(words.split()))
    return pages


def test_both_builders_make_the_same_pages_with_the_same_figures(tmp_path: Path) -> None:
    pytest.importorskip("zensical")
    ours, theirs = site(tmp_path, "mkdocs"), site(tmp_path, "zensical")
    assert sorted(theirs) == sorted(ours)
    assert sum(len(figures) for figures, _ in ours.values()) > 200
    for path, (figures, words) in ours.items():
        assert theirs[path][0] == figures, path
        assert theirs[path][1] == words, path
