"""Results of an earlier run, kept on disk beside a digest of everything that they follow from.

What :mod:`generator.memory` is within a run of the preview, this is from run to run.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from io import BytesIO
from pathlib import Path
from stat import S_IFMT, S_ISREG
from tempfile import NamedTemporaryFile
from typing import TypeVar

Made = TypeVar("Made")

_ROOT = Path(__file__).resolve().parents[1]
_PROGRAM = ("generator", "templates", "docs")  # folders whose files decide what a result comes to
_DIGEST = sha256().digest_size
HUGE = 100_000_000  # bytes of a file of which size and time must do
_VALUES = {
    *(("datetime", name) for name in ("date", "datetime", "timedelta", "timezone")),
    *(("decimal", "Decimal"), ("fractions", "Fraction"), ("markupsafe", "Markup")),
}


def recalled(path: Path, stamp: str, kind: type[Made]) -> Made | None:
    """The result of this ``kind`` that is kept at ``path`` under ``stamp``; None if there is none, or none readable.

    What is not as it was kept, by its digest, is none: half of a text or another figure in it could still be read.
    """
    try:
        content = path.read_bytes()
        if not content.startswith(stamp.encode()):
            return None
        sealed = memoryview(content)[len(stamp) :]
        if sha256(sealed[_DIGEST:]).digest() != sealed[:_DIGEST]:
            return None
        found = _Terms(BytesIO(sealed[_DIGEST:])).load()
    except (OSError, EOFError, ValueError, TypeError, AttributeError, ImportError, LookupError, pickle.PickleError):
        return None
    return found if isinstance(found, kind) else None


def keep(path: Path, stamp: str, result: object) -> None:
    """Keep ``result`` at ``path``, in place of what was kept there. It is written aside and moved into place, so
    nobody reads half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=path.parent, suffix=".part", delete=False) as file:
        try:
            content = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
            file.writelines([stamp.encode(), sha256(content).digest(), content])
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink()
            raise


def stamped(parts: Iterable[bytes]) -> str:
    """A digest of ``parts``, in which no two lists of parts look alike, and of the program."""
    digest = sha256(_program().encode())
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.hexdigest()


def contents(folder: Path) -> Iterator[bytes]:
    """The name of everything below ``folder``, each with its bytes, or with what it is if it is no file of its own or
    a huge one. OSError or RecursionError if that cannot be told; what Python writes beside its modules is left out.
    """
    for place, folders, files in os.walk(folder, onerror=_refused):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in (*folders, *sorted(files)):
            path = Path(place, name)
            yield os.fsencode(path.relative_to(folder))
            yield _said(path, path.lstat())


def _said(path: Path, state: os.stat_result) -> bytes:
    if not S_ISREG(state.st_mode):
        return str(S_IFMT(state.st_mode)).encode()
    return path.read_bytes() if state.st_size <= HUGE else f"{state.st_size} {state.st_mtime_ns}".encode()


def _refused(error: OSError) -> None:
    raise error


@cache
def _program() -> str:
    """Our code, wording and guides, and the versions of Python and of every library."""
    digest = sha256(sys.version.encode())
    for version in sorted(f"{one.name} {one.version}\n" for one in distributions()):
        digest.update(version.encode())
    for folder in _PROGRAM:
        for part in contents(_ROOT / folder):
            digest.update(len(part).to_bytes(8))
            digest.update(part)
    return digest.hexdigest()


class _Terms(pickle.Unpickler):
    """Reads values and terms of ours, and nothing else: a file that somebody put there can call nothing."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _VALUES:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith("generator.") else None
        if not (isinstance(found, type) and is_dataclass(found)):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
