from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from generator.errors import BuildError
from generator.site import links
from generator.site.links import Broken, check, read, verify
from generator.site.tree import files_below


def site(folder: Path, **pages: str) -> Path:
    """A site whose pages are given as name=HTML; ``_`` in a name is a folder."""
    for name, html in pages.items():
        path = folder / Path(*name.split("_")) / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, "utf-8")
    (folder / "data.csv").write_text("a\n")
    return folder


def digests(folder: Path) -> dict[str, str]:
    return {path: sha256((folder / path).read_bytes()).hexdigest() for path in files_below(folder)}


def broken(folder: Path) -> list[Broken]:
    files = digests(folder)
    pages = {path: read(path, (folder / path).read_text("utf-8")) for path in files if path.endswith(".html")}
    return [*check(pages, files.keys())]


def reasons(folder: Path) -> dict[str, str]:
    return {one.written: one.reason for one in broken(folder)}


def test_addresses_that_lead_somewhere_pass(tmp_path: Path) -> None:
    written = [
        "b/",
        "b/#x",
        "#top",
        "./",
        "data.csv",
        "b/index.html",
        "b/?q=1#x",
        "https://example.org/",
        "mailto:a@b.c",
        "b/#%E4%B8%80",
    ]
    body = "".join(f'<a href="{link}">l</a>' for link in written)
    site(
        tmp_path,
        a=f'<i id="top"></i>{body}',
        a_b='<i id="x"></i><i id="一"></i><a href="../#top">l</a><a href="..">l</a>',
    )
    (tmp_path / "a" / "data.csv").write_text("a\n")
    assert broken(tmp_path) == []


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<a href="none/">l</a>', "leads to no file"),
        ('<a href="b">l</a>', "leads to no file"),
        ('<a href="b/#none">l</a>', "leads to no element of the page"),
        ('<a href="#none">l</a>', "leads to no element of the page"),
        ('<a href="../../etc">l</a>', "leads to no file"),
        ('<a href="/a/">l</a>', "starts at the server's root, which fails under a sub-path"),
        ('<a href="//example.org/">l</a>', "names another host"),
        ('<a href="javascript:alert(1)">l</a>', "has a scheme that a page may not use"),
        ('<img src="https://example.org/a.png">', "is loaded from another host"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "is loaded from another host"),
        ('<a href="~/x/">l</a>', "leads to no file"),
        ('<img srcset="none.png 2x">', "leads to no file"),
    ],
)
def test_broken_addresses_are_found(tmp_path: Path, html: str, reason: str) -> None:
    site(tmp_path, a=html, a_b="<p></p>")
    assert list(reasons(tmp_path).values()) == [reason]


def test_a_pointer_may_name_another_host(tmp_path: Path) -> None:
    site(
        tmp_path, a='<link rel="license" href="https://example.org/"><link rel="canonical" href="https://example.org/">'
    )
    assert broken(tmp_path) == []


def test_the_error_page_starts_at_the_root(tmp_path: Path) -> None:
    site(tmp_path, a="<p></p>")
    (tmp_path / "404.html").write_text('<a href="/a/">l</a><a href="/none/">l</a>')
    assert list(reasons(tmp_path)) == ["/none/"]


def test_all_broken_links_are_reported_at_once(tmp_path: Path) -> None:
    bad = '<a href="none/">l</a>'
    site(tmp_path, a=bad, b=bad, c=bad, d=bad, e='<a href="other/">l</a>')
    with pytest.raises(BuildError) as raised:
        verify(tmp_path, digests(tmp_path), tmp_path / "links.pickle")
    assert str(raised.value) == (
        "5 broken links\n"
        "  none/ leads to no file: a/index.html, b/index.html, c/index.html and 1 more\n"
        "  other/ leads to no file: e/index.html"
    )


def test_only_pages_that_changed_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def reading(path: str, html: str) -> object:
        taken.append(path)
        return read(path, html)

    monkeypatch.setattr(links, "read", reading)
    folder = site(tmp_path / "site", a='<a href="b/#x">l</a>', a_b='<i id="x"></i>', c="<p></p>")
    for _ in range(2):
        verify(folder, digests(folder), tmp_path / "links.pickle")
    assert taken == ["a/b/index.html", "a/index.html", "c/index.html"]
    site(folder, a_b='<i id="y"></i>')
    with pytest.raises(BuildError, match=r"leads to no element of the page: a/index\.html"):
        verify(folder, digests(folder), tmp_path / "links.pickle")
    assert taken[3:] == ["a/b/index.html"]
