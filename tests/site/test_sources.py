from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import BuildError
from generator.model.page import Page
from generator.site.sources import Run, page_source, run_settings, write_sources

ZH = Run("zh", "demo", "示例", (("首页", ""), ("地区", "areas/")), {"notice": "<b>非官方</b>", "links": ["a>b"]})


def page(
    address: str, markdown: str = "# 一 {#top}", title: str = "标题", lang: str = "zh", bulletin: str = "demo"
) -> Page:
    return Page("en" if lang == "en" else "zh", bulletin, address, title, "描述", markdown, {}, "area")


def site_of(*pages: Page) -> dict[str, Page]:
    return {page.path: page for page in pages}


def front_matter(source: str) -> dict[str, Any]:
    head: dict[str, Any] = yaml.safe_load(source.split("---\n")[1])
    return head


def test_front_matter_leads_home_to_the_root_and_to_the_other_language() -> None:
    every = site_of(page("areas/331002/"), page("areas/331002/", lang="en"))
    assert front_matter(page_source(page("areas/331002/"), ZH, every)) == {
        "title": "标题",
        "description": "描述",
        "kind": "area",
        "home": "../../",
        "root": "../../../",
        "crumbs": [],
        "other": "../../../en/demo/areas/331002/",
    }


def test_crumbs_lead_through_the_pages_above() -> None:
    every = site_of(page("", title="首页"), page("editions/2022-Q1/", title='"期"'), page("editions/2022-Q1/league/"))
    assert front_matter(page_source(page("editions/2022-Q1/league/"), ZH, every))["crumbs"] == [
        {"title": "首页", "href": "../../../"},
        {"title": "”期”", "href": "../"},
    ]
    assert front_matter(page_source(page(""), ZH, every))["crumbs"] == []


def test_a_page_without_a_twin_names_no_other() -> None:
    assert "other" not in front_matter(page_source(page(""), ZH, site_of(page(""))))


@pytest.mark.parametrize(
    "title", ['"><script>alert(1)</script>', "a: b\n---\n# x", "{{ 7*7 }} !!python/name:os.system"]
)
def test_a_title_stays_one_inert_text(title: str) -> None:
    read = front_matter(page_source(page("", title=title), ZH, {}))["title"]
    assert not set('<>"') & set(read)
    assert len(read) == len(title)


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("[a](~/)", "[a](../../index.md)"),
        ("[a](~/areas/331003/#invest)", "[a](../331003/index.md#invest)"),
        ('[a](<~/x/> "t")', '[a](<../../x/index.md> "t")'),
        ("[a]: ~/x/", "[a]: ../../x/index.md"),
        ("`~/x/` and ~/x/", "`~/x/` and ~/x/"),
    ],
)
def test_links_in_prose_become_links_the_builder_checks(written: str, link: str) -> None:
    assert page_source(page("areas/331002/", written), ZH, {}).endswith(f"---\n\n{link}\n")


def test_a_link_to_another_run_passes_the_builder_by() -> None:
    root = Run("en", "", "All")
    front = page("", "[Demo](~/demo/) and [none](~/none/)", lang="en", bulletin="")
    source = page_source(front, root, site_of(front, page("", lang="en")))
    assert "[Demo](site:~/demo/) and [none](none/index.md)" in source


def test_a_link_to_an_id_in_a_block_passes_the_builder_by() -> None:
    glossary = Page("zh", "demo", "glossary/", "t", "", "## H {#h}", {"terms": '<dt id="share">'})
    source = page_source(page("", "[a](~/glossary/#share) [b](~/glossary/#h)"), ZH, site_of(glossary))
    assert "[a](site:~/glossary/#share) [b](glossary/index.md#h)" in source


@pytest.mark.parametrize("written", ["[a](^/demo/data/x.zip)", "[a]: ^/x", '<a href="^/x">a</a>', "[a](<^/x>)"])
def test_a_link_to_data_in_prose_is_refused(written: str) -> None:
    with pytest.raises(BuildError, match="demo/areas/"):
        page_source(page("areas/", written), ZH, {})


def test_settings_of_a_run(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "zh" / "demo"
    read = yaml.safe_load(run_settings(ZH, folder, tmp_path / "mkdocs.yml", tmp_path / "docs" / "theme"))
    assert read["INHERIT"] == "../../../mkdocs.yml"
    assert read["theme"] == {"language": "zh", "custom_dir": "../../../docs/theme"}
    assert read["nav"] == [{"首页": "index.md"}, {"地区": "areas/index.md"}]
    assert read["extra"] == {"notice": "＜b＞非官方＜/b＞", "links": ["a＞b"]}


def test_sources_of_pages_that_are_gone_are_removed_and_the_rest_is_not_touched(tmp_path: Path) -> None:
    def write(*pages: Page) -> None:
        write_sources(pages, [ZH], tmp_path, tmp_path / "mkdocs.yml", tmp_path / "theme")

    write(page(""), page("areas/1/"))
    kept = tmp_path / "zh" / "demo" / "docs" / "index.md"
    before = kept.stat().st_mtime_ns
    write(page(""), page("areas/2/"))
    docs = tmp_path / "zh" / "demo" / "docs"
    assert sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*")) == [
        "areas", "areas/2", "areas/2/index.md", "index.md",
    ]  # fmt: skip
    assert kept.stat().st_mtime_ns == before
