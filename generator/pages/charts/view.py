"""What a chart shows: marks, what is missing, the target, and the words around it. The caller gives all wording."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.codes import Bound, Status
from generator.model.period import Period
from generator.model.text import Lang

Kind = Literal[
    "bars", "time", "progress", "spread", "caterpillar", "bump", "contributions", "gantt", "funnel", "burndown"
]
TIMED: frozenset[Kind] = frozenset({"time", "burndown"})  # kinds with an axis of dates
# Kinds whose marks come in the order of the drawing.
IN_ORDER: frozenset[Kind] = frozenset({"caterpillar", "bump", "contributions", "gantt", "funnel"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of a chart. ``text`` is the value as the page writes it, with its bound word: 超过150, over 150."""

    label: str  # the area or part; over time the period or edition
    value: Decimal
    text: str
    row: str  # figure id; blank: what is derived from figures, as the range of a rank
    status: Status
    bound: Bound
    value_high: Decimal | None = None  # upper end of a range
    emphasis: bool = False
    period: Period | None = None
    group: str = ""  # bars: label of the mark that contains this one (a tier of it); else the series or piece
    area: str = ""  # code of the area, where marks come area by area: another may have the same name
    part: str = ""  # code of the piece in ``group``, whose name another may have, too

    @property
    def upper(self) -> Decimal:
        """The upper end of a range, else the value."""
        return self.value if self.value_high is None else self.value_high


@dataclass(frozen=True, slots=True)
class ChartView:
    """One chart in one language. ``key`` is unique on the site within a language and makes every id inside the SVG."""

    key: str
    home: str  # address of the page beside which its files stand; it may be shown on others, too
    kind: Kind
    title: str  # the finding
    subtitle: str  # what, unit, period, peers
    alt: str  # the text alternative, which states the finding too
    unit: str
    marks: tuple[Mark, ...]
    missing: tuple[tuple[str, str], ...]  # label and reason, in the words of the page
    target: Mark | None
    elapsed: Decimal | None  # share of the year gone, 0 to 1
    lang: Lang
    note: str  # source, edition, remarks: under the chart
    anew: bool = False  # time: sums from the start of the year, which begin anew each year


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart drawn: inline SVG, the same for download with its words, its Vega-Lite spec, and its numbers."""

    svg: str
    standalone: str
    spec: str
    csv: str
    width: int
    height: int


def ordered(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks by value, largest first, each followed by the tiers it contains; ties keep their order.

    Of several with the label that tiers name, the first contains them.
    """
    labels = {mark.label for mark in marks}
    heads = [mark for mark in marks if mark.group not in labels]
    falling = sorted(heads, key=lambda mark: -mark.value)
    first = {mark.label: mark for mark in reversed(falling)}
    return tuple(
        mark for head in falling for mark in (head, *(_tiers(head, marks) if first[head.label] is head else ()))
    )


def _tiers(head: Mark, marks: tuple[Mark, ...]) -> list[Mark]:
    """The marks that name ``head`` as what contains them, largest first."""
    return sorted((mark for mark in marks if mark.group == head.label), key=lambda mark: -mark.value)
