from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import BuildError
from generator.model.page import File, Page
from generator.model.text import Lang
from generator.site import builder as building
from generator.site.builder import Builder, Built, Workshop, built, readable
from generator.site.fill import FigureLink
from generator.site.links import verify
from generator.site.publish import checksums, staging, swap
from generator.site.search import index
from generator.site.shells import put_back
from generator.site.sources import Run
from generator.site.tree import add, assemble, furnish
from generator.site.writer import Writer

SETTINGS = Path(__file__).parents[2] / "mkdocs.yml"
EPOCH = 1_795_309_200
FIGURE = '<data class="figure" value="13.7" data-row="obs.1">13.7</data>'
RUNS = [
    Run("zh", "", "各季报"),
    Run("en", "", "Bulletins"),
    Run("zh", "demo", "示例"),
    Run("en", "demo", "Demo"),
]
# The marks and the assets are the theme's in the real site; here a theme of a few lines stands for it.
THEME = """\
{% set meta = page.meta if page and page.meta else {} %}
<!doctype html>
<html><head><title>t</title>
<link rel="stylesheet" href="{{ meta.root or '/' }}assets/bulletin.css"></head>
<body><div data-pagefind-body>{% block content %}{{ page.content }}{% endblock %}</div></body></html>
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


def workshop(folder: Path, builder: Builder = "mkdocs") -> Workshop:
    for path, text in (
        (folder / "theme" / "main.html", THEME),
        (folder / "theme" / "404.html", '{% extends "main.html" %}{% block content %}lost{% endblock %}'),
        (folder / "assets" / "bulletin.css", "p{}"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Workshop(folder / "build", SETTINGS, folder / "theme", EPOCH, builder)


def build(folder: Path, builder: Builder = "mkdocs", made: list[Page] | None = None) -> Path:
    """The whole site room over a tree of six pages; the finished site."""
    made = made or pages()
    found = built(made, RUNS, workshop(folder, builder))
    new = staging(folder / "build")
    links = {(lang, "demo"): {"obs.1": FigureLink("~/#row", "来源")} for lang in ("zh", "en")}
    writer = Writer(new)
    assemble(made, RUNS, found, writer, links)
    furnish(found, folder / "assets", writer)
    add([File("demo/data/a.csv", b"a\n")], writer)
    verify(new, writer.sums, folder / "build" / "cache" / "links.pickle")
    index(new, writer, folder / "build" / "cache" / "search.pickle")
    checksums(new, writer.sums)
    swap(new, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("one"))


@pytest.mark.site
def test_pages_stand_at_their_addresses_with_blocks_and_relative_links(site: Path) -> None:
    html = (site / "en" / "demo" / "index.html").read_text("utf-8")
    assert '<a href="../../demo/data/a.csv">CSV</a> <a href="./areas/331002/">丙区</a>' in html
    assert f'<a class="figure-link" href="./#row" title="来源">{FIGURE}</a>' in html
    assert 'href="./areas/331002/#invest"' in html
    assert 'href="./demo/"' in (site / "index.html").read_text("utf-8")
    found = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert found == {".", "demo", "demo/areas/331002", "en", "en/demo", "en/demo/areas/331002"}


@pytest.mark.site
def test_the_theme_is_published_once_and_nothing_useless(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {path for path in files if path.endswith("bulletin.css")} == {"assets/bulletin.css"}
    assert 'href="../../../../assets/bulletin.css"' in (site / "en/demo/areas/331002/index.html").read_text("utf-8")
    assert [path for path in files if path.endswith("404.html")] == ["404.html"]
    assert not [path for path in files if "sitemap" in path or "lunr" in path or path.endswith(".map")]
    assert [path for path in files if path.startswith("assets/")] == ["assets/bulletin.css"]
    assert "pagefind/pagefind.js" in files
    assert "pagefind/pagefind-ui.js" not in files


@pytest.mark.site
def test_two_builds_in_different_places_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = build(tmp_path / "elsewhere" / "deeper")
    assert (again / "SHA256SUMS").read_text() == (site / "SHA256SUMS").read_text()


@pytest.mark.site
@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("~/areas/none/", "areas/none/ leads to no file: demo/index.html, en/demo/index.html"),
        ("~/areas/331002/#none", "areas/331002/#none leads to no element of the page: demo/index.html"),
    ],
)
def test_a_link_in_prose_that_leads_nowhere_fails_with_its_place(tmp_path: Path, link: str, told: str) -> None:
    with pytest.raises(BuildError) as raised:
        build(tmp_path, made=pages(link))
    assert told in str(raised.value)
    assert str(tmp_path) not in str(raised.value)
    assert not (tmp_path / "site").exists()


def test_the_error_page_starts_at_the_base(tmp_path: Path) -> None:
    (tmp_path / "404").write_text('<link href="/assets/x.css"><a href="https://example.org/">')
    furnish({"404.html": Built(tmp_path / "404")}, tmp_path / "none", Writer(tmp_path / "new"), "/sub/")
    html = (tmp_path / "new" / "404.html").read_text()
    assert html == '<link href="/sub/assets/x.css"><a href="https://example.org/">'


class Counted:
    """Counts the pages that go through the builder, and lets it work."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pages: list[str] = []
        plain = building._write
        monkeypatch.setattr(building, "_write", lambda share: (self.pages.extend(share.wanted), plain(share))[1])

    def since(self) -> list[str]:
        found, self.pages = sorted(self.pages), []
        return found


