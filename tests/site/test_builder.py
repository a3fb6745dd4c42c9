from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import BuildError
from generator.model.page import File, Page
from generator.model.text import Lang
from generator.site.builder import Builder, readable, run
from generator.site.fill import FigureLink
from generator.site.links import verify
from generator.site.publish import checksums, staging, swap
from generator.site.search import index
from generator.site.sources import Run, write_sources
from generator.site.tree import add, assemble, hoist

SETTINGS = Path(__file__).parents[2] / "mkdocs.yml"
EPOCH = 1_795_309_200
FIGURE = '<data class="figure" value="13.7" data-row="obs.1">13.7</data>'
RUNS = [
    Run("zh", "", "各季报"),
    Run("en", "", "Bulletins"),
    Run("zh", "demo", "示例"),
    Run("en", "demo", "Demo"),
]
# The marks and the assets are the theme's in the real site; here a theme of four lines stands for it.
THEME = """\
{% extends "base.html" %}
{% block styles %}{{ super() }}<link rel="stylesheet" href="{{ 'assets/bulletin.css' | url }}">{% endblock %}
{% block content %}<div data-pagefind-body>{{ super() }}</div>{% endblock %}
"""


def pages(link: str = "~/areas/331002/#invest") -> list[Page]:
    made: list[Page] = []
    langs: tuple[Lang, Lang] = ("zh", "en")
    for lang in langs:
        front = f'# 示例 {{#top}}\n\n固定资产投资增速 {FIGURE}% [区]({link})\n\n<div data-block="panel"></div>\n'
        area = "# 丙区 {#top}\n\n## 投资 {#invest}\n\n[首页](~/)\n"
        panel = '<p id="row"><a href="^/demo/data/a.csv">CSV</a> <a href="~/areas/331002/">丙区</a></p>'
        made += [
            Page(lang, "", "", "各季报", "", "# 各季报 {#top}\n\n[示例](~/demo/)\n", {}, "root"),
            Page(lang, "demo", "", "示例", "一", front, {"panel": panel}, "front"),
            Page(lang, "demo", "areas/331002/", "丙区", "二", area, {}, "area"),
        ]
    return made


def build(folder: Path, builder: Builder = "mkdocs", made: list[Page] | None = None) -> Path:
    """The whole site room over a tree of six pages; the finished site."""
    made = made or pages()
    theme, own = folder / "theme", folder / "assets"
    for path, text in ((theme / "main.html", THEME), (own / "bulletin.css", "p{}"), (own / "bulletin.js", "")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    write_sources(made, RUNS, folder / "build", SETTINGS, theme)
    run(RUNS, folder / "build", EPOCH, builder)
    new = staging(folder / "build")
    links = {(lang, "demo"): {"obs.1": FigureLink("~/#row", "来源")} for lang in ("zh", "en")}
    assemble(made, RUNS, folder / "build", new, links)
    hoist(RUNS, folder / "build", new, own)
    add([File("demo/data/a.csv", b"a\n")], new)
    verify(new)
    index(new)
    checksums(new)
    swap(new, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("one"))


@pytest.mark.site
def test_pages_stand_at_their_addresses_with_blocks_and_relative_links(site: Path) -> None:
    html = (site / "en" / "demo" / "index.html").read_text("utf-8")
    assert '<a href="../../demo/data/a.csv">CSV</a> <a href="areas/331002/">丙区</a>' in html
    assert f'<a class="figure-link" href="#row" title="来源">{FIGURE}</a>' in html
    assert 'href="areas/331002/#invest"' in html
    assert 'href="demo/"' in (site / "index.html").read_text("utf-8")
    found = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert found == {".", "demo", "demo/areas/331002", "en", "en/demo", "en/demo/areas/331002"}


@pytest.mark.site
def test_the_theme_is_published_once_and_nothing_useless(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {path for path in files if path.endswith("bulletin.css")} == {"assets/bulletin.css"}
    assert 'href="../../../../assets/bulletin.css"' in (site / "en/demo/areas/331002/index.html").read_text("utf-8")
    assert [path for path in files if path.endswith("404.html")] == ["404.html"]
    assert not [path for path in files if "sitemap" in path or "lunr" in path or path.endswith(".map")]
    assert len([path for path in files if path.startswith("assets/stylesheets/main.")]) == 1
    assert "pagefind/pagefind.js" in files
    assert "pagefind/pagefind-ui.js" not in files


@pytest.mark.site
def test_two_builds_in_different_places_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = build(tmp_path / "elsewhere" / "deeper")
    assert (again / "SHA256SUMS").read_text() == (site / "SHA256SUMS").read_text()


@pytest.mark.site
def test_a_link_to_no_page_fails_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as raised:
        build(tmp_path, made=pages("~/areas/none/"))
    text = str(raised.value)
    assert "mkdocs could not build zh/demo" in text
    assert "'index.md' contains a link 'areas/none/index.md'" in text
    assert str(tmp_path) not in text
    assert not (tmp_path / "site").exists()


@pytest.mark.site
@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_a_link_to_no_heading_fails(tmp_path: Path, builder: Builder) -> None:
    pytest.importorskip(builder)
    with pytest.raises(BuildError, match="#none") as raised:
        build(tmp_path, builder, pages("~/areas/331002/#none"))
    assert "Traceback" not in str(raised.value)


def test_runs_that_disagree_about_an_asset_are_refused(tmp_path: Path) -> None:
    for run_, content in zip(RUNS, ("a", "a", "a", "b"), strict=True):
        asset = tmp_path / run_.name / "site" / "assets" / "x.css"
        asset.parent.mkdir(parents=True)
        asset.write_text(content)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "index.html").write_text('<link href="assets/x.css?v=1">')
    with pytest.raises(BuildError, match=r"assets/x\.css"):
        hoist(RUNS, tmp_path, tmp_path / "new", None)


def test_the_error_page_starts_at_the_base(tmp_path: Path) -> None:
    built = tmp_path / "zh" / "_root" / "site"
    built.mkdir(parents=True)
    (built / "404.html").write_text('<link href="/assets/x.css"><a href="https://example.org/">')
    hoist(RUNS[:1], tmp_path, tmp_path / "new", None, "/sub/")
    html = (tmp_path / "new" / "404.html").read_text()
    assert html == '<link href="/sub/assets/x.css"><a href="https://example.org/">'


@pytest.mark.site
def test_a_page_the_builder_lost_is_reported(tmp_path: Path) -> None:
    build(tmp_path)
    lost = Page("zh", "demo", "lost/", "x", "", "", {})
    with pytest.raises(BuildError, match="demo/lost/: the builder made no such page"):
        assemble([*pages(), lost], RUNS, tmp_path / "build", tmp_path / "new", {})


@pytest.mark.site
def test_zensical_makes_the_same_pages_with_the_same_figures(site: Path, tmp_path: Path) -> None:
    pytest.importorskip("zensical")
    other = build(tmp_path, "zensical")
    addresses = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert {path.relative_to(other).as_posix() for path in other.rglob("index.html")} == addresses
    for address in addresses:
        assert (other / address).read_text("utf-8").count(FIGURE) == (site / address).read_text("utf-8").count(FIGURE)


def test_the_output_of_a_builder_is_made_readable(tmp_path: Path) -> None:
    output = f"INFO    -  Building\nWARNING -  Doc file 'a.md' in {tmp_path}/docs\n\nAborted with 1 warnings!"
    assert readable(output, tmp_path) == "  WARNING -  Doc file 'a.md' in docs"
