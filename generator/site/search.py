"""The search index: Pagefind over the finished pages, in pieces that load only when a reader searches.

Pagefind cuts Chinese into words twice, with a dictionary here and with the browser's there; where the two disagree
it finds nothing. So it reads a copy of the pages in which every Chinese character stands alone, and ``search.js``
asks for characters in a row: what is typed is found wherever it stands, and nothing that only shares characters.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from generator.errors import BuildError
from generator.kept import keep, recalled

from .filters import in_order
from .indexer import write_index
from .publish import cleared
from .tree import files_below
from .writer import Writer

FOLDER = "pagefind"
# Ready-made search boxes that Pagefind writes beside the index; the theme has its own.
_BOXES = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
_BODY = re.compile(r"<(\w+)\b[^>]*\sdata-pagefind-body\b.*</\1>", re.DOTALL)
_DRAWN = re.compile(r"<svg\b.*?</svg>|<figure\b[^>]*>|</figure>", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_CELL = re.compile(r"(</(?:t[hd]|d[td])>)")
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_CHARACTER = re.compile(f"[{_HAN}]")
# Between two Chinese characters, between one and a Latin word, after a punctuation mark and before one.
_SEAM = re.compile(rf"(?<=[{_HAN}])(?=[{_HAN}0-9A-Za-z])|(?<=\S)(?=[{_HAN}])")
# White space that separates names and cells is marked, so that it can be told from that of a seam.
_SPACE = re.compile(rf"(?<=[{_HAN}])\s+|\s+(?=[{_HAN}])|^\s+(?=\S)|(?<=\S)\s+$")
_KEPT = " \u2063 "
_ANSWER = '<p class="finding"'  # a page begins with its answer: it weighs more than the tables


@dataclass(frozen=True, slots=True)
class Index:
    """An index that was made: the files of ``pagefind/`` by their names, and the hash of all that they follow from."""

    key: str
    files: Mapping[str, bytes]


def index(site: Path, writer: Writer, cache: Path, *, stale: bool = False) -> None:
    """Write ``pagefind/`` into the ``site``: the index of everything marked ``data-pagefind-body``, and what reads it.

    The ``writer`` of the site knows its pages. The file ``cache`` keeps the last index, which serves as long as no
    page differs; with ``stale`` even then.
    """
    pages = sorted(path for path in writer.sums if path.endswith(".html"))
    key, kept = _key({path: writer.sums[path] for path in pages}), recalled(cache, "", Index)
    if kept is None or (kept.key != key and not stale):
        kept = Index(key, _made(site, pages, cache.with_suffix("")))
        keep(cache, "", kept)
    for name, content in kept.files.items():
        writer.write(f"{FOLDER}/{name}", content)


def _key(sums: Mapping[str, str]) -> str:
    """Hash of all that decides the index: the pages, how they are read, and Pagefind."""
    sources = [Path(__file__).with_name(f"{name}.py") for name in ("search", "indexer", "filters")]
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in sources) + version("pagefind").encode())
    digest.update("".join(f"{digest}  {path}\n" for path, digest in sums.items()).encode())
    return digest.hexdigest()


def _made(site: Path, pages: Sequence[str], folder: Path) -> dict[str, bytes]:
    """The files of the index of ``pages``. Pagefind reads a copy of them with their characters apart, in ``folder``."""
    copy, made = cleared(folder) / "pages", folder / "index"
    for page in pages:
        spaced_page = copy / page
        spaced_page.parent.mkdir(parents=True, exist_ok=True)
        spaced_page.write_text(_BODY.sub(_readable, (site / page).read_text("utf-8")), "utf-8")
    write_index(copy, pages, made)
    try:
        tidy(made)
    except (ValueError, LookupError) as error:
        raise BuildError("the search index is not whole: is the disk full?") from error
    files = {name: (made / name).read_bytes() for name in files_below(made)}
    shutil.rmtree(folder)
    return files


def _readable(body: re.Match[str]) -> str:
    """The part of a page that is searched: without its drawings, its answer heavier, its characters apart."""
    return spaced(_DRAWN.sub(" ", body[0]).replace(_ANSWER, f'{_ANSWER} data-pagefind-weight="3"'))


def spaced(html: str) -> str:
    """Set every Chinese character of the text of ``html`` apart; its tags stay as they are."""
    pieces = _TAG.split(_CELL.sub(r" \1", html))
    before = " "  # the last character so far
    for number in range(0, len(pieces), 2):
        text = pieces[number]
        if text.isspace():
            text = " " if before.isspace() else _KEPT
        elif text:
            text = _SEAM.sub(" ", _SPACE.sub(_KEPT, text))
            if not before.isspace() and _CHARACTER.search(before + text[0]):
                text = f" {text}"  # only a tag stands between the two
        before = text[-1:] or before
        pieces[number] = text
    return "".join(pieces)


def tidy(folder: Path) -> None:
    """Remove the search boxes nobody loads, and write filters and entry file in one order: Pagefind's varies by run."""
    for file in sorted(folder.iterdir()):
        if file.name.startswith(_BOXES):
            file.unlink()
    entry = folder / "pagefind-entry.json"
    text = entry.read_text("utf-8")
    for old, new in in_order(folder).items():
        text = text.replace(old, new)
    entry.write_text(json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False), "utf-8")
