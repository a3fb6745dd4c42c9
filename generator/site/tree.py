"""The assembled tree: filled pages at their addresses, the theme's files, the data files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.errors import BuildError
from generator.memory import Memory
from generator.model.page import File, Page

from .addresses import ERROR_PAGE, checked
from .fill import FigureLink, filled
from .sources import Run

Links = Mapping[tuple[str, str], Mapping[str, FigureLink]]  # language and bulletin -> row id -> link


def assemble(
    pages: Iterable[Page],
    runs: Sequence[Run],
    built: Mapping[str, Path],
    target: Path,
    links: Links,
    memory: Memory | None = None,
) -> None:
    """Fill every page (``built`` by its path) and write it to its address below ``target``; all problems at once."""
    problems, write = list[str](), _writer()
    held = {(run.lang, run.bulletin): run for run in runs}
    taken: set[str] = set()
    for page in pages:
        if page.path in taken:
            problems.append(f"two pages at one address: {page.path or '/'}")
        taken.add(page.path)
        run = held[(page.lang, page.bulletin)]
        inputs = (built[page.path], page, run.home, links.get((page.lang, page.bulletin), {}))
        make = partial(_filled, *inputs)
        html, found = memory.recall(("filled", page.path), inputs, make) if memory else make()
        problems += found
        write(target / page.path / "index.html", html.encode())
    if problems:
        raise BuildError("\n".join(problems))


def _filled(file: Path, page: Page, home: str, links: Mapping[str, FigureLink]) -> tuple[str, list[str]]:
    """``file`` is named by what it holds."""
    return filled(file.read_text("utf-8"), page, home, links)


def furnish(built: Mapping[str, Path], assets: Path, target: Path, base: str = "/") -> None:
    """The theme's files in ``assets/``, and the error page.

    A server shows the error page at any depth, so its addresses cannot be relative: they start at ``base``.
    """
    write = _writer()
    if ERROR_PAGE in built:
        html = built[ERROR_PAGE].read_text("utf-8")
        write(target / ERROR_PAGE, html.replace('="/', f'="{base}').encode())
    for file in sorted(path for path in assets.rglob("*") if path.is_file()):
        write(target / "assets" / file.relative_to(assets), file.read_bytes())


def fingerprint(own: Path) -> str:
    """A short hash of the theme's own files, so that a browser never mixes two versions."""
    files = sorted(path for path in own.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]


def add(files: Iterable[File], target: Path) -> None:
    """Write the files that stand beside the pages. Two things at one address are a bug, never a silent overwrite."""
    clashes, write = list[str](), _writer()
    for file in files:
        path = target / checked(file.path)
        if path.exists():
            clashes.append(f"two files at one address: {file.path}")
        else:
            write(path, file.content)
    if clashes:
        raise BuildError("\n".join(clashes))


def files_below(folder: Path) -> list[str]:
    """The path of every file below ``folder``, sorted. A site has thousands: plain texts take a fifth of the time."""
    whole = (f"{place}{os.sep}{name}" for place, _, names in os.walk(folder) for name in names)
    return sorted(path[len(str(folder)) + 1 :].replace(os.sep, "/") for path in whole)


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below ``folder``, by path."""
    return {name: digest_of(folder / name) for name in files_below(folder)}


def digest_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _writer() -> Callable[[Path, bytes], None]:
    """Writes files into folders, each of which is made once."""
    made: set[Path] = set()

    def write(path: Path, content: bytes) -> None:
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(content)

    return write
