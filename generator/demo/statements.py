"""What each edition states: the new quarter provisionally, the last one finally, the first edition also all before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from generator.model.text import Text

from .concepts import Concept
from .courses import Course
from .places import WHOLE, County
from .plan import Plan, Quarter, edition, period
from .tables import Row

Gap = Literal["late", "missing", "withheld", "uncounted"]

REVISED = Text("按最终核实数修订。", "Revised to the final result.")
REPORTED = Text("该县补报。", "Reported late by the county.")
NOTES: Mapping[Gap, tuple[str, Text]] = {
    "late": ("O", Text("该县未按时报送，待补报。", "The county did not report in time; the figure follows later.")),
    "missing": ("L", Text("该县本期未开展此项统计。", "The county did not collect this figure in the period.")),
    "uncounted": ("L", Text("该集群本期没有单独统计。", "The cluster was not counted on its own in the period.")),
    "withheld": ("Q", Text("涉及企业少于三家，不予公布。", "Withheld: fewer than three enterprises are concerned.")),
}
JOINED = Text(
    "有县并入，与以前各期不可比。", "Another county was merged into this one; not comparable with earlier periods."
)


@dataclass(frozen=True, slots=True)
class Series:
    """One series of the panel, of a county or, without one, of the prefecture."""

    concept: Concept
    county: County | None
    course: Course
    measure: str
    digits: int
    gaps: Mapping[Quarter, Gap] = field(default_factory=dict)
    breakdown: str = ""
    peers: str = ""

    def value(self, quarter: Quarter, *, final: bool) -> int | None:
        """The figure in units of its last digit; None while it is late, and for good if it is missing or withheld."""
        gap = self.gaps.get(quarter)
        if gap and not (gap == "late" and final):
            return None
        return (self.course.final if final else self.course.first).get(quarter)


def source(quarter: Quarter) -> str:
    """The id of the report that an edition is taken from."""
    return f"report_{edition(quarter).replace('-', '_').lower()}"


def rows(plan: Plan, series: Series, now: Quarter) -> Iterator[Row]:
    """The observations of one series in the edition of the quarter ``now``."""
    first = now == plan.published.start
    for quarter in plan.told if first else (now - 1, now):
        if quarter <= now and quarter in series.course.final:
            row = _stated(series, quarter, final=quarter < now, known=not first and quarter < now)
            if row is not None:
                yield {**row, "bound": "exact", "source": source(now)}


def _stated(series: Series, quarter: Quarter, *, final: bool, known: bool) -> Row | None:
    """What is said of one quarter; nothing if it was ``known`` to be missing already."""
    value = series.value(quarter, final=final)
    row = _key(series, quarter)
    if value is None:
        status, note = NOTES[series.gaps[quarter]]
        return None if known else {**row, "status": status, "note_zh": note.zh, "note_en": note.en}
    joined = series.county is not None and quarter in series.county.gains and series.concept.additive
    row |= {"value": str(Decimal(value).scaleb(-series.digits)), "status": "B" if joined else "A" if final else "P"}
    if joined:
        row |= {"note_zh": JOINED.zh, "note_en": JOINED.en}
    before = series.value(quarter, final=False)
    if known and value != before:
        reason = REPORTED if before is None else REVISED
        row |= {"reason_zh": reason.zh, "reason_en": reason.en}
    return row


def _key(series: Series, quarter: Quarter) -> Row:
    return {
        "area": series.county.code_in(quarter) if series.county else WHOLE,
        "indicator": series.concept.id,
        "measure": series.measure,
        "breakdown": series.breakdown,
        "peers": series.peers,
        "period": period(quarter, series.concept.basis),
    }
