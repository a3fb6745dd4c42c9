"""The indicators: those with names after what counties publish, the others with numbers and the shapes of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from generator.intake import TOPICS
from generator.model.codes import Basis

from .tables import Row, table

NO_SEASON = (1000, 1000, 1000, 1000)


@dataclass(frozen=True, slots=True)
class Concept:
    """An indicator and the shape of its figures, in units of their last digit."""

    id: str
    topic: str
    basis: Basis
    measure: str  # which of its measures the panel states: level or growth_yoy
    digits: int  # after the decimal point
    typical: int  # of a middling county, in a quarter or at its end
    swing: int  # how far a quarter strays: of rates in last digits, of amounts per mille
    limits: tuple[int, int] | None  # of rates; amounts have none
    season: tuple[int, ...]  # what each quarter is of a usual one, per mille
    shape: str  # the id of the indicator that it takes after

    @property
    def additive(self) -> bool:
        """Amounts of counties add up to the prefecture's, rates do not."""
        return self.limits is None


def indicators(count: int) -> list[Row]:
    """The first ``count`` indicators of the panel, with the columns that shape their figures."""
    named = [row | {"shape": row["id"]} for row in table("indicators") if row["typical"]]
    return [*named, *(_numbered(number, named) for number in range(len(named) + 1, count + 1))][:count]


def others() -> list[Row]:
    """The indicators that are stated of the prefecture alone, whatever the size of the panel."""
    return [row for row in table("indicators") if not row["typical"]]


def _numbered(number: int, named: list[Row]) -> Row:
    like, last_first = named[(number - 1) % len(named)], [*TOPICS][::-1]  # the first topics are full already
    return like | {
        "topic": last_first[(number - len(named) - 1) % len(last_first)],
        "id": f"model_indicator_{number}",
        "name_zh": f"示范指标第{number}号",
        "name_en": f"Model indicator {number}",
        "definition_zh": f"演示用指标，数列的形状同“{like['name_zh']}”。",
        "definition_en": f"An indicator for demonstration; its series are shaped like “{like['name_en']}”.",
    }


def concept(row: Row) -> Concept:
    """The shape that a row of the table gives to the figures."""
    growth = row["measure"] == "growth_yoy"
    return Concept(
        id=row["id"],
        topic=row["topic"],
        basis=cast(Basis, row["basis"]),
        measure=row["measure"],
        digits=1 if growth else int(row["decimals"]),
        typical=int(row["typical"]),
        swing=int(row["swing"]),
        limits=(int(row["low"]), int(row["high"])) if row["high"] else None,
        season=tuple(int(part) for part in row["season"].split(";")) if row["season"] else NO_SEASON,
        shape=row["shape"],
    )
