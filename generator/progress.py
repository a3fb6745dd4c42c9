"""How a run shows its progress: a spinner with the stage on a terminal, one plain line a stage elsewhere."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.status import Status

from generator.stages import Reporter


def reporter() -> Reporter:
    """The display that suits standard error."""
    return _Moving() if sys.stderr.isatty() else _Plain()


class _Plain:
    def started(self, stage: str) -> None:
        """A log has no use for what has only begun."""

    def finished(self, stage: str, seconds: float) -> None:
        print(f"{stage}: {seconds:.2f} s", file=sys.stderr, flush=True)


class _Moving:
    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._status: Status | None = None

    def started(self, stage: str) -> None:
        self._status = self._console.status(f"{stage} …")
        self._status.start()

    def finished(self, stage: str, seconds: float) -> None:
        if self._status:
            self._status.stop()
        self._console.print(f"[green]✓[/green] {stage} [dim]{seconds:.2f} s[/dim]")
