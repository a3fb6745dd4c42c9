"""Projects and what editions say of them: stage, milestones, batches, awards; and the leads that come before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from .period import Period
from .stage import Stage
from .statement import Location
from .text import Text

TIERS = ("province", "prefecture", "county")  # nested: a provincial key project is also one of the prefecture

# From first information to follow-up; a lead may be dropped at any step.
LeadStep = Literal[
    "information", "screening", "assessment", "joint_review", "coordination", "report", "service", "dropped"
]
LEAD_STEPS: tuple[LeadStep, ...] = get_args(LeadStep)


@dataclass(frozen=True, slots=True)
class Project:
    """A project, park, town, platform or institution that the sources name."""

    id: str
    name: Text
    kind: str  # project, park, town, platform, institution
    area: str
    host: str
    industry: Text
    investor: str
    aliases: tuple[str, ...]
    source: str
    locator: str
    note: Text
    tier: str = ""  # of TIERS
    programmes: tuple[str, ...] = ()  # mechanisms on whose list it stands
    chain: str = ""  # breakdown id
    post: Text = Text()  # responsible post, never a person


@dataclass(frozen=True, slots=True)
class ProjectStatus:
    """What an edition says of a project's stage."""

    project: str
    edition: str
    stage: Stage
    since: Period
    expected_stage: str
    expected_period: Period | None
    award: Text
    source: str
    locator: str
    note: Text
    at: Location
    reason: Text = Text()  # of a step back: what was wrong before


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A row on file beside stages and amounts: by which source, why, in which edition."""

    source: str
    locator: str
    reason: Text  # of what differs from the row of an earlier edition
    note: Text
    edition: str
    at: Location


@dataclass(frozen=True, slots=True)
class Milestone(Filed):
    """A milestone (节点) of a project: when it is due, and when it was done."""

    project: str
    milestone: str
    name: Text
    stage: str  # that the project enters with it; blank if none
    due: Period
    done: Period | None
    mechanism: str

    @property
    def key(self) -> tuple[str, ...]:
        return (self.project, self.milestone)


@dataclass(frozen=True, slots=True)
class Batch(Filed):
    """Projects that were started or signed together (集中开工、集中签约). Its totals are observations."""

    id: str
    name: Text
    area: str
    kind: str  # start, signing, start_and_signing
    held_on: Period
    mechanism: str
    projects: tuple[str, ...]  # those that the source names

    @property
    def key(self) -> tuple[str, ...]:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class Award(Filed):
    """What a body decided of a project: star of the quarter, red flag, snail, a place on a list, commendation."""

    project: str
    award: str
    period: Period
    mechanism: str
    body: Text
    rule: Text

    @property
    def key(self) -> tuple[str, ...]:
        return (self.project, self.award, self.period.text)


@dataclass(frozen=True, slots=True)
class Lead(Filed):
    """A lead of investment promotion (招商线索) and how far it is."""

    id: str
    name: Text
    area: str
    step: LeadStep
    since: Period
    project: str  # that it became

    @property
    def key(self) -> tuple[str, ...]:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is on file beside stages and amounts (项目档案): as rows of all editions, or as of one."""

    milestones: tuple[Milestone, ...] = ()
    batches: tuple[Batch, ...] = ()
    awards: tuple[Award, ...] = ()
    leads: tuple[Lead, ...] = ()

    @property
    def tables(self) -> Mapping[str, Sequence[Filed]]:
        """Its rows by table."""
        return {
            "milestones": self.milestones,
            "batches": self.batches,
            "awards": self.awards,
            "leads": self.leads,
        }

    @property
    def projects(self) -> frozenset[str]:
        """The projects that its rows name."""
        listed = {project for batch in self.batches for project in batch.projects}
        rows: tuple[Milestone | Award | Lead, ...] = (*self.milestones, *self.awards, *self.leads)
        return frozenset(listed.union(row.project for row in rows) - {""})

    @property
    def mechanisms(self) -> frozenset[str]:
        """The mechanisms that its rows name."""
        rows: tuple[Milestone | Batch | Award, ...] = (*self.milestones, *self.batches, *self.awards)
        return frozenset(row.mechanism for row in rows) - {""}
