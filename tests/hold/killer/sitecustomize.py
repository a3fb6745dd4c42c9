"""Kills or stops a build where it is about to change a file: no clock decides when, so it can be done again.

Python runs this at its start in every process that has the folder on its path, so in the builders too. The
surroundings say what to do, and are read at each step, so that they can change in a process that runs:

    KILLER_STAGE   the stage that the build is in; in a program that it starts then, the stage is "STAGE-program", in
                   a copy of itself "STAGE-copy"
    KILLER_LOG     a file that gets a line for every step
    KILLER_AT      "kill STAGE NUMBER", "tear STAGE NUMBER" or "stop STAGE NUMBER": what to do before that step.
                   To tear is to kill when a file has been opened and nothing stands in it; only such steps count.
                   A build is killed after the last step of the stage if it takes fewer this time.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import Any

_STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "subprocess.Popen", "ctypes.dlsym"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_PROGRAM = "-program" if "KILLER_STAGE" in os.environ else ""
_seen: dict[str, int] = {}
_here = threading.local()  # true while a step of this thread is looked at: what that does itself is none


def _watch(event: str, given: tuple[Any, ...]) -> None:
    if event not in _STEPS or hasattr(_here, "busy") or not (stage := os.environ.get("KILLER_STAGE")):
        return
    _here.busy = True
    try:
        if event != "open" or _writes(*given):
            _step(stage + (_PROGRAM or ("" if os.getpid() == os.getpgrp() else "-copy")), event, given)
    finally:
        del _here.busy


def _writes(path: object, _mode: object, flags: int) -> bool:
    """Whether a file is opened to be written to; a folder is named where a temporary file is about to be made."""
    return bool(flags & _WRITES) and isinstance(path, (str, bytes)) and not os.path.isdir(path)  # noqa: PTH112


def _step(stage: str, event: str, given: tuple[Any, ...]) -> None:
    what, wanted, last = (os.environ.get("KILLER_AT") or "no - 0").split()
    if what == "tear" and event != "open":
        return
    number = _seen[stage] = _seen.get(stage, 0) + 1
    if log := os.environ.get("KILLER_LOG"):
        with open(log, "a", encoding="utf-8") as file:  # noqa: PTH123  # before pathlib is there
            file.write(f"{stage}\t{number}\t{event}\t{given[:2]!r}\n")
    here = (stage, number) == (wanted, int(last))
    if what == "stop" and here:
        os.kill(os.getpid(), signal.SIGSTOP)
    over = (stage != wanted and wanted in _seen) or (wanted.endswith("-copy") and not stage.endswith("-copy"))
    if what in {"kill", "tear"} and (here or over):
        _kill(given[0] if what == "tear" else None)


def _kill(torn: str | None) -> None:
    if torn:
        os.close(os.open(torn, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
    os.kill(0, signal.SIGKILL)  # the group: the build and its builders


sys.addaudithook(_watch)
