"""A figure: one number as a page, a chart, a file or a sentence may show it, with everything one may ask about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from string import ascii_lowercase

from .codes import MISSING, Bound, Status
from .period import Period
from .reference import Unit
from .statement import Key, written_lengths
from .text import Text

LETTERS = ascii_lowercase  # of the operands in a formula


@dataclass(frozen=True, slots=True)
class Value:
    """What a statement says of its figure: a value, a range, or none, with its bound."""

    value: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str  # unit id
    lengths: int = field(init=False, repr=False)  # as of a statement

    def __post_init__(self) -> None:
        object.__setattr__(self, "lengths", written_lengths(self.value, self.high))


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of a stated value at its published precision between two editions."""

    figure: str  # figure id
    edition: str  # the edition that changed it
    previous_edition: str
    old: Value
    new: Value  # of a withdrawn figure: no value
    reason: Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated or computed number. ``value`` is None if missing; a stated value keeps its source's digits."""

    id: str
    key: Key
    value: Decimal | None
    value_high: Decimal | None
    unit: Unit
    status: Status
    bound: Bound
    edition: str  # the edition that states it (its vintage)
    source: str = ""  # source id; blank if computed
    locator: str = ""
    note: Text = Text()
    formula: Text = Text()  # computed figures: the sum in words
    inputs: tuple[str, ...] = ()  # ids of the figures it was computed from
    revised: bool = False  # differs from what an earlier edition said
    set_on: str = ""
    lengths: int = field(init=False, repr=False)  # as of a statement

    def __post_init__(self) -> None:
        object.__setattr__(self, "lengths", written_lengths(self.value, self.value_high))

    @property
    def period(self) -> Period:
        return self.key.period

    @property
    def single(self) -> bool:
        """One value as stated: not missing, no range, not bounded ("over 150"). Only such a value has a certain place
        among others."""
        return self.value is not None and self.value_high is None and self.bound == "exact"

    @property
    def upper(self) -> Decimal | None:
        """The upper end of a range, else the value."""
        return self.value if self.value_high is None else self.value_high

    @property
    def missing(self) -> bool:
        return self.status in MISSING

    @property
    def computed(self) -> bool:
        return bool(self.inputs)
