"""Work in processes of their own, as many as there are processors: each gives back its memory when it is done.

A process is a copy of this one (fork), so what it works on reaches it as it is, and only what it made is sent back.
Unlike those of a pool it ends with the run, however that ends. Where the system cannot copy processes, or other
threads are at work, whose locks a copy would find closed for ever, the tasks are done here, one after another; so too
once a library is loaded that keeps threads of its own. (Those of BLAS do no harm: it stops them for the copy.)
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from generator.errors import BuildError, UserError, disk_error

Made = TypeVar("Made")
_THREADED = ("vl_convert",)
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux
# Programs that are started end with the run too: what one of a killed run still wrote, the next run would take for its.
_MORTAL = f"""
import ctypes, os, runpy, sys
ctypes.CDLL(None).prctl({_DIE_WITH_PARENT}, {int(signal.SIGKILL)})
del sys.argv[0]
if os.getppid() == int(sys.argv.pop(0)):
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""
_PATIENCE = 2  # seconds for a process to end by itself when the run is interrupted, and give the terminal back


def apart(tasks: Sequence[Callable[[], Made]]) -> list[Made]:
    """What each task makes, in their order. If any fail, the error of the first of them, once all have ended."""
    busy = threading.active_count() > 1 or any(name in sys.modules for name in _THREADED)
    if busy or sys.platform != "linux":
        return [task() for task in tasks]
    gc.freeze()  # or looking for garbage would copy all that the processes share
    try:
        ended = _ended(tasks)
    finally:
        gc.unfreeze()
    for _, error in ended:
        if error is not None:
            raise error
    return [made for made, _ in ended]


def program(module: str, *arguments: str) -> list[str]:
    """The command that starts a ``module`` of Python as a program which ends with this run, however that ends.

    Where the system cannot do that, as one that ends by itself.
    """
    if sys.platform != "linux":
        return [sys.executable, "-m", module, *arguments]
    return [sys.executable, "-c", _MORTAL, str(os.getpid()), module, *arguments]


def _ended(tasks: Sequence[Callable[[], Made]]) -> list[tuple[Made, Exception | None]]:
    context, running, ended = get_context("fork"), dict[Any, tuple[int, Any]](), dict[int, Any]()
    places = iter(range(len(tasks)))
    try:
        while len(ended) < len(tasks):
            while len(running) < (os.cpu_count() or 1) and (place := next(places, None)) is not None:
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_send, args=(tasks[place], theirs, [ours, *running], os.getpid()))
                process.start()
                theirs.close()
                running[ours] = place, process
            for ready in wait([*running]):
                place, process = running.pop(ready)
                ended[place] = _received(ready, process)
    finally:
        try:
            for _, process in running.values():
                process.join(_PATIENCE)
        finally:  # or the end of a run that is interrupted once more would wait for all of them
            for _, process in running.values():
                process.terminate()
    return [ended[place] for place in range(len(tasks))]


def _send(task: Callable[[], Made], to: Connection, others: Sequence[Connection], run: int) -> None:
    """In the copy: do the task. A mistake of ours ends it with its traceback, one of the user's is handed on."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    for other in others:  # which are the run's; who holds its own end never learns that nobody reads
        other.close()
    if os.getppid() != run:
        return
    with suppress(KeyboardInterrupt, BrokenPipeError):  # the run that waited for it says so, or is no more
        try:
            to.send((task(), None))
        except UserError as error:
            to.send((None, error))
        except MemoryError:
            to.send((None, _untimely(-signal.SIGKILL)))
        except OSError as error:
            if disk_error(error) is None:
                raise
            to.send((None, error))


def _received(ready: Any, process: Any) -> tuple[Any, Exception | None]:
    with ready:
        try:
            done: tuple[Any, Exception | None] = ready.recv()
        except (EOFError, OSError):
            process.join()
            return None, _untimely(process.exitcode)
    process.join()
    return done


def _untimely(code: int) -> BuildError:
    """Killed from outside, most often because memory ran out; or a mistake of ours, of which the traceback was said."""
    if code == -signal.SIGKILL:
        return BuildError("a process of this run was killed: is there memory enough?")
    return BuildError(f"a process of this run ended before its time ({code})")
