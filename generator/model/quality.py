"""How complete, how early and how firm the data of an edition is: the scoreboard of the scoreboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal


@dataclass(frozen=True, slots=True)
class Returns:
    """The observations of an area, or of several, in one edition: numbers of rows."""

    named: int = 0  # that the edition names, with or without a value; not those that cannot exist
    filled: int = 0  # of these with a value
    provisional: int = 0  # of these with a provisional one
    late: int = 0  # first stated here, though an earlier edition reached beyond the end of the period
    revised: int = 0  # corrections of what an earlier edition said

    @property
    def complete(self) -> Decimal | None:
        """The share of those named that have a value, in per cent; None of nothing."""
        return _per_cent(self.filled, self.named)

    @property
    def unconfirmed(self) -> Decimal | None:
        """The share of the values that are provisional, in per cent; None of nothing."""
        return _per_cent(self.provisional, self.filled)

    def __add__(self, other: Returns) -> Returns:
        return Returns(
            self.named + other.named,
            self.filled + other.filled,
            self.provisional + other.provisional,
            self.late + other.late,
            self.revised + other.revised,
        )


def _per_cent(part: int, whole: int) -> Decimal | None:
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_EVEN) if whole else None


@dataclass(frozen=True, slots=True)
class Files:
    """The files on the projects of an area: how many say what."""

    projects: int = 0
    staged: int = 0  # with a stage
    dated: int = 0  # with a dated stage
    sized: int = 0  # with a planned total investment
    posted: int = 0  # with a responsible post


@dataclass(frozen=True, slots=True)
class Quality:
    """The quality of an edition's data."""

    areas: Mapping[str, Returns] = field(default_factory=dict)  # in the order of the areas
    files: Mapping[str, Files] = field(default_factory=dict)  # by area
    scheduled: date | None = None  # when the edition was to be released
    released: date | None = None
    known: date | None = None  # the last day of its data

    @property
    def afterwards(self) -> bool:
        """Whether it was compiled so long after its data that nobody can have waited for the day: more than a year."""
        if not (self.released and self.scheduled and self.known):
            return False
        day = min(self.released, self.scheduled)  # an announced edition that came years late was announced all the same
        return (day.year - 1, day.month, day.day) > (self.known.year, self.known.month, self.known.day)

    @property
    def delay(self) -> int | None:
        """Days between the two, negative if it was early; None before the release."""
        return (self.released - self.scheduled).days if self.released and self.scheduled else None

    def of(self, inside: Callable[[str], bool]) -> Returns:
        """The returns of the areas that are ``inside``, together."""
        return sum((one for area, one in self.areas.items() if inside(area)), Returns())
