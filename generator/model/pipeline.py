"""What projects on their way come to in an edition: funnel, flows, time in stage, rates, groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .figure import Figure
from .project import LeadStep
from .stage import Stage

FlowKind = Literal["appears", "advances", "corrected", "stops", "leaves"]
Dimension = Literal["area", "tier", "size", "chain", "host"]


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days between two bounds, both included; none is negative."""

    low: int | Fraction
    high: int | Fraction


@dataclass(frozen=True, slots=True)
class Flow:
    """One project's change of stage. ``old`` is blank if it appears, ``new`` if it leaves."""

    project: str
    kind: FlowKind
    old: Stage | Literal[""]
    new: Stage | Literal[""]


@dataclass(frozen=True, slots=True)
class Stock:
    """Projects at a stage: those of the edition before, those that came and went, those of this edition."""

    stage: Stage
    opening: int
    entered: int
    left: int

    @property
    def closing(self) -> int:
        return self.opening + self.entered - self.left


@dataclass(frozen=True, slots=True)
class Sum:
    """How many projects, and their planned total investment. ``stating`` of them state one; None if none does."""

    number: Figure
    invested: Figure | None
    stating: int


@dataclass(frozen=True, slots=True)
class Level:
    """One stage of the funnel. ``at`` adds up to all projects over the stages; ``reached`` is cumulative."""

    stage: Stage
    at: tuple[str, ...]  # projects at this stage now
    standing: Sum  # of those
    reached: Sum  # of those that have come so far, since stopped included


@dataclass(frozen=True, slots=True)
class Wait:
    """Time in a stage: of those who are there, the longest first, and of those who have gone on."""

    stage: Stage
    ages: tuple[tuple[str, Days | None], ...]  # None: no date is stated
    age: Figure | None  # the median, in days
    gone: int  # projects whose time in the stage is known and over
    stay: Figure | None  # the median of theirs, in days


@dataclass(frozen=True, slots=True)
class Passage:
    """Of the projects that came to ``start`` those that came to ``goal``. ``rate`` in per cent; None of nobody."""

    start: Stage
    goal: Stage
    met: tuple[str, ...]
    base: tuple[str, ...]
    rate: Figure | None


@dataclass(frozen=True, slots=True)
class Part:
    """The projects of one area, tier, size class, chain or park. ``nested`` parts are never added."""

    dimension: Dimension
    name: str  # code of the area, tier, floor in CNY 100 million, id of breakdown or project
    nested: bool
    projects: tuple[str, ...]
    all: Sum
    started: Figure  # how many have started
    rate: Figure | None  # of them all, in per cent


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The projects of a mechanism in an edition. Mechanisms that look at the same projects share one.

    ``flows`` and ``stocks`` look back to the edition ``before``, and are empty if there is none.
    """

    mechanism: str  # under whose id its figures stand
    listed: bool  # the projects on its list; else those on file in its area
    levels: tuple[Level, ...]
    unknown: tuple[str, ...]  # projects of which no source states a stage
    unsized: tuple[str, ...]  # left out since no source states that they are large enough
    before: str
    flows: tuple[Flow, ...]
    stocks: tuple[Stock, ...]
    waits: tuple[Wait, ...]
    passages: tuple[Passage, ...]
    parts: tuple[Part, ...]
    leads: tuple[tuple[LeadStep, tuple[str, ...]], ...]  # leads of the area by step

    @property
    def projects(self) -> tuple[str, ...]:
        """Those whose stage is known."""
        return tuple(project for level in self.levels for project in level.at)

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure in it; of no projects none."""
        if not self.projects:
            return
        for level in self.levels:
            yield from _of(level.standing.number, level.standing.invested)
            yield from _of(level.reached.number, level.reached.invested)
        for wait in self.waits:
            yield from _of(wait.age, wait.stay)
        for passage in self.passages:
            yield from _of(passage.rate)
        for part in self.parts:
            yield from _of(part.all.number, part.all.invested, part.started, part.rate)


def _of(*figures: Figure | None) -> Iterator[Figure]:
    return (figure for figure in figures if figure)
