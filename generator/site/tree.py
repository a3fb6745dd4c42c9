"""The assembled tree: filled pages at their addresses, the theme's files, the data files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

from generator.errors import BuildError
from generator.memory import Memory
from generator.model.page import File, Page

from .addresses import ERROR_PAGE, checked
from .builder import Built
from .fill import FigureLink, filled
from .shells import put_back
from .sources import Run
from .writer import Writer

Links = Mapping[tuple[str, str], Mapping[str, FigureLink]]  # language and bulletin -> row id -> link


def assemble(
    pages: Iterable[Page],
    runs: Sequence[Run],
    built: Mapping[str, Built],
    writer: Writer,
    links: Links,
    memory: Memory | None = None,
) -> None:
    """Fill every page (``built`` by its path) and write it to its address; all problems at once."""
    problems = list[str]()
    held = {(run.lang, run.bulletin): run for run in runs}
    taken: set[str] = set()
    for page in pages:
        if page.path in taken:
            problems.append(f"two pages at one address: {page.path or '/'}")
            continue
        taken.add(page.path)
        run = held[(page.lang, page.bulletin)]
        inputs = (built[page.path], page, run.home, links.get((page.lang, page.bulletin), {}))
        make = partial(_filled, *inputs)
        html, found = memory.recall(("filled", page.path), inputs, make) if memory else make()
        problems += found
        writer.write(f"{page.path}index.html", html)
    if problems:
        raise BuildError("\n".join(problems))


def _filled(built: Built, page: Page, home: str, links: Mapping[str, FigureLink]) -> tuple[bytes, list[str]]:
    return filled(put_back(_shell(built.file), built.words), page, home, links)


@lru_cache(maxsize=32)
def _shell(file: Path) -> str:
    """What the builder made of a shell. The file is named by what it holds."""
    return file.read_text("utf-8")


def furnish(built: Mapping[str, Built], assets: Path, writer: Writer, base: str = "/") -> None:
    """The theme's files in ``assets/``, and the error page.

    A server shows the error page at any depth, so its addresses cannot be relative: they start at ``base``.
    """
    if ERROR_PAGE in built:
        html = built[ERROR_PAGE].file.read_text("utf-8")
        writer.write(ERROR_PAGE, html.replace('="/', f'="{base}').encode())
    for file in sorted(path for path in assets.rglob("*") if path.is_file()):
        writer.write(f"assets/{file.relative_to(assets).as_posix()}", file.read_bytes())


def fingerprint(own: Path) -> str:
    """A short hash of the theme's own files, so that a browser never mixes two versions."""
    files = sorted(path for path in own.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]


def add(files: Iterable[File], writer: Writer) -> None:
    """Write the files that stand beside the pages. Two things at one address are a bug, never a silent overwrite."""
    clashes = list[str]()
    for file in files:
        try:
            writer.write(checked(file.path), file.held)
        except FileExistsError:
            clashes.append(f"two files at one address: {file.path}")
    if clashes:
        raise BuildError("\n".join(clashes))


def files_below(folder: Path) -> list[str]:
    """The path of every file below ``folder``, sorted. A site has thousands: plain texts take a fifth of the time."""
    whole = (f"{place}{os.sep}{name}" for place, _, names in os.walk(folder) for name in names)
    return sorted(path[len(str(folder)) + 1 :].replace(os.sep, "/") for path in whole)
