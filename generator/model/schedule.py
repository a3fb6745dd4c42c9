"""What an edition makes of due dates and plans on its last day of data: milestones, campaigns, candidates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from .figure import Figure
from .project import Award, Milestone
from .text import Text

State = Literal["met", "late", "undecided", "overdue", "open"]
STATES: tuple[State, ...] = get_args(State)

Flag = Literal["red_flag", "snail"]
FLAGS: tuple[Flag, ...] = get_args(Flag)


@dataclass(frozen=True, slots=True)
class Judged:
    """A milestone and its state at the end of a day."""

    milestone: Milestone
    state: State
    days: int | None  # past the end of its due date, negative before it; of a late one those it took. None: undated
    due: bool  # the last day of its due date has come, whether it is done or not

    @property
    def today(self) -> bool:
        """Is it due that very day, and not done? It is due then, but overdue only when the day is over."""
        return self.due and self.state == "open"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many milestones are in each state, and how many of all, done or not, were due."""

    met: int = 0
    late: int = 0  # done, after the due date
    undecided: int = 0  # done, and the dates do not say whether in time
    overdue: int = 0  # not done, and the due date is over
    open: int = 0  # not done: not yet due, due that very day, or due at no stated time
    due: int = 0  # of all: the last day of the due date has come
    today: int = 0  # of the open ones: due that very day

    @property
    def all(self) -> int:
        return self.met + self.late + self.undecided + self.overdue + self.open

    @property
    def judged(self) -> int:
        """Those done in time or late, or overdue: what a share in time is a share of."""
        return self.met + self.late + self.overdue


@dataclass(frozen=True, slots=True)
class Point:
    """One day of a campaign: milestones still open as scheduled, and as it was."""

    day: date
    scheduled: int
    open: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """The milestones of a mechanism (攻坚行动): those that name it, and those of the projects on its list."""

    judged: tuple[Judged, ...]  # by due date, undated last
    tally: Tally
    by_area: Mapping[str, Tally]
    by_post: Mapping[Text, Tally]  # of projects with a responsible post
    points: tuple[Point, ...]  # how it burns down, up to the day; empty if nothing was due or done by then
    figures: Mapping[str, Figure] = field(default_factory=dict)  # of a mechanism: its number by state, and "on_time"


@dataclass(frozen=True, slots=True)
class Finding:
    """One threshold that was met: its parameter, what was found, and the threshold, in the same unit."""

    parameter: str  # lag, lead: percentage points; overdue: days
    found: Fraction
    threshold: Decimal


@dataclass(frozen=True, slots=True)
class Candidate:
    """A project that the thresholds single out, with every reason."""

    project: str
    flag: Flag
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Red flags and snails of a mechanism: whom its thresholds single out, and whom a body named."""

    candidates: tuple[Candidate, ...]
    decided: tuple[Award, ...]  # red_flag and snail, up to the edition, as last stated
    judged: int  # projects with a plan or a milestone to be judged by
    asked: int  # projects that the mechanism covers
    figures: Mapping[str, Figure]  # how many candidates there are by flag; none of a flag without a threshold


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything of an edition that is judged by a day: ``day`` is the last of its data."""

    day: date
    judged: Mapping[str, tuple[Judged, ...]] = field(default_factory=dict)  # by project, by due date
    tallies: Mapping[str, Tally] = field(default_factory=dict)  # of these, by project
    whole: Campaign | None = None  # all milestones; None if there are none
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)  # by mechanism; only those with milestones
    reviews: Mapping[str, Review] = field(default_factory=dict)  # by mechanism

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure in it."""
        for campaign in self.campaigns.values():
            yield from campaign.figures.values()
        for review in self.reviews.values():
            yield from review.figures.values()
