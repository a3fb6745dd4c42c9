"""Totals of parts. A missing part is not zero: either there is no total, or it says of how many parts it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .operations import OPERATIONS
from .result import Result, applied, nothing

Missing = Literal["refuse", "partial"]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum and what it is the sum of: "six of the seven clusters"."""

    result: Result
    known: int  # parts with a value
    of: int  # all parts
    absent: tuple[str, ...] = ()  # the parts without a value, in the order given

    @property
    def partial(self) -> bool:
        """Is it the sum of some parts only? Then it is no total of the whole and is never shown without saying so."""
        return self.result.value is not None and bool(self.absent)


def total(parts: Mapping[str, Result], *, additive: bool, missing: Missing = "refuse") -> Total:
    """The sum of all ``parts``, in their unit.

    - ``additive``: do the parts make up the whole without overlap? Nested classes ("1 billion yuan and over" within
      "100 million yuan and over") and rates do not: none (not_additive).
    - A part without a value: under "refuse" none (incomplete), under "partial" the sum of the others.
    - No part with a value: none (missing).
    - Bounds travel: with a part "over 7" the sum is at least what it says.
    """
    absent = tuple(name for name, part in parts.items() if part.value is None)
    known = [part for part in parts.values() if part.value is not None]
    if not additive:
        result = nothing("not_additive")
    elif not known:
        result = nothing("missing")
    elif absent and missing == "refuse":
        result = nothing("incomplete")
    else:
        result = applied(OPERATIONS["sum"], *known)
    return Total(result, len(known), len(parts), absent)
