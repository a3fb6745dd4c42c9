"""How a run shows its progress: a spinner on a terminal, a plain line a stage in a log. Times stand in the summary."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.status import Status

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
    """A spinner that hides the cursor while it turns, and gives it back."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status: Status | None = None

    def started(self, stage: str) -> None:
        self.ended()
        self._status = self._console.status(f"{stage} …")
        self._status.start()

    def ended(self) -> None:
        if self._status:
            self._status.stop()
        self._status = None
