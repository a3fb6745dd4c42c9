"""Short ways to write rows of project status and milestones."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from generator.measures.result import Result
from generator.model.period import Period
from generator.model.project import Milestone, ProjectStatus
from generator.model.stage import Stage
from generator.model.statement import Location
from generator.model.text import Text

AT = Location("projects", "", 2)


def status(project: str, edition: str, stage: str, since: str = "undated") -> ProjectStatus:
    return ProjectStatus(
        project, edition, cast(Stage, stage), Period.parse(since), "", None, Text(), "s1", "", Text(), AT
    )  # fmt: skip


def milestone(name: str, due: str, done: str = "") -> Milestone:
    finished = Period.parse(done) if done else None
    return Milestone(
        "plant", name, Text(name, name), "", Period.parse(due), finished, "",
        source="s1", locator="", reason=Text(), note=Text(), edition="2022-Q1", at=AT,
    )  # fmt: skip


def money(**values: float) -> dict[str, Result]:
    return {name: Result(Fraction(str(value))) for name, value in values.items()}