@pytest.mark.site
def test_only_what_has_changed_is_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted, shop, first = Counted(monkeypatch), workshop(tmp_path), pages()
    found = built(first, RUNS, shop)
    assert counted.since() == ["", "", "", "", "404.html", "areas/331002/", "areas/331002/"]
    assert built(first, RUNS, shop) == found
    assert counted.since() == []
    changed = [*first[:-1], replace(first[-1], markdown="# 丙区 {#top}\n\n*new*\n")]
    again = built(changed, RUNS, shop)
    assert counted.since() == ["areas/331002/"]
    assert "<p><em>new</em></p>" in again["en/demo/areas/331002/"].file.read_text()
    assert {path for path in found if found[path] != again[path]} == {"en/demo/areas/331002/"}
    assert not found["en/demo/areas/331002/"].file.exists()  # the store holds the shells of the last build
    (tmp_path / "theme" / "main.html").write_text(f"{THEME}<!-- new -->")
    built(changed, RUNS, shop)
    assert len(counted.since()) == 7


@pytest.mark.site
def test_pages_that_differ_in_words_are_one_page_to_the_builder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted, shop, first = Counted(monkeypatch), workshop(tmp_path), pages()
    last = first[-1]
    areas = [
        replace(last, address=f"areas/{code}/", title=f"{name} & Co", markdown=f"# {name} {{#top}}\n\nIn {name}.\n")
        for code, name in (("331003", "Ding"), ("331004", "Wu"))
    ]
    found = built([*first, *areas], RUNS, shop)
    assert counted.since().count("areas/331003/") == 1 and "areas/331004/" not in counted.since()
    ding, wu = (found[f"en/demo/{area.address}"] for area in areas)
    assert ding.file == wu.file != found["en/demo/areas/331002/"].file
    text = put_back(wu.file.read_text(), wu.words)
    assert '<h1 id="top">Wu</h1>' in text and "<p>In Wu.</p>" in text and "Ding" not in text


@pytest.mark.site
def test_many_pages_are_shared_out_and_come_out_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    plain = building._built
    monkeypatch.setattr(building, "_built", lambda share, shop: (names.append(share.name), plain(share, shop))[1])
    texts = []
    for share, processors in ((100, 4), (1, 2)):
        monkeypatch.setattr(building, "SHARE", share)
        monkeypatch.setattr(building.os, "cpu_count", lambda processors=processors: processors)
        found = built(pages(), RUNS, workshop(tmp_path / str(share)))
        texts.append({path: put_back(one.file.read_text(), one.words) for path, one in found.items()})
    assert texts[0] == texts[1]
    whole, second = ["zh/_root", "en/_root", "zh/demo", "en/demo"], ["zh/_root.2", "zh/demo.2", "en/demo.2"]
    assert sorted(names) == sorted([*whole, *whole, *second])


@pytest.mark.site
def test_a_failure_of_the_builder_is_told_and_keeps_no_page(tmp_path: Path) -> None:
    shop = workshop(tmp_path)
    shop.theme.joinpath("main.html").write_text("{% include 'nowhere.html' %}")
    with pytest.raises(BuildError, match=r"mkdocs could not build zh/demo:\n(.*\n)*.*nowhere\.html"):
        built(pages(), RUNS, shop)
    assert [*(tmp_path / "build" / "pages").rglob("*.html")] == []


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
