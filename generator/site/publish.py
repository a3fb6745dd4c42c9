"""Publishing: the new site is made apart from the last one and takes its place by renaming, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EACCES
from pathlib import Path

from filelock import FileLock

from generator.errors import UsageError, disk_error

from .exchange import exchange

CHECKSUMS = "SHA256SUMS"
CATALOG = "catalog.json"


def refuse_unless_ours(site: Path, sources: Iterable[Path], build: Path) -> None:
    """UsageError if ``site`` may not be replaced: it holds something else than a site of ours, or concerns sources.

    It may lie in ``build``, and must not hold it. So too if the system does not let us look, or know such a name.
    """
    try:
        _refuse_unless_ours(site, sources, build)
    except OSError as error:
        if told := disk_error(error):
            raise told from error
        raise


def _refuse_unless_ours(site: Path, sources: Iterable[Path], build: Path) -> None:
    place = site.resolve()
    held = [source for source in (*sources, build) if source.resolve().is_relative_to(place)]
    around = [source for source in sources if place.is_relative_to(source.resolve())]
    for source in (*held, *around):
        raise UsageError(
            "The site cannot go to {folder}: that is, holds or lies in {source}.", folder=site, source=source
        )
    if place.exists() and not place.is_dir():
        raise UsageError("The site cannot go to {folder}: that is no folder.", folder=site)
    if place.is_dir() and any(place.iterdir()) and not _ours(place):
        raise UsageError(
            "{folder} holds other files than a site of this program, and they would be lost. Nothing was touched. "
            "Name a new or an empty folder.",
            folder=site,
        )
    if place.is_mount() or not os.access(_standing(place.parent), os.W_OK):
        raise UsageError("The site cannot go to {folder}: the folder above it cannot be written to.", folder=site)


def _ours(site: Path) -> bool:
    """Whether a finished run made the folder: its checksums name its catalogue."""
    try:
        lines = (site / CHECKSUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return (site / CATALOG).is_file() and any(line[64:] == f"  {CATALOG}" for line in lines)


def _standing(folder: Path) -> Path:
    """The nearest folder around ``folder`` that exists."""
    return next(place for place in (folder, *folder.parents) if place.exists())


def staging(build: Path) -> Path:
    """An empty folder for the new site."""
    folder = cleared(build / "site-new")
    folder.mkdir(parents=True)
    return folder


def cleared(folder: Path) -> Path:
    """The place of ``folder``, where nothing is left: what is moved to a folder that stands would end up in it.

    PermissionError if that cannot be done: it holds a folder that is read-only, or somebody else's.
    """
    shutil.rmtree(folder, ignore_errors=True)
    if os.path.lexists(folder):
        raise PermissionError(EACCES, "cannot be cleared away", str(folder))
    return folder


def checksums(site: Path, sums: Mapping[str, str]) -> None:
    """Write SHA256SUMS at the root: a line for every published file, sorted by path. ``sums`` are those of all."""
    lines = (f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
    (site / CHECKSUMS).write_text("".join(lines), "utf-8")


def swap(new: Path, site: Path, *, clear: bool = True) -> None:
    """Put ``new`` where ``site`` is: in one step where the system can, else by two renames that can be undone.

    Either works only within one disk: so ``new`` is first brought beside ``site``, by copying if it has to be. Without
    ``clear``, what the site was stays beside it until :func:`recover`.
    """
    site.resolve().parent.mkdir(parents=True, exist_ok=True)
    with _alone(site):
        _recover(site)
        _swap(new, site.resolve(), _beside(site, "last"), _beside(site, "new"))
        if clear:
            _clear(site)


def _swap(new: Path, site: Path, last: Path, beside: Path) -> None:
    shutil.move(new, cleared(beside))
    if not site.exists():
        beside.rename(site)
    elif not exchange(beside, site):
        site.rename(cleared(last))
        try:
            beside.rename(site)
        except OSError:
            last.rename(site)
            raise


def recover(site: Path) -> None:
    """Undo what a killed run left: put the last site back if none stands, and clear the rest away."""
    if site.resolve().parent.is_dir():
        with _alone(site):
            _recover(site)


def _recover(site: Path) -> None:
    last = _beside(site, "last")
    if last.exists() and not site.exists():
        last.rename(site.resolve())
    _clear(site)


@contextmanager
def _alone(site: Path) -> Iterator[None]:
    """Nobody else puts a site there meanwhile: runs with build folders of their own may share it."""
    place = _beside(site, "lock")
    with FileLock(place):
        try:
            yield
        finally:
            with suppress(PermissionError):  # Windows deletes no open file; there the lock does it
                place.unlink(missing_ok=True)


def _clear(site: Path) -> None:
    for name in ("last", "new"):
        shutil.rmtree(_beside(site, name), ignore_errors=True)


def _beside(site: Path, name: str) -> Path:
    """A folder next to the site, which is on the same disk. A link to the site is followed, and stays."""
    place = site.resolve()
    return place.with_name(f".{place.name}-bulletin-{name}")
