"""Builds on demand, each in a process of its own that may be killed; the program is loaded once for all of them.

Reads an order a line, in JSON, and answers in kind: ``build`` and ``swap`` start a process and, with ``wait``, wait
until it ends or stops; ``wait`` does that later, and ``continue`` first lets a stopped one go on.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator import build as shell
from generator.errors import UserError
from generator.site import publish
from generator.stages import Stages

ADOPT = 36  # PR_SET_CHILD_SUBREAPER: builders whose build was killed become our children, so we see them end
DIE_TOO = 1  # PR_SET_PDEATHSIG: nothing stays behind, stopped, when a test fails


class Marking:
    """Tells the killer which stage has begun."""

    def started(self, stage: str) -> None:
        os.environ["KILLER_STAGE"] = stage
        print(f"{stage} …", flush=True)

    def ended(self) -> None:
        """The next stage says enough."""


def build(order: dict[str, Any]) -> int:
    paths = {name: Path(order[name]) for name in ("datasets", "site", "build")}
    try:
        shell.build(shell.Options(**paths, languages=("zh",)), Stages(Marking()))
    except UserError as error:
        print(repr(error), flush=True)
        return error.exit_code
    return 0


def swap(order: dict[str, Any]) -> int:
    if order["plain"]:  # as on a system without an exchange
        publish.exchange = lambda one, other: False
    Marking().started("publish")
    publish.swap(Path(order["new"]), Path(order["site"]))
    return 0


def started(order: dict[str, Any]) -> int:
    """The process that does what the order says, the first of a group of its own."""
    if child := os.fork():
        return child
    os.setsid()
    ctypes.CDLL(None).prctl(DIE_TOO, signal.SIGKILL)
    os.environ.update(order["environ"])
    said = os.open(order["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for ours, theirs in ((os.open(os.devnull, os.O_RDONLY), 0), (said, 1), (said, 2)):
        os.dup2(ours, theirs)
    code = 70
    try:
        code = {"build": build, "swap": swap}[order["do"]](order)
    except Exception:  # a process that is forked must not go on where its parent would
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def outcome(process: int) -> dict[str, Any]:
    """How the process ended, with everything that it started, or that it stopped."""
    _, status = os.waitpid(process, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        return {"process": process, "state": "stopped"}
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-process, 0)
    return {"process": process, "state": "killed" if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)}


def obey(order: dict[str, Any]) -> dict[str, Any]:
    match order["do"]:
        case "continue":
            os.kill(order["process"], signal.SIGCONT)
            return outcome(order["process"])
        case "wait":
            return outcome(order["process"])
        case _:
            process = started(order)
            return outcome(process) if order["wait"] else {"process": process, "state": "started"}


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(ADOPT, 1)
    for line in sys.stdin:
        print(json.dumps(obey(json.loads(line))), flush=True)
