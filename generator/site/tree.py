"""The assembled tree: filled pages at their addresses, one copy of the theme's files, the data files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

from generator.errors import BuildError
from generator.model.page import File, Page

from .addresses import checked
from .fill import FigureLink, filled
from .sources import Run

Links = Mapping[tuple[str, str], Mapping[str, FigureLink]]  # language and bulletin -> row id -> link
_ASSET = re.compile(r"assets/([\w./-]+)")


def assemble(pages: Iterable[Page], runs: Sequence[Run], build: Path, target: Path, links: Links) -> None:
    """Fill every page that the runs built and write it to its address below ``target``; all problems at once."""
    problems: list[str] = []
    held = {(run.lang, run.bulletin): run for run in runs}
    taken: set[str] = set()
    for page in pages:
        if page.path in taken:
            problems.append(f"two pages at one address: {page.path or '/'}")
        taken.add(page.path)
        run = held[(page.lang, page.bulletin)]
        built = build / run.name / "site" / page.address / "index.html"
        if not built.is_file():
            problems.append(f"{page.path}: the builder made no such page")
            continue
        html, found = filled(built.read_text("utf-8"), page, run.home, links.get((page.lang, page.bulletin), {}))
        problems += found
        _write(target / page.path / "index.html", html.encode())
    if problems:
        raise BuildError("\n".join(problems))


def hoist(runs: Sequence[Run], build: Path, target: Path, own: Path | None, base: str = "/") -> None:
    """The theme's files, the same in every run, once in ``assets/``; ours (``own``) beside them; one 404 page.

    A server shows the 404 page at any depth, so its addresses cannot be relative: they start at ``base``.
    Of the builder's own files only those are published that a page names: our theme needs few or none.
    """
    for run in runs:
        missing = build / run.name / "site" / "404.html"
        if not run.home and missing.is_file():
            html = missing.read_text("utf-8")
            _write(target / "404.html", html.replace('="/', f'="{base}').encode())
    named = {name for page in target.rglob("*.html") for name in _ASSET.findall(page.read_text("utf-8"))}
    for run in runs:
        _copy(build / run.name / "site" / "assets", target / "assets", named)
    if own is not None:
        _copy(own, target / "assets", None)


def fingerprint(own: Path) -> str:
    """A short hash of the theme's own files, so that a browser never mixes two versions."""
    files = sorted(path for path in own.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]


def add(files: Iterable[File], target: Path) -> None:
    """Write the files that stand beside the pages. Two things at one address are a bug, never a silent overwrite."""
    clashes: list[str] = []
    for file in files:
        path = target / checked(file.path)
        if path.exists():
            clashes.append(f"two files at one address: {file.path}")
        else:
            _write(path, file.content)
    if clashes:
        raise BuildError("\n".join(clashes))


def _copy(source: Path, target: Path, named: Set[str] | None) -> None:
    """Copy a folder of assets, or only the ``named`` ones; a file that another run has too must be the same."""
    for file in sorted(source.rglob("*")) if source.is_dir() else ():
        name = file.relative_to(source).as_posix()
        if not file.is_file() or (named is not None and name not in named):
            continue
        content = file.read_bytes()
        place = target / checked(name)
        if place.exists() and place.read_bytes() != content:
            raise BuildError(f"two different files at one address: assets/{name}")
        _write(place, content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
