"""The filter files of a Pagefind index in one order: Pagefind writes their values in another one on every run.

A file is named by a hash of what it holds, and another file holds that name, so both are named anew. They hold CBOR
(RFC 8949) behind a mark, compressed.
"""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

_MARK = b"pagefind_dcd"
_LISTS, _NAMED = 4, (2, 3)  # major types of CBOR: arrays; byte and text strings


def in_order(index: Path) -> dict[str, str]:
    """Sort the values of every filter; the new name of each ``pagefind.*.pf_meta`` by its old one, without the ends."""
    files = {path.stem: _sorted(path) for path in sorted((index / "filter").glob("*.pf_filter"))}
    names = {}
    for path in sorted(index.glob("*.pf_meta")):
        content = gzip.decompress(path.read_bytes())
        for old, new in files.items():
            content = content.replace(old.encode(), new.encode())
        names[path.stem.removeprefix("pagefind.")] = _rewritten(path, content).removeprefix("pagefind.")
    return names


def _sorted(path: Path) -> str:
    """Sort the values of one filter: ``[name, [[value, [page, ...]], ...]]``. Returns the new name of the file."""
    content = gzip.decompress(path.read_bytes())
    values = _end(content, len(_MARK) + 1)  # behind the mark and the head of the pair is the name of the filter
    at, count = _head(content, values)
    head, parts = content[:at], []
    for _ in range(count):
        end = _end(content, at)
        parts.append(content[at:end])
        at = end
    return _rewritten(path, head + b"".join(sorted(parts)))


def _rewritten(path: Path, content: bytes) -> str:
    """Replace a file by one with this content and a name to match, as long as the old one. Returns the name."""
    before, _, digest = path.stem.rpartition("_")
    name = f"{before}_{hashlib.sha256(content).hexdigest()[: len(digest)]}"
    path.unlink()
    path.with_name(f"{name}{path.suffix}").write_bytes(gzip.compress(content, mtime=0))
    return name


def _head(content: bytes, at: int) -> tuple[int, int]:
    """Where the head of the item at ``at`` ends, and the number in it."""
    number = content[at] & 31
    width = 0 if number < 24 else 1 << number - 24
    end = at + 1 + width
    return end, int.from_bytes(content[at + 1 : end]) if width else number


def _end(content: bytes, at: int) -> int:
    """Where the item at ``at`` ends: a number, a string or an array."""
    kind = content[at] >> 5
    at, number = _head(content, at)
    if kind == _LISTS:
        for _ in range(number):
            at = _end(content, at)
    return at + number if kind in _NAMED else at
