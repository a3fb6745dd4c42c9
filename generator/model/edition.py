"""An edition: the figures as they stood when it was published, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .aim import Aim
from .bulletin import Release, Tables
from .chain import ChainMap
from .figure import Figure, Revision
from .limit import Limit
from .pipeline import Pipeline
from .project import Dossier, ProjectStatus
from .quality import Quality
from .schedule import Schedule
from .standing import LeagueTable


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
    dossier: Dossier = field(default_factory=Dossier)  # newest row of every key up to this edition
    chains: Mapping[str, ChainMap] = field(default_factory=dict)  # by breakdown id
    limits: Mapping[str, tuple[Limit, ...]] = field(default_factory=dict)  # by mechanism id
    schedule: Schedule | None = None  # what is judged by its last day of data
    pipelines: Mapping[str, Pipeline] = field(default_factory=dict)  # by the id of the mechanism
    aims: tuple[Aim, ...] = ()  # every target up to this edition, as it stands on its last day of data
    quality: Quality = field(default_factory=Quality)  # of what this edition states, and of the files on projects

    @property
    def name(self) -> str:
        return self.release.edition
