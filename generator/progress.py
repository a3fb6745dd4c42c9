"""How a run shows its progress: on a terminal a spinner with the stage. A log gets the summary at the end, once."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.status import Status

from generator.stages import Reporter, Silent


def reporter() -> Reporter:
    """The display that suits standard error."""
    return Moving(Console(stderr=True)) if sys.stderr.isatty() else Silent()


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
