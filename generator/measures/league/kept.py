"""Tables that were worked out in an earlier run, kept on disk by everything they follow from."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np

from generator.model.standing import LeagueTable

_NUMBERS = {("decimal", "Decimal"), ("fractions", "Fraction")}
_PROGRAM = Path(__file__).parents[2]


def stamped(inputs: object) -> str:
    """The name of a table: a digest of ``inputs``, whose repr must tell all of it, and of the program."""
    return sha256((_version() + repr(inputs)).encode()).hexdigest()


def recalled(cache: Path | None, stamp: str, make: Callable[[], LeagueTable]) -> LeagueTable:
    """The table that is kept under ``stamp``, else what ``make`` gives, which is kept then.

    It is written aside and moved into place, so nobody reads half of one.
    """
    if cache is None:
        return make()
    path = cache / f"{stamp}.pickle"
    try:
        found = _Terms(BytesIO(path.read_bytes())).load()
        if isinstance(found, LeagueTable):
            return found
    except (OSError, EOFError, ValueError, TypeError, AttributeError, ImportError, LookupError, pickle.PickleError):
        pass  # none, or none that can be read
    table = make()
    cache.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=cache, suffix=".part", delete=False) as file:
        pickle.dump(table, file)
    Path(file.name).replace(path)
    return table


class _Terms(pickle.Unpickler):
    """Reads terms of the model and numbers, and nothing else: a file that was put there can call nothing."""

    def find_class(self, module: str, name: str) -> object:
        if not module.startswith("generator.model.") and (module, name) not in _NUMBERS:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


@lru_cache(maxsize=1)
def _version() -> str:
    """Whatever else decides what a table comes to: our code, and numpy's random numbers."""
    code = sha256()
    for path in sorted(path for room in ("measures", "model") for path in (_PROGRAM / room).rglob("*.py")):
        code.update(path.read_bytes())
    return np.__version__ + code.hexdigest()
