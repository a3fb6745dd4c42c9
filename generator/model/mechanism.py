"""Mechanisms (机制): how a place plans, advances, checks and rewards its projects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from .period import Period
from .text import Text

View = Literal[
    "pipeline", "milestones", "flags", "recognition", "completion", "clusters", "factors",
    "service", "targets", "cadence", "quality", "batches", "league", "scoreboard",
]  # fmt: skip
VIEWS: tuple[View, ...] = get_args(View)

# The parameters that a view knows. A threshold that its source does not state is not given, and nothing is judged.
PARAMETERS: Mapping[View, tuple[str, ...]] = {
    "flags": ("lag", "lead", "overdue"),  # percentage points behind and ahead of the calendar; days past due
    "milestones": ("days", "nodes"),  # length of a campaign, and how many milestones it has
    "service": ("limit",),  # days
    "factors": ("steps",),  # how many of its indicators, from the first, are steps from intent to disbursement
    "completion": ("floor", "tiers"),  # smallest total investment, in CNY 100 million; tiers, 0: the whole alone
    "pipeline": ("floor",),
}


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One mechanism as its source describes it, and the view that answers its question."""

    id: str
    name: Text
    area: str
    purpose: Text  # what it measures or decides
    compared: Text  # who is compared; blank: nobody
    frequency: tuple[str, ...]  # weekly, monthly, quarterly ...
    rule: Text  # blank: the source states none
    since: Period
    state: str  # in_force, planned
    core: bool  # has a panel of its own
    view: str  # of VIEWS; blank if it has no panel
    parameters: tuple[str, ...]  # lag=10
    indicators: tuple[str, ...]  # that hold its figures
    gap: Text  # why the sources give no figure
    source: str
    locator: str
    note: Text

    @property
    def thresholds(self) -> Mapping[str, Decimal]:
        """The parameters by name: {"lag": 10}."""
        pairs = (parameter.partition("=") for parameter in self.parameters)
        return {name: Decimal(value) for name, _, value in pairs}
