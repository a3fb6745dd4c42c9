"""All that is on file of a project (项目档案), as of the newest edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.figure import Figure
from generator.model.project import Award, Batch, Lead, Project, ProjectStatus
from generator.model.schedule import Judged

from ..order import grouped, places
from ..parts import Sourced
from ..volume import Volume

# In this order amounts stand on the page; of each the newest period first.
ITEMS = places([
    "total_investment", "annual_investment_plan", "investment_this_year", "plan_completion", "plan_lead",
    "investment_to_date", "land_area", "annual_capacity", "annual_output", "annual_tax", "annual_profit_and_tax",
    "start_award", "referral_award",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """A project with what every table says of it."""

    project: Project
    stages: Sequence[ProjectStatus]  # what every edition said of its stage, oldest first
    judged: Sequence[Judged]
    awards: Sequence[Award]
    batches: Sequence[Batch]
    leads: Sequence[Lead]
    amounts: Sequence[Figure]
    guests: Sequence[Project]  # projects that it is host to

    @property
    def address(self) -> str:
        return f"projects/{self.project.id}/"

    @property
    def stated(self) -> ProjectStatus | None:
        """The newest that names a stage."""
        return next((one for one in reversed(self.stages) if one.stage != "not_stated"), None)

    @property
    def stage(self) -> str:
        return self.stated.stage if self.stated else "not_stated"

    @property
    def overdue(self) -> int:
        """How many of its milestones are overdue."""
        return sum(one.state == "overdue" for one in self.judged)

    @property
    def rows(self) -> Iterator[Sourced]:
        """Every row that says something of it, with its source."""
        yield self.project
        for table in (self.stages, self.awards, self.batches, self.leads, self.amounts):
            yield from table
        yield from (one.milestone for one in self.judged)

    def amount(self, item: str) -> Figure | None:
        """The newest of an item, by period."""
        return next((one for one in self.amounts if one.key.concept == item and not one.missing), None)


def profiles(volume: Volume) -> Iterator[Profile]:
    """The profile of every project: by area, in each those with amounts first. One pass through what is on file."""
    dossier, schedule, projects = volume.newest.dossier, volume.newest.schedule, volume.tables.projects
    stages = grouped(volume.tables.project_status, lambda one: one.project)
    awards = grouped(dossier.awards, lambda one: one.project)
    leads, guests = grouped(dossier.leads, lambda one: one.project), grouped(projects.values(), lambda one: one.host)
    pairs = [(name, batch) for batch in dossier.batches for name in batch.projects]
    batches = grouped(pairs, lambda pair: pair[0])
    areas = places(volume.tables.reference.areas)
    for project in sorted(projects.values(), key=lambda one: (areas.get(one.area, 0), one.id not in volume.by_project)):
        name = project.id
        yield Profile(
            project=project,
            stages=stages.get(name, ()),
            judged=schedule.judged.get(name, ()) if schedule else (),
            awards=awards.get(name, ()),
            batches=[batch for _, batch in batches.get(name, ())],
            leads=leads.get(name, ()),
            amounts=sorted(volume.by_project.get(name, ()), key=_place),
            guests=guests.get(name, ()),
        )


def _place(figure: Figure) -> tuple[int, int]:
    last = figure.period.last
    return ITEMS.get(figure.key.concept, len(ITEMS)), -last.toordinal() if last else 0
