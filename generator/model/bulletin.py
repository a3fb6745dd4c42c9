"""A bulletin, its editions, and everything intake hands on about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from .boundaries import Boundaries
from .contest import Contest
from .project import Dossier, Project, ProjectStatus
from .reference import Reference
from .statement import Statement
from .text import Text


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The identity of a publication, from ``bulletin.yaml``."""

    id: str
    title: Text
    subtitle: Text
    publisher: Text
    official: bool
    demonstration: bool
    contact: str
    licence: str
    time_zone: str
    home: tuple[str, ...]  # areas that stand first
    topics: tuple[str, ...]  # package ids in page order
    record_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """One edition (期), from ``releases.yaml``."""

    edition: str  # 2022-Q1
    data_until: date
    scheduled_at: datetime
    released_at: datetime | None
    status: str  # open (published, not locked) or released (locked)
    headlines: tuple[str, ...]  # figure ids
    note: Text

    @property
    def locked(self) -> bool:
        return self.status == "released"


@dataclass(frozen=True, slots=True)
class Resource:
    """One data file of a package, as its descriptor declares it."""

    name: str
    path: str  # relative to the package folder
    table: str  # the schema it follows: observations, targets, areas ...
    edition: str  # blank for reference tables
    title: Text


@dataclass(frozen=True, slots=True)
class Package:
    """One data package of a bulletin, from its ``datapackage.yaml``."""

    name: str
    title: Text
    description: Text
    version: str
    folder: Path
    resources: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """All that a bulletin's folder says, read and checked: the hand-over from intake to measures."""

    bulletin: Bulletin
    releases: tuple[Release, ...]  # oldest first
    packages: Mapping[str, Package]
    reference: Reference
    statements: tuple[Statement, ...]  # in order of edition, then of file
    projects: Mapping[str, Project]
    project_status: tuple[ProjectStatus, ...]
    folder: Path
    contests: tuple[Contest, ...] = ()  # in the order of leagues.yaml
    dossier: Dossier = field(default_factory=Dossier)  # rows of all editions, oldest first
    boundaries: Boundaries | None = None  # None: maps are tiles

    @property
    def newest(self) -> Release:
        return self.releases[-1]
