"""Volumes composed side by side: a process each, as many as there are processors.

A process is a copy of this one (fork), so the editions reach it as they are, and only what it composed is sent back.
Volumes share nothing but drawings on the disk, which are written whole. Where the system cannot copy processes, where
other threads are at work, whose locks a copy would find closed for ever, and in a preview, which remembers, they are
composed one after another.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Sequence
from multiprocessing import get_context

from .compose import Composition, compose
from .volume import Volume

_given: list[Volume] = []  # in a copy: the volumes that it was made with


def compose_all(volumes: Sequence[Volume], *, apart: bool) -> list[Composition]:
    """All pages of every volume, in their order; ``apart``: in processes of their own."""
    workers = min(len(volumes), os.cpu_count() or 1)
    alone = sys.platform == "linux" and threading.active_count() == 1
    if not apart or workers < 2 or not alone:
        return [compose(volume) for volume in volumes]
    gc.freeze()  # or looking for garbage would copy all that the processes share
    try:
        with get_context("fork").Pool(workers, _given.extend, (volumes,)) as pool:
            return pool.map(_composed, range(len(volumes)), chunksize=1)
    finally:
        gc.unfreeze()


def _composed(place: int) -> Composition:
    return compose(_given[place])
