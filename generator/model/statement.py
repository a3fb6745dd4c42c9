"""Statements: rows in which a source says a value. Observations, targets, amounts of projects."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from .codes import Bound, Status
from .period import Period
from .text import Text


@dataclass(frozen=True, slots=True)
class Location:
    """Where a row stands, for messages and for tracing: package, file, line (the header is line 1)."""

    package: str
    file: str
    line: int


class Key(NamedTuple):
    """What a statement is about. The full key names one series point in every edition."""

    kind: str  # obs, target, amount; calc, mechanism, league of what is computed
    subject: str  # area code; of an amount project id
    concept: str  # id of indicator, relation, mechanism or league; of an amount its item
    measure: str
    breakdown: str
    peers: str
    period: Period

    @property
    def id(self) -> str:
        """The figure id: readable, stable, the same in every edition that states the key."""
        if self.kind == "amount":
            parts = [self.kind, self.subject, self.concept]
        elif self.kind == "target":
            parts = [self.kind, self.subject, self.concept, self.measure, self.breakdown]
        else:
            parts = [self.kind, self.subject, self.concept, self.measure, self.breakdown, self.peers]
        return ".".join([*parts, self.period.slug])

    @property
    def series(self) -> tuple[str, ...]:
        """The key without its period: rows that share it form one series."""
        return (self.kind, self.subject, self.concept, self.measure, self.breakdown, self.peers)


def written_lengths(low: Decimal | None, high: Decimal | None) -> int:
    """The lengths of both ends as text, in one number. 8 and 8.0 are equal as Decimals, and are not the same figure."""
    return len(str(low)) + 100 * len(str(high))  # no number has a hundred digits


@dataclass(frozen=True, slots=True)
class Statement:
    """One row that gives a value, in one edition. ``value`` keeps the digits of the source."""

    key: Key
    edition: str
    value: Decimal | None
    value_high: Decimal | None  # upper end of a range
    unit: str  # unit id, resolved (row, else measure, else indicator)
    status: Status
    bound: Bound
    source: str
    locator: str
    reason: Text  # of a revision or withdrawal
    note: Text
    set_on: str  # targets: when the aim was announced
    at: Location
    decimals: int | None = None  # digits after the point that the series publishes; None: as many as are written
    figure: str = field(init=False)  # id of the figure that the row states: asked for often, so written once
    lengths: int = field(init=False, repr=False)  # statements are equal only if their digits are

    def __post_init__(self) -> None:
        object.__setattr__(self, "figure", self.key.id)
        object.__setattr__(self, "lengths", written_lengths(self.value, self.value_high))

    @property
    def single(self) -> bool:
        """One value as stated: not missing, no range, not bounded ("over 150")."""
        return self.value is not None and self.value_high is None and self.bound == "exact"
