"""How a run shows its progress: one line on a terminal, a plain line a stage in a log. Times stand in the summary."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.live import Live

from generator.stages import Reporter


def reporter() -> Reporter:
    """The display that suits standard error."""
    return Moving(Console(stderr=True)) if sys.stderr.isatty() else Plain()


class Plain:
    """One line as each stage begins, so that a log tells where a run stands or stopped."""

    def started(self, stage: str) -> None:
        print(f"{stage} …", file=sys.stderr, flush=True)

    def ended(self) -> None:
        """The next stage says enough."""


class Moving:
    """A line that names the stage, until it has ended. It stands still: of a process with threads no copy is made."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._line: Live | None = None

    def started(self, stage: str) -> None:
        self.ended()
        self._line = Live(f"{stage} …", console=self._console, auto_refresh=False, transient=True)
        self._line.start(refresh=True)

    def ended(self) -> None:
        if self._line:
            self._line.stop()
        self._line = None
