"""Files written below a folder, each once. What the last site holds already is linked, not written again.

A site has thousands of files, and mostly a few of them have changed. A second name for a file costs a fifth of a
second copy, and leaves the time of the file as it was, so that whoever mirrors the site sees what has changed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from stat import S_IFREG

from generator import kept
from generator.memory import Memory
from generator.model.page import Stored

# How a file stood on the disk when it was written: SHA-256, inode, size, time of its last change in nanoseconds, mode.
# Who edits the file, or puts another in its place, breaks the seal; who then sets size and time back does not.
Seal = tuple[str, int, int, int, int]


class Writer:
    """Writes below ``target``, and knows the SHA-256 of each file by its path.

    A file of the ``last`` site that is as its seal says, and is to hold the same, gets a second name instead of a
    second copy. ``memory``: of the last run of a preview. Each folder is made once, and paths are plain texts, which
    takes a third of the time.
    """

    def __init__(
        self,
        target: Path,
        last: Path | None = None,
        seals: Mapping[str, Seal] | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.sums: dict[str, str] = {}
        self.seals: dict[str, Seal] = {}
        self._target, self._last, self._seals, self._made = target, last, seals or {}, set[str]()
        self._memory, self._mode = memory, _usual_mode()

    def write(self, path: str, content: bytes | Stored) -> None:
        """FileExistsError if there is a file at ``path``."""
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            (self._target / folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        digest = content.digest if not isinstance(content, bytes) else self._digest(path, content)
        place = f"{self._target}/{path}"
        if not self._linked(path, place, digest):
            with open(place, "xb") as file:  # noqa: PTH123 - see above
                file.write(content if isinstance(content, bytes) else content.read())
        self.sums[path], self.seals[path] = digest, _seal(place, digest)

    def take(self, sums: Mapping[str, str], seals: Mapping[str, Seal]) -> None:
        """What a copy of this writer has written, in a process of its own."""
        self.sums.update(sums)
        self.seals.update(seals)

    def _digest(self, path: str, content: bytes) -> str:
        make = partial(_sha256, content)
        return self._memory.recall(("digest", path), content, make) if self._memory else make()

    def _linked(self, path: str, place: str, digest: str) -> bool:
        """Whether the file of the last site stands at ``place`` now."""
        seal = self._seals.get(path)
        if seal is None or (seal[0], seal[-1]) != (digest, self._mode):
            return False
        try:
            os.link(f"{self._last}/{path}", place, follow_symlinks=False)
        except FileExistsError:
            raise
        except OSError:  # it is gone, lies on another disk, or the disk knows no second names
            return False
        if _seal(place, digest) == seal:
            return True
        Path(place).unlink()
        return False


def sealed(file: Path) -> Mapping[str, Seal]:
    """The seals that were kept in ``file``; none if they cannot be read."""
    return kept.recalled(file, kept.stamped([]), dict) or {}


def keep_seals(file: Path, seals: Mapping[str, Seal]) -> None:
    """Keep them for the next run, if that can be done: without them it writes every file."""
    with suppress(OSError):
        kept.keep(file, kept.stamped([]), seals)


def _seal(place: str, digest: str) -> Seal:
    state = os.lstat(place)
    return digest, state.st_ino, state.st_size, state.st_mtime_ns, state.st_mode


def _usual_mode() -> int:
    """What the system says of a new file of this process."""
    mask = os.umask(0)
    os.umask(mask)
    return S_IFREG | (0o666 & ~mask)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
