"""What the last run of a preview made, so that the next one makes only what a change touches.

A build of a site starts with an empty memory and takes nothing from it. A preview keeps one from run to run.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Made = TypeVar("Made")


class Memory:
    """The last inputs and the result of every step, by the step's name.

    Inputs are compared by value, and are mostly the very objects of the last run, which costs next to nothing. A step
    must be a pure function of its inputs; all of them must be given, and none be equal that a reader can tell apart.
    """

    def __init__(self) -> None:
        self._last: dict[Hashable, tuple[object, object]] = {}

    def recall(self, step: Hashable, inputs: object, make: Callable[[], Made]) -> Made:
        """The result that ``step`` had for these inputs the last time, else what ``make`` gives."""
        held = self._last.get(step)
        if held is not None and (held[0] is inputs or held[0] == inputs):
            return cast(Made, held[1])
        made = make()
        self._last[step] = (inputs, made)
        return made

    def same(self, step: Hashable, value: Made) -> Made:
        """``value``, as the very object of the last run if it equals that: comparing it again then costs nothing."""
        return self.recall(step, value, lambda: value)
