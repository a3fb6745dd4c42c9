"""How large a demonstration is, and which quarters and editions it has."""

from __future__ import annotations

from dataclasses import dataclass

from generator.intake import last_day, year_to_date
from generator.model.codes import Basis

Quarter = int  # quarters since the year 0: the next is one more
LAST: Quarter = 2026 * 4 + 2  # 2026-Q3; no clock is read


@dataclass(frozen=True, slots=True)
class Plan:
    """The size of the panel, each part of it at least 1. The last ``editions`` quarters, at most all, have editions of
    their own; the first of these also states all quarters before it. The first ``projects`` have names, as far as these
    lie in the panel's counties, the others numbers."""

    areas: int = 9
    indicators: int = 22
    quarters: int = 12
    editions: int = 12
    projects: int = 46
    seed: int = 1
    name: str = "demo"

    @property
    def published(self) -> range:
        """The quarters that have an edition."""
        return range(LAST - min(self.editions, self.quarters) + 1, LAST + 1)

    @property
    def told(self) -> range:
        """All quarters of the panel."""
        return range(LAST - self.quarters + 1, LAST + 1)

    @property
    def lived(self) -> range:
        """The same from the January of the year before, since targets set out from the result of a year."""
        return range((self.told.start // 4 - 1) * 4, LAST + 1)


def year(quarter: Quarter) -> int:
    return quarter // 4


def edition(quarter: Quarter) -> str:
    """The name of the quarter and of its edition: ``2026-Q3``."""
    return f"{year(quarter)}-Q{quarter % 4 + 1}"


def period(quarter: Quarter, basis: Basis) -> str:
    """What a figure of this basis covers at the end of the quarter, as the contract writes it."""
    if basis == "ytd":
        return year_to_date(edition(quarter))
    return last_day(edition(quarter)).isoformat() if basis == "as_of" else edition(quarter)
