"""A league in a bulletin: for which editions it is run, who competes, and from which figures its values come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import Problem

from .league import League
from .text import Text


@dataclass(frozen=True, slots=True)
class Series:
    """Where the values of an item come from: an observation of each area, in the period that the edition is about."""

    indicator: str
    measure: str
    breakdown: str


@dataclass(frozen=True, slots=True)
class Contest:
    """A league as a bulletin declares it (``leagues.yaml``), from one edition to another.

    A change of method is a further contest of the same league, for the editions that follow. ``League.peers`` is blank
    here: who competes is those of ``peers`` whose codes are valid at the end of the edition's quarter.
    """

    league: League
    peers: str  # id of a peer set
    series: Mapping[str, Series]  # by item
    first: str  # edition
    last: str  # edition; blank: still in force
    unit: str = ""  # of the rewards; blank: places of honour without money
    note: Text = Text()  # why the method is as it is, in a sentence or two
    # By id of a league, block or item, a blank problem where it is declared: for what only the figures bring to light.
    places: Mapping[str, Problem] = field(default_factory=dict, compare=False, repr=False)

    def covers(self, edition: str) -> bool:
        return self.first <= edition and (not self.last or edition <= self.last)
