"""The link check: every address in the finished site leads to a file, every fragment to an element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from generator.errors import BuildError
from generator.memory import Memory

from .addresses import ERROR_PAGE
from .tree import files_below

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_OUTSIDE = frozenset({"http", "https", "mailto", "tel"})  # where a reader may be sent
_POINTERS = frozenset({"alternate", "author", "canonical", "license", "next", "prev"})  # links that load nothing
_NAMED = 3  # pages named for each broken link; the rest are counted


@dataclass(frozen=True, slots=True)
class Link:
    """One address on one page, as written."""

    page: str  # path of the HTML file below the site's root
    written: str
    loads: bool  # the browser fetches it by itself: a script, a stylesheet, an image


@dataclass(frozen=True, slots=True)
class Document:
    """What the check needs of an HTML file."""

    links: tuple[Link, ...]
    ids: frozenset[str]


def verify(site: Path, memory: Memory | None = None) -> None:
    """BuildError that names every broken link of the site, the most frequent mistakes once."""
    if broken := check(site, memory):
        raise BuildError(f"{len(broken)} broken links\n" + "\n".join(_grouped(broken)))


def check(site: Path, memory: Memory | None = None) -> list[tuple[Link, str]]:
    """Every broken link with the reason, in order of page."""
    files = set(files_below(site))
    documents: dict[str, Document] = {}
    for path in sorted(file for file in files if file.endswith(".html")):
        html = (site / path).read_text("utf-8")
        make = partial(read, path, html)
        documents[path] = memory.recall(("links", path), html, make) if memory else make()
    targets = (files, {path: document.ids for path, document in documents.items()})
    if memory is None:
        return [found for document in documents.values() for found in _broken(document, *targets)]
    known = memory.same("targets", targets)
    found = (
        memory.recall(("broken", path), (document, known), partial(_broken, document, *known))
        for path, document in documents.items()
    )
    return [broken for page in found for broken in page]


def _broken(document: Document, files: set[str], ids: Mapping[str, frozenset[str]]) -> list[tuple[Link, str]]:
    """The broken links of one page."""
    return [(link, reason) for link in document.links if (reason := _wrong(link, files, ids))]


def read(path: str, html: str) -> Document:
    """The addresses and ids of the HTML file at ``path``."""
    tree = LexborHTMLParser(html)
    ids = frozenset(value for node in tree.css("[id]") if (value := node.attributes.get("id")))
    return Document(tuple(dict.fromkeys(_links(tree, path))), ids)


def _links(tree: LexborHTMLParser, path: str) -> Iterator[Link]:
    for node in tree.css("[href], [src], [srcset], [action]"):
        given = node.attributes
        points = node.tag in ("a", "area", "form") or (node.tag == "link" and (given.get("rel") or "") in _POINTERS)
        loads = not points
        for name in ("href", "src", "action"):
            if (written := given.get(name)) is not None:
                yield Link(path, written, loads)
        for part in (given.get("srcset") or "").split(","):
            if part.strip():
                yield Link(path, part.split()[0], loads)


def _wrong(link: Link, files: set[str], ids: Mapping[str, frozenset[str]]) -> str:
    """Why the link is broken, or nothing."""
    if scheme := _SCHEME.match(link.written):
        return _outside(link, scheme[1].lower())
    if link.written.startswith("//"):
        return "names another host"
    rooted = link.written.startswith("/")
    if rooted and link.page != ERROR_PAGE:
        return "starts at the server's root, which fails under a sub-path"
    path, _, fragment = link.written.partition("#")
    path = unquote(path.partition("?")[0])
    target = _file(path.lstrip("/"), "" if rooted else link.page, files) if path else link.page
    if not target:
        return "leads to no file"
    if fragment and target in ids and unquote(fragment) not in ids[target]:
        return "leads to no element of the page"
    return ""


def _outside(link: Link, scheme: str) -> str:
    if scheme == "data" and link.loads:
        return ""
    if scheme not in _OUTSIDE:
        return "has a scheme that a page may not use"
    return "is loaded from another host" if link.loads else ""


def _file(path: str, page: str, files: set[str]) -> str:
    """The file that ``path`` on ``page`` leads to; "" if there is none."""
    folder = page.rpartition("/")[0]
    whole = normpath(f"{folder}/{path}" if folder else path or ".")
    if whole == ".." or whole.startswith("../"):
        return ""
    index = "index.html" if whole == "." else f"{whole}/index.html"
    if path.rpartition("/")[2] in ("", ".", "..") or whole == ".":
        return index if index in files else ""
    return whole if whole in files else ""


def _grouped(broken: list[tuple[Link, str]]) -> Iterator[str]:
    """One line for each wrong address: the reason, then the pages that have it."""
    pages: dict[tuple[str, str], dict[str, None]] = {}
    for link, reason in broken:
        pages.setdefault((link.written, reason), {})[link.page] = None
    for (written, reason), held in pages.items():
        where = list(held)
        more = f" and {len(where) - _NAMED} more" if len(where) > _NAMED else ""
        yield f"  {written} {reason}: {', '.join(where[:_NAMED])}{more}"
