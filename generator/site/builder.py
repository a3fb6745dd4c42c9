"""The builder as a program: one process a run, as many at a time as there are processors."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

from generator.errors import BuildError

from .sources import Run

Builder = Literal["mkdocs", "zensical"]
_COMMANDS: dict[Builder, tuple[str, ...]] = {
    "mkdocs": ("-m", "mkdocs", "build", "--strict", "--clean", "-f", "mkdocs.yml"),
    "zensical": ("-m", "zensical", "build", "--strict", "--clean", "-f", "mkdocs.yml"),
}
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_TRACE = re.compile(r"^Traceback \(most recent.*?^(?=\w)", re.MULTILINE | re.DOTALL)  # Zensical aborts by raising
_NOISE = re.compile(r"^(INFO|DEBUG)\b|^\s*$|^Aborted with|^RuntimeError: Aborted|^Build (started|finished)")


def run(runs: Sequence[Run], build: Path, epoch: int, builder: Builder = "mkdocs") -> None:
    """Build every run into its own ``site`` folder; BuildError with what the builder said if one fails."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        said = list(pool.map(lambda one: _built(one, build / one.name, epoch, builder), runs))
    if failures := [text for text in said if text]:
        raise BuildError("\n".join(failures))


def environment(epoch: int) -> dict[str, str]:
    """The surroundings of a builder: no clock of its own, no random order, no announcements, no colours."""
    return os.environ | {
        "SOURCE_DATE_EPOCH": str(epoch),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",  # Material 9.8 announces its end of life on every run otherwise
        "NO_COLOR": "1",
        "TZ": "UTC",
    }


def _built(one: Run, folder: Path, epoch: int, builder: Builder) -> str:
    """Run the builder in ``folder``; what it complained of, or nothing."""
    done = subprocess.run(
        [sys.executable, *_COMMANDS[builder]],
        cwd=folder,
        env=environment(epoch),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return ""
    return f"{builder} could not build {one.name}:\n{readable(done.stdout, folder)}"


def readable(output: str, folder: Path) -> str:
    """The lines of a builder's output that say what is wrong, indented, without the machine's own paths."""
    plain = _TRACE.sub("", _COLOUR.sub("", output)).replace(f"{folder.resolve()}{os.sep}", "")
    lines = [line.rstrip() for line in plain.splitlines()]
    return "\n".join(f"  {line}" for line in lines if not _NOISE.search(line)) or "  (it gave no reason)"
