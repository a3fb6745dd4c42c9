from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import BuildError
from generator.model.page import Page
from generator.site.shells import put_back
from generator.site.sources import Run, run_settings, shells

ZH = Run("zh", "demo", "示例", (("首页", ""), ("地区", "areas/")), {"notice": "<b>非官方</b>", "links": ["a>b"]})


def page(
    address: str, markdown: str = "# 一 {#top}", title: str = "标题", lang: str = "zh", bulletin: str = "demo"
) -> Page:
    return Page("en" if lang == "en" else "zh", bulletin, address, title, "描述", markdown, {}, "area")


def site_of(*pages: Page) -> dict[str, Page]:
    return {page.path: page for page in pages}


def source(page: Page, every: dict[str, Page]) -> str:
    """What the builder reads, with the page's own words in their places."""
    others = [Run(one.lang, one.bulletin, "别") for one in every.values() if one.lang != ZH.lang]
    made = shells([*every.values(), page], [ZH, *others])[page.path]
    return put_back(made.source, made.words)


def front_matter(source: str) -> dict[str, Any]:
    head: dict[str, Any] = yaml.safe_load(source.split("---\n")[1])
    return head


def test_front_matter_leads_home_to_the_root_and_to_the_other_language() -> None:
    every = site_of(page("areas/331002/"), page("areas/331002/", lang="en"))
    assert front_matter(source(page("areas/331002/"), every)) == {
        "title": "标题",
        "description": "描述",
        "kind": "area",
        "home": "../../",
        "root": "../../../",
        "section": "areas/",
        "here": False,
        "crumbs": [],
        "other": "../../../en/demo/areas/331002/",
    }


def test_crumbs_lead_through_the_pages_above() -> None:
    every = site_of(page("", title="首页"), page("editions/2022-Q1/", title='"期"'), page("editions/2022-Q1/league/"))
    assert front_matter(source(page("editions/2022-Q1/league/"), every))["crumbs"] == [
        {"title": "首页", "href": "../../../"},
        {"title": "”期”", "href": "../"},
    ]
    assert front_matter(source(page(""), every))["crumbs"] == []


def test_a_page_without_a_twin_names_no_other() -> None:
    assert "other" not in front_matter(source(page(""), site_of(page(""))))


@pytest.mark.parametrize(
    "title", ['"><script>alert(1)</script>', "a: b\n---\n# x", "{{ 7*7 }} !!python/name:os.system"]
)
def test_a_title_stays_one_inert_text(title: str) -> None:
    read = front_matter(source(page("", title=title), {}))["title"]
    assert not set('<>"') & set(read)
    assert len(read) == len(title)


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("[a](~/)", "[a](site:~/)"),
        ("[a](~/areas/331003/#invest)", "[a](site:~/areas/331003/#invest)"),
        ('[a](<~/x/> "t")', '[a](<site:~/x/> "t")'),
        ("[a]: ~/x/", "[a]: site:~/x/"),
        ("[a](#top) [b](https://example.org/)", "[a](#top) [b](https://example.org/)"),
        ("`~/x/` and ~/x/", "`~/x/` and ~/x/"),
    ],
)
def test_links_in_prose_pass_the_builder_by(written: str, link: str) -> None:
    assert source(page("areas/331002/", written), {}).endswith(f"---\n\n{link}\n")


@pytest.mark.parametrize("written", ["[a](b.md)", "[a](../b/)", "[a](/b/)", "[a]: b.md", "[a](javascript:alert(1))"])
def test_a_link_that_only_a_builder_would_understand_is_refused(written: str) -> None:
    """Pages are built apart from one another, so a builder could follow it in one build and not in the next."""
    with pytest.raises(BuildError, match=r"demo/areas/.*must begin with ~/"):
        source(page("areas/", written), {})


@pytest.mark.parametrize("written", ["[a](^/demo/data/x.zip)", "[a]: ^/x", '<a href="^/x">a</a>', "[a](<^/x>)"])
def test_a_link_to_data_in_prose_is_refused(written: str) -> None:
    with pytest.raises(BuildError, match="demo/areas/"):
        source(page("areas/", written), {})


def test_settings_of_a_run(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "zh" / "demo"
    read = yaml.safe_load(run_settings(ZH, folder, tmp_path / "mkdocs.yml", tmp_path / "docs" / "theme"))
    assert read["INHERIT"] == "../../../mkdocs.yml"
    assert read["theme"] == {"language": "zh", "custom_dir": "../../../docs/theme"}
    assert read["nav"] == [{"示例": "index.md"}]  # the builder would write a longer one into every page
    assert read["extra"]["sections"] == [{"title": "首页", "address": ""}, {"title": "地区", "address": "areas/"}]
    assert (read["extra"]["notice"], read["extra"]["links"]) == ("＜b＞非官方＜/b＞", ["a＞b"])
