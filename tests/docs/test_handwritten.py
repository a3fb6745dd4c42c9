"""The hand-written pages: the same in both languages, and honest about what they name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
NAMES = sorted(path.name for path in (DOCS / "zh").glob("*.md"))
HEADING = re.compile(r"^(#+) .*?(?:\{#([a-z][a-z0-9-]*)\})?$", re.MULTILINE)
BLOCKS = {"contact", "publisher", "licence", "mechanisms"}
ALWAYS = {"data", "revisions"}  # generated pages that every bulletin has, even one without glossary or projects


def parts(lang: str, name: str) -> tuple[dict[str, str], str]:
    """Front matter and text of a hand-written page; what stands in code fences is left out."""
    _, matter, text = (DOCS / lang / name).read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(matter), re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def test_both_languages_have_the_same_pages() -> None:
    assert "method.md" in NAMES
    assert sorted(path.name for path in (DOCS / "en").glob("*.md")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_headings_have_the_same_ids_in_the_same_order(name: str) -> None:
    zh, en = (HEADING.findall(parts(lang, name)[1]) for lang in ("zh", "en"))
    assert zh
    assert zh == en
    assert all(anchor for _, anchor in zh)
    assert [level for level, _ in zh].count("#") == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_front_matter_and_blocks(lang: str, name: str) -> None:
    matter, text = parts(lang, name)
    assert set(matter) == {"title", "description"}
    assert f"# {matter['title']} {{#" in text
    assert set(re.findall(r'<div data-block="([\w-]+)"></div>', text)) <= BLOCKS
    assert text.count("<div") == len(re.findall(r'<div data-block="[\w-]+"></div>', text))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_links_stay_in_the_bulletin_and_their_anchors_exist(lang: str, name: str) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", parts(lang, name)[1]):
        assert link.startswith(("~/", "^/", "#")), link
        page, _, anchor = link.removeprefix("~/").partition("#")
        assert f"{page.strip('/')}.md" in NAMES or page.strip("/") in {"", *ALWAYS}, link
        if anchor:
            target = f"{page.strip('/')}.md" if page else name
            assert anchor in {found for _, found in HEADING.findall(parts(lang, target)[1])}, link


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_digits_stand_in_code_or_names(lang: str, name: str) -> None:
    """Nobody should take an example for data about a place."""
    names = r"GB/T \d+(?:-\d+)?|CC BY 4\.0|4\.0|UTF-8|10,000 yuan|1?00? ?(?:million|billion) yuan|1 billion yuan|^\d\. "
    text = re.sub(r"`[^`]*`|\{#[^}]*\}|\]\([^)]*\)", "", parts(lang, name)[1])
    assert re.findall(r".*\d.*", re.sub(names, "", text, flags=re.MULTILINE)) == []


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    files = sorted(path.name for path in (DOCS / "decisions").glob("[0-9]*.md"))
    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1))
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((\d{4}[\w-]+\.md)\)", index)[1:] == files  # the first link is in the introduction


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = {re.split(r"[>=<\[]", line)[0] for group in (project["dependencies"], *extras) for line in group}
    told = (DOCS / "decisions" / "0012-dependencies.md").read_text(encoding="utf-8")
    table = {name for row in re.findall(r"^\| ([^|]+) \|", told, re.MULTILINE) for name in re.split(r", |\[", row)}
    assert wanted - table == set()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "LICENSE-DATA.md", "docs/decisions/README.md"])
def test_links_between_files_of_the_repository_exist(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert links
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []
