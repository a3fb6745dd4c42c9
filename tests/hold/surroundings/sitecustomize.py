"""Other surroundings for a program: its clock, the order of folder listings, the number of processors.

Python runs this at its start in every process that has the folder on its path, so in the builders too.
"""

from __future__ import annotations

import ctypes
import datetime
import gc
import os
import time
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

_LATER = int(os.environ.get("SURROUNDINGS_LATER", "0"))  # seconds
_PROCESSORS = int(os.environ.get("SURROUNDINGS_PROCESSORS", "0"))
_BACKWARDS = "SURROUNDINGS_BACKWARDS" in os.environ
_true_time = time.time
_scandir, _listdir = os.scandir, os.listdir


class _Listing:
    """What ``os.scandir`` gives, from the last entry to the first."""

    def __init__(self, path: Any = ".") -> None:
        with _scandir(path) as entries:
            self._entries: Iterator[os.DirEntry[str]] = iter(list(entries)[::-1])

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def __enter__(self) -> _Listing:
        return self

    def __exit__(self, *error: object) -> None:
        """Closed already."""

    close = __exit__


def _at(place: int, true: Callable[..., Any]) -> Callable[..., Any]:
    """``true`` with the moment at this place of its arguments now unless it is given."""

    @wraps(true)
    def call(*given: Any) -> Any:
        return true(*given, time.time()) if len(given) == place else true(*given)

    return call


def _teach(kind: type, **methods: Callable[..., Any]) -> None:
    """New class methods for a class of compiled code, which lets nobody set them; other such code knows it by size."""
    own = gc.get_referents(kind.__dict__)[0]
    own.update({name: classmethod(method) for name, method in methods.items()})
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


if _LATER:
    time.time = lambda: _true_time() + _LATER
    time.time_ns = lambda: int(time.time() * 10**9)
    time.localtime, time.gmtime, time.ctime = _at(0, time.localtime), _at(0, time.gmtime), _at(0, time.ctime)
    _strftime, _asctime = time.strftime, time.asctime
    time.strftime = lambda form, moment=None: _strftime(form, moment or time.localtime())
    time.asctime = lambda moment=None: _asctime(moment or time.localtime())
    _teach(datetime.date, today=lambda kind: kind.fromtimestamp(time.time()))
    _teach(
        datetime.datetime,
        now=lambda kind, tz=None: kind.fromtimestamp(time.time(), tz),
        utcnow=lambda kind: kind.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None),
        today=lambda kind: kind.fromtimestamp(time.time()),
    )
if _PROCESSORS:
    os.cpu_count = lambda: _PROCESSORS
    os.sched_getaffinity = lambda process: set(range(_PROCESSORS))
if _BACKWARDS:
    os.scandir = _Listing  # type: ignore[assignment,misc]
    os.listdir = lambda path=".": _listdir(path)[::-1]  # type: ignore[assignment]
