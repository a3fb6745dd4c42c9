"""The link check: every address in the finished site leads to a file, every fragment to an element."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from generator.errors import BuildError
from generator.kept import keep, recalled, stamped
from generator.memory import Memory

from .addresses import ERROR_PAGE

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_OUTSIDE = frozenset({"http", "https", "mailto", "tel"})  # where a reader may be sent
_POINTERS = frozenset({"alternate", "author", "canonical", "license", "next", "prev"})  # links that load nothing
_NAMED = 3  # pages named for each broken link; the rest are counted


@dataclass(frozen=True, slots=True)
class Document:
    """What the check needs of an HTML file: its addresses, as written, and what they may be led to."""

    leads: Mapping[str, tuple[str, str]]  # to a file below the site's root, and to an element of it or ""
    wrong: Mapping[str, str]  # addresses that are broken whatever the site holds, with the reason
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Broken:
    """One broken address on one page."""

    page: str  # path of the HTML file below the site's root
    written: str
    reason: str


def verify(site: Path, sums: Mapping[str, str], kept: Path, memory: Memory | None = None) -> None:
    """BuildError that names every broken link of the site, the most frequent mistakes once.

    ``sums`` are the digests of its files. A page is read again if it is another than at the last run: the preview
    remembers that run, others find it in the file ``kept``.
    """
    pages = {path: digest for path, digest in sums.items() if path.endswith(".html")}
    documents = _remembered(site, pages, memory) if memory else _kept(site, pages, kept)
    if broken := [*check(documents, sums.keys())]:
        raise BuildError(f"{len(broken)} broken links\n" + "\n".join(_grouped(broken)))


def check(documents: Mapping[str, Document], files: AbstractSet[str]) -> Iterator[Broken]:
    """Every broken link of a site of these pages, by path, and ``files``, in order of page."""
    for page, document in documents.items():
        for written, reason in document.wrong.items():
            yield Broken(page, written, reason)
        for written, (file, element) in document.leads.items():
            if file not in files:
                yield Broken(page, written, "leads to no file")
            elif element and file in documents and element not in documents[file].ids:
                yield Broken(page, written, "leads to no element of the page")


def _remembered(site: Path, sums: Mapping[str, str], memory: Memory) -> dict[str, Document]:
    return {path: memory.recall(("links", path), digest, partial(_read, site, path)) for path, digest in sums.items()}


def _kept(site: Path, sums: Mapping[str, str], kept: Path) -> dict[str, Document]:
    last = recalled(kept, stamped([]), dict) or {}
    found = {(path, digest): last.get((path, digest)) or _read(site, path) for path, digest in sums.items()}
    if found.keys() != last.keys():
        keep(kept, stamped([]), found)
    return {path: document for (path, _), document in found.items()}


def _read(site: Path, path: str) -> Document:
    return read(path, (site / path).read_text("utf-8"))


def read(path: str, html: str) -> Document:
    """The addresses and ids of the HTML file at ``path``."""
    tree = LexborHTMLParser(html)
    leads: dict[str, tuple[str, str]] = {}
    wrong: dict[str, str] = {}
    for written, loads in dict.fromkeys(_links(tree)):
        if reason := _wrong(written, path, loads=loads):
            wrong[written] = reason
        elif not _SCHEME.match(written):
            leads[written] = _target(written, path)
    ids = frozenset(value for node in tree.css("[id]") if (value := node.attributes.get("id")))
    return Document(leads, wrong, ids)


def _links(tree: LexborHTMLParser) -> Iterator[tuple[str, bool]]:
    """Every address as written, and whether the browser fetches it by itself: a script, a stylesheet, an image."""
    for node in tree.css("[href], [src], [srcset], [action]"):
        given = node.attributes
        points = node.tag in ("a", "area", "form") or (node.tag == "link" and (given.get("rel") or "") in _POINTERS)
        for name in ("href", "src", "action"):
            if (written := given.get(name)) is not None:
                yield written, not points
        for part in (given.get("srcset") or "").split(","):
            if part.strip():
                yield part.split()[0], not points


def _wrong(written: str, page: str, *, loads: bool) -> str:
    """Why the address is broken whatever the site holds, or nothing."""
    if scheme := _SCHEME.match(written):
        return _outside(scheme[1].lower(), loads=loads)
    if written.startswith("//"):
        return "names another host"
    if written.startswith("/") and page != ERROR_PAGE:
        return "starts at the server's root, which fails under a sub-path"
    return ""


def _outside(scheme: str, *, loads: bool) -> str:
    if scheme == "data" and loads:
        return ""
    if scheme not in _OUTSIDE:
        return "has a scheme that a page may not use"
    return "is loaded from another host" if loads else ""


def _target(written: str, page: str) -> tuple[str, str]:
    """The file that an address on ``page`` leads to, "" if it leaves the site, and the element of it."""
    address, _, element = written.partition("#")
    path = unquote(address.partition("?")[0])
    if not path:
        return page, unquote(element)
    folder = "" if path.startswith("/") else page.rpartition("/")[0]
    whole = normpath(f"{folder}/{path}".lstrip("/"))
    if whole == ".." or whole.startswith("../"):
        return "", ""
    if whole != "." and path.rpartition("/")[2] not in ("", ".", ".."):
        return whole, unquote(element)
    return "index.html" if whole == "." else f"{whole}/index.html", unquote(element)


def _grouped(broken: Iterable[Broken]) -> Iterator[str]:
    """One line for each wrong address: the reason, then the pages that have it."""
    pages: dict[tuple[str, str], dict[str, None]] = {}
    for one in broken:
        pages.setdefault((one.written, one.reason), {})[one.page] = None
    for (written, reason), held in pages.items():
        where = list(held)
        more = f" and {len(where) - _NAMED} more" if len(where) > _NAMED else ""
        yield f"  {written} {reason}: {', '.join(where[:_NAMED])}{more}"
