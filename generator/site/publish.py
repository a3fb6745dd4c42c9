"""Publishing: the new site is built beside the last one and takes its place by renaming, whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

CHECKSUMS = "SHA256SUMS"


def staging(build: Path) -> Path:
    """An empty folder for the new site. On the same disk as the site, so that a rename is enough."""
    folder = build / "site-new"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def checksums(site: Path) -> None:
    """Write SHA256SUMS at the root: one line for every published file, sorted by path."""
    files = sorted((path.relative_to(site).as_posix(), path) for path in site.rglob("*") if path.is_file())
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in files if name != CHECKSUMS)
    (site / CHECKSUMS).write_text("".join(lines), "utf-8")


def swap(new: Path, site: Path, build: Path) -> None:
    """Put ``new`` where ``site`` is. The last site is kept until the new one stands."""
    recover(site, build)
    last = _last(build)
    if site.exists():
        site.rename(last)
    try:
        new.rename(site)
    except OSError:
        if last.exists():
            last.rename(site)
        raise
    shutil.rmtree(last, ignore_errors=True)


def recover(site: Path, build: Path) -> None:
    """Undo what a killed run left: put the last site back if none stands, else clear it away."""
    last = _last(build)
    if not last.exists():
        return
    if site.exists():
        shutil.rmtree(last)
    else:
        last.rename(site)


def _last(build: Path) -> Path:
    return build / "site-last"
