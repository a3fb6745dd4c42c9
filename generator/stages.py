"""The stages of a run, timed, and shown as they begin."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol


class Reporter(Protocol):
    """Where the progress of a run is shown."""

    def started(self, stage: str) -> None: ...

    def ended(self) -> None: ...


class Silent:
    """Shows nothing."""

    def started(self, stage: str) -> None:
        """Nothing to show."""

    def ended(self) -> None:
        """Nothing to show."""


@dataclass(slots=True)
class Stages:
    """Seconds spent in each stage, in the order of the run."""

    reporter: Reporter = field(default_factory=Silent)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside; a stage entered twice adds up. The display ends with it, also by an error."""
        self.reporter.started(name)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.reporter.ended()
        self.add({name: time.perf_counter() - start})

    def add(self, seconds: Mapping[str, float]) -> None:
        """Time that was spent elsewhere, in a process of its own."""
        for name, spent in seconds.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + spent
