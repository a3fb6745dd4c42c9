"""Addresses below the site's root: how one page links another, and which paths may be written."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.errors import BuildError

ERROR_PAGE = "404.html"  # made by the theme; shown at any depth, so its addresses start at the site's root
_REST = re.compile(r"[?#]")
_ODD = re.compile(r"[\x00-\x1f\x7f\\:]")


@lru_cache(maxsize=65536)
def relative(page: str, target: str) -> str:
    """The link from the directory address ``page`` to ``target``, both given below the site's root.

    ``page`` is "" or ends with a slash. Relative links are what lets the site stand under any sub-path.
    """
    found = _REST.search(target)
    path, rest = (target[: found.start()], target[found.start() :]) if found else (target, "")
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    link = "../" * (len(here) - shared) + "/".join(there[shared:])
    if not link and rest.startswith("#"):
        return rest
    return (link or "./") + rest


def checked(path: str) -> str:
    """``path`` itself if it may be written below the site's root; BuildError if it could leave it."""
    parts = path.split("/")
    if not path or _ODD.search(path) or any(part in ("", ".", "..") for part in parts):
        raise BuildError(f"not a path below the site's root: {path!r}")
    return path
