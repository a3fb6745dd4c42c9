"""Which folders hold bulletins, and whether a path may be opened: decided before anything is read."""

from __future__ import annotations

import errno
import re
import stat
from dataclasses import replace
from pathlib import Path

from generator.errors import Problem, UsageError

DECLARATION = "bulletin.yaml"
MAX_BYTES = 50_000_000  # a quarter's table of a province is under 1 MB, five years of nine hundred areas are 40
MEGABYTES = str(MAX_BYTES // 1_000_000)
NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}", re.ASCII)
# What Windows takes for devices: a site with such a folder could not be copied there.
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
# A bulletin stands at the site's root, beside these; the names of its pages are kept free there for the site itself.
RESERVED_BULLETINS = DEVICES | frozenset({
    "en", "zh", "assets", "pagefind", "search", "data", "editions", "areas", "indicators", "projects", "sources",
    "glossary", "revisions", "scoreboard", "reference", "released", "schemas",
})  # fmt: skip
RESERVED_TOPICS = DEVICES | frozenset({"reference", "projects", "released", "schemas"})  # folders of every bulletin
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:", re.ASCII)  # file:, http:, and the drive letters of Windows


def bulletins(datasets: Path) -> tuple[str, ...]:
    """The bulletins below ``datasets``: its plain folders that hold a ``bulletin.yaml``, sorted."""
    if not datasets.is_dir():
        raise UsageError("There is no folder {folder}: --datasets names the one with the bulletins.", folder=datasets)
    found = (
        folder.name
        for folder in datasets.iterdir()
        if is_name(folder.name) and not folder.is_symlink() and (folder / DECLARATION).is_file()
    )
    return tuple(sorted(found))


def is_name(text: str) -> bool:
    """Whether ``text`` may name a bulletin or a package: it becomes a folder and a part of addresses."""
    return bool(NAME.fullmatch(text))


def refusal_of_text(path: str) -> str:
    """The rule that the written path breaks, before the disk is asked; blank if none."""
    parts = path.split("/")
    forbidden = {
        "path-scheme": bool(_SCHEME.match(path)),
        "path-backslash": "\\" in path,
        "path-absolute": path.startswith("/"),
        "path-home": "~" in path,
        "path-variable": "$" in path or "%" in path,
        "path-up": ".." in parts,
        "path-hidden": any(part.startswith(".") and part not in (".", "..") for part in parts),
        "path-form": not path or not path.isprintable() or any(part in ("", ".") for part in parts),
    }
    return next((rule for rule, broken in forbidden.items() if broken), "")


def refusal(folder: Path, path: str) -> str:
    """The rule that opening ``folder/path`` would break; blank if it is a plain file inside ``folder``."""
    if rule := refusal_of_text(path):
        return rule
    target = folder / path
    try:
        if not target.resolve().is_relative_to(folder.resolve()):
            return "path-link"
        state = target.stat()
    except RuntimeError:  # links in a circle; from Python 3.13 on an OSError like the others
        return "path-link"
    except OSError as error:
        return _refused_by(error)
    if not stat.S_ISREG(state.st_mode):  # a device or a pipe would hang the reader
        return "path-kind"
    return "file-size" if state.st_size > MAX_BYTES else ""


def _refused_by(error: OSError) -> str:
    """The rule for what the system says of a file that cannot be opened."""
    missing = dict.fromkeys((errno.ENOENT, errno.ENOTDIR), "file-missing")
    rules = {**missing, errno.ELOOP: "path-link", errno.ENAMETOOLONG: "path-form"}
    return rules.get(error.errno or 0, "file-unreadable")


def refusal_of_folder(parent: Path, name: str) -> str:
    """The rule that entering ``parent/name`` would break. A linked folder is refused even if it stays inside."""
    if not is_name(name):
        return refusal_of_text(name) or "path-name"
    folder = parent / name
    if folder.is_symlink():
        return "path-link"
    return "" if folder.is_dir() else "folder-missing"


def opened(folder: Path, path: str, place: Problem) -> tuple[bytes, list[Problem]]:
    """The bytes of a file inside ``folder``; else nothing, and why it is not opened, said of ``place``."""
    rule = refusal(folder, path)
    if not rule:
        try:
            return (folder / path).read_bytes(), []
        except OSError as error:  # not ours to read, or gone since it was looked for
            rule = _refused_by(error)
    return b"", [replace(place, rule=rule, value=path, facts={"limit": MEGABYTES})]
