"""An edition: the figures as they stood when it was published, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .bulletin import Release, Tables
from .figure import Figure, Revision
from .standing import LeagueTable
from .statement import ProjectStatus


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything a page of this edition may show. Pages read it and compute nothing."""

    tables: Tables
    release: Release
    figures: Mapping[str, Figure]  # newest statement of every key up to this edition, computed figures included
    said: tuple[str, ...]  # ids of the figures that this edition itself states, in the order of its files
    revisions: tuple[Revision, ...]  # all revisions up to this edition, oldest first
    project_status: Mapping[str, ProjectStatus]  # newest status of every project up to this edition
    leagues: Mapping[str, LeagueTable] = field(default_factory=dict)  # of this edition, by the league's id

    @property
    def name(self) -> str:
        return self.release.edition
