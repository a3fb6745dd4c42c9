"""What a league table comes to: who stands where, how sure that is, and why it changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from .contest import Contest

LOW, HIGH = 0.05, 0.95  # the quantiles of ranks between which a range lies
SURE = 0.95  # two areas are told apart if one is ahead of the other in so many runs

Values = Mapping[str, Mapping[str, Decimal | None]]  # by area and item, as published


@dataclass(frozen=True, slots=True)
class BlockStanding:
    """One area in one block of a league, by the score of the block alone, as precisely as scores are published."""

    score: Decimal
    rank: int


@dataclass(frozen=True, slots=True)
class Standing:
    """One area in a league. An area that is not ranked has neither score nor rank, and a reason."""

    area: str
    score: Decimal | None  # as published; the rank is taken from it
    exact: Fraction | None
    rank: int | None
    parts: Mapping[str, Fraction]  # by indicator; they sum to ``exact``
    scores: Mapping[str, Fraction]  # normalised, by indicator
    strengths: tuple[str, ...]  # indicators that bring more than with the median of the peers, the most first
    weaknesses: tuple[str, ...]
    missing: tuple[str, ...]  # indicators without a value
    available: Fraction  # share of the weight whose indicators have a value
    reason: Literal["", "missing", "threshold"] = ""
    award: Decimal | None = None  # of this edition; None: none won
    total: Decimal = Decimal(0)  # of the editions of this calendar year so far
    blocks: Mapping[str, BlockStanding] = field(default_factory=dict)  # by id, of the outermost members that are blocks


@dataclass(frozen=True, slots=True)
class Spread:
    """The ranks of one area over all runs, ties as in 1 2 2 4. Quantiles are ranks that occurred."""

    median: int
    low: int  # 5 %
    high: int  # 95 %
    places: tuple[float, ...]  # the chance of each rank, from the first
    wins: float  # the chance of a reward
    above: int = 0  # neighbours next to it in the published order, that it cannot be told apart from
    below: int = 0


@dataclass(frozen=True, slots=True)
class Sureness:
    """How far ranks hold. An area of a group cannot be told apart from the next one in it, but may be from others."""

    spreads: Mapping[str, Spread]
    groups: tuple[tuple[str, ...], ...]  # in the order of the published ranks
    shift: float  # mean over runs and areas of |rank in the run − published rank| (JRC's average shift)


@dataclass(frozen=True, slots=True)
class Influence:
    """Of one uncertain choice: the part of the variance it explains alone, and with all its interactions."""

    first: float
    total: float


@dataclass(frozen=True, slots=True)
class Change:
    """The change of one area's rank since the last edition; negative is up. The four parts sum to it exactly."""

    area: str
    before: int
    now: int
    revision: int  # figures of the last edition that have been corrected since
    data: int  # figures of the new period
    method: int  # weights and rules
    peers: int  # who takes part


@dataclass(frozen=True, slots=True)
class Reversal:
    """Without ``dropped``, ``below`` stands before ``above``, though nothing was said of the two."""

    dropped: str
    above: str
    below: str


@dataclass(frozen=True, slots=True)
class Unseating:
    """The smallest shift of weight after which ``area`` may lose its reward, or be first alone no more.

    ``moved`` is the weight taken from some indicators and given to others: half the L1 distance of the two sets of
    weights, 0.03 for three percentage points. If not ``enough``, no smaller shift does it, but this one does not yet.
    """

    area: str
    challenger: str  # the area that draws level at this point
    moved: Fraction
    weights: Mapping[str, Fraction]  # by indicator, after the shift
    enough: bool


@dataclass(frozen=True, slots=True)
class LeagueTable:
    """A league in one edition: everything that its page shows and its files hold.

    ``before`` and ``changes`` look back to the last edition that had this league, and are empty if none had. Areas that
    have been renamed since stand there under their new code.
    """

    contest: Contest
    edition: str
    figures: Mapping[str, Mapping[str, str]]  # by area and item, their ids; also of those without certain value
    values: Values
    standings: Mapping[str, Standing]  # in the order of rank, the unranked last
    before: Mapping[str, int]  # ranks as published then
    changes: Mapping[str, Change]
    method: Sureness  # over the choices that one could have made
    rounding: Sureness  # over what the published digits leave open
    revisions: Sureness | None  # over the size of past revisions; None: none can be measured yet
    influences: Mapping[str, Influence]  # by factor (a member of the league, or one of its choices): what moves ranks
    unseatings: Mapping[str, Unseating]
    reversals: tuple[Reversal, ...]
    overtaking: Unseating | None = None  # of the first; None: several are first, no shift does it or none can be given
    rivals: Mapping[str, int] = field(default_factory=dict)  # of the first and the winners: see measures' rivals
    stamp: str = ""  # of everything the table follows from: so two that differ in 8 and 8.0 are not equal
