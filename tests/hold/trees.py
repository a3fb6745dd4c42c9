"""Folders of files compared byte by byte."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping
from pathlib import Path

Tree = Mapping[str, bytes]
SHOWN = 5  # files of a difference; the rest is counted


def tree(folder: Path) -> Tree:
    """Every file below ``folder``: its name from there, its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(one: Tree, other: Tree) -> str:
    """Which files differ and how, in short; nothing if none does."""
    names = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    told = [f"{name}: {_difference(one.get(name), other.get(name))}" for name in names[:SHOWN]]
    return "\n".join([*told, *([f"{len(names)} files differ"] if names else [])])


def _difference(one: bytes | None, other: bytes | None) -> str:
    if one is None or other is None:
        return "only in the " + ("second" if one is None else "first")
    lines = difflib.unified_diff(
        one.decode("utf-8", "replace").splitlines(), other.decode("utf-8", "replace").splitlines(), lineterm="", n=0
    )
    return f"{len(one)} and {len(other)} bytes\n" + "\n".join(line[:200] for line in list(lines)[2:14])


def unsound(site: Tree) -> list[str]:
    """The files that SHA256SUMS does not vouch for, and those it names in vain: none in a whole site."""
    lines = site.get("SHA256SUMS", b"").decode().splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    found = {name: hashlib.sha256(content).hexdigest() for name, content in site.items() if name != "SHA256SUMS"}
    return sorted(name for name in sums.keys() | found.keys() if sums.get(name) != found.get(name))
