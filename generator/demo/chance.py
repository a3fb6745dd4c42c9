"""Chance that is the same on every platform and in every version of Python: whole numbers only."""

from __future__ import annotations

from hashlib import sha256
from random import Random


class Chance:
    """A stream of draws of its own for every name: what one county draws does not move another's figures.

    Of :mod:`random` only ``random()`` is used, whose sequence for a given whole number is promised not to change.
    """

    def __init__(self, *names: object) -> None:
        seed = int.from_bytes(sha256("/".join(map(str, names)).encode()).digest())
        self._draw = Random(seed).random  # noqa: S311 - invented figures, no secrets

    def below(self, limit: int) -> int:
        """A whole number from 0 to ``limit`` - 1, each as likely."""
        return int(self._draw() * limit)

    def around(self, reach: int) -> int:
        """A whole number from -``reach`` to ``reach``: symmetric, small ones more likely, zero on average."""
        return self.below(reach + 1) - self.below(reach + 1)

    def one_in(self, cases: int) -> bool:
        return self.below(cases) == 0
