"""The store of frictionless verdicts, keyed by content: a file that never changes is validated once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

_FORM = b"verdict 3"  # to be raised when Finding changes


class Finding(NamedTuple):
    """One error of a verdict: frictionless' error type, the number of the record, the column, the cell, its note."""

    error: str
    record: int | None
    column: str
    cell: str
    note: str


def verdict_key(version: str, parts: Iterable[bytes]) -> str:
    """The name of a verdict: a digest of everything it depends on."""
    digest = sha256(_FORM + version.encode())
    for part in parts:
        digest.update(sha256(part).digest())
    return digest.hexdigest()


def kept(cache: Path | None, key: str) -> tuple[Finding, ...] | None:
    """The verdict kept under ``key``; None if there is none, or none that can be read."""
    if cache is None:
        return None
    try:
        found = json.loads((cache / f"{key}.json").read_text(encoding="utf-8"))
        return tuple(Finding(*finding) for finding in found)
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def keep(cache: Path | None, key: str, findings: Iterable[Finding]) -> None:
    """Keeps a verdict. Written aside and moved into place, since several builds may share the store."""
    if cache is None:
        return
    cache.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=cache, suffix=".part", delete=False) as file:
        json.dump(list(findings), file, ensure_ascii=False)
    Path(file.name).replace(cache / f"{key}.json")
