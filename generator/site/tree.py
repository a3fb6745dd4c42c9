"""The assembled tree: filled pages at their addresses, the theme's files, the data files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

from generator.apart import apart
from generator.errors import BuildError
from generator.memory import Memory
from generator.model.page import File, Page

from .addresses import ERROR_PAGE, checked
from .builder import Built
from .fill import FigureLink, filled
from .shells import put_back
from .sources import Run
from .writer import Seal, Writer

Links = Mapping[tuple[str, str], Mapping[str, FigureLink]]  # language and bulletin -> row id -> link
Written = tuple[Mapping[str, str], Mapping[str, Seal], list[str]]  # sums and seals of files, and what is wrong
SHARE = 200  # pages for which another process is worth its start


def assemble(
    pages: Iterable[Page],
    runs: Sequence[Run],
    built: Mapping[str, Built],
    writer: Writer,
    links: Links,
    memory: Memory | None = None,
) -> None:
    """Fill every page (``built`` by its path) and write it to its address; all problems at once.

    Many pages are shared out among the processors, unless what they come to is to stay in a ``memory``.
    """
    problems, once = list[str](), dict[str, Page]()
    for page in pages:
        if once.setdefault(page.path, page) is not page:
            problems.append(f"two pages at one address: {page.path or '/'}")
    every, homes = [*once.values()], {(run.lang, run.bulletin): run.home for run in runs}

    def write(share: Sequence[Page]) -> Written:
        found = list[str]()
        for page in share:
            of = page.lang, page.bulletin
            inputs = (built[page.path], page, homes[of], links.get(of, {}))
            make = partial(_filled, *inputs)
            html, wrong = memory.recall(("filled", page.path), inputs, make) if memory else make()
            found += wrong
            writer.write(f"{page.path}index.html", html)
        return writer.sums, writer.seals, found

    count = 1 if memory else min(os.cpu_count() or 1, max(1, len(every) // SHARE))
    shares = [partial(write, every[number::count]) for number in range(count)]
    for sums, seals, found in apart(shares) if count > 1 else [shares[0]()]:
        writer.take(sums, seals)
        problems += found
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
