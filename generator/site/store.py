"""What the builder made of a shell, kept by everything that decides it: it is built once, however often asked for.

After a build that succeeds, the store of a run holds the shells of that build and no others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = {
    "mkdocs": ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2"),
    "zensical": ("zensical", "markdown", "pymdown-extensions", "jinja2"),
}


def frame_key(builder: str, settings: Path, theme: Path, own: str) -> str:
    """Hash of what all shells of a run share: the builder, the common and the ``own`` settings, the theme."""
    files = {"": settings} | {path.relative_to(theme).as_posix(): path for path in theme.rglob("*") if path.is_file()}
    libraries = [f"{name} {_version(name)}" for name in _LIBRARIES[builder]]
    parts = [builder.encode(), *(name.encode() for name in libraries), own.encode()]
    return _hash([*parts, *(part for name in sorted(files) for part in (name.encode(), files[name].read_bytes()))])


def shell_key(frame: str, source: str) -> str:
    """Hash of everything that decides a built shell: what is around it and what it says."""
    return _hash([frame.encode(), source.encode()])


@lru_cache
def _version(library: str) -> str:
    return version(library)


def _hash(parts: Iterable[bytes]) -> str:
    """Each part with its length, so that no two lists of parts look alike."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.hexdigest()


class Store:
    """The built shells of one run, in ``folder``, each under its key and the digest of what it holds.

    A file that is not what its name says, as a power cut may leave it, is none: its shell is built again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._files = sorted(folder.glob("*.html"))
        self._held = {file.name.partition(".")[0]: file for file in self._files if file.name == _name(file)}

    def place(self, key: str) -> Path:
        """KeyError if it has nothing here."""
        return self._held[key]

    def missing(self, keys: Iterable[str]) -> list[str]:
        """Those of ``keys`` that have nothing here."""
        return [key for key in keys if key not in self._held]

    def take(self, built: Path, key: str) -> None:
        """Move a built shell here; by a rename, so that a killed run leaves it whole or not at all."""
        self._held[key] = built.replace(self._folder / _name(built, key))

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drop what is left of earlier builds."""
        still = {self._held[key] for key in keys}
        for file in {*self._files, *self._held.values()} - still:
            file.unlink(missing_ok=True)


def _name(file: Path, key: str = "") -> str:
    """What the file is called here, where it begins with its key."""
    return f"{key or file.name.partition('.')[0]}.{hashlib.sha256(file.read_bytes()).hexdigest()}.html"
