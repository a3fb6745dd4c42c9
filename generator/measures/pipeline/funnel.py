"""The funnel: how many projects stand at each stage and how many have come that far, with their investment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.measures.result import Result, nothing
from generator.measures.totals import Total, total
from generator.model.stage import STAGES, Stage

from .courses import Course, reached


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the funnel. Investment is planned total investment, in the unit of what was given."""

    stage: Stage
    at: tuple[str, ...]  # projects at this stage now
    reached: tuple[str, ...]  # projects that have come so far, those since stopped included
    invested_at: Total  # of the projects at this stage; says how many of them state an investment
    invested_reached: Total


def funnel(courses: Mapping[str, Course], investment: Mapping[str, Result]) -> tuple[Step, ...]:
    """A step for every stage, in the order of model.stage, also for stages without projects.

    - ``at`` counts each project once, so its numbers add up to all projects. ``reached`` is cumulative and never added.
    - A project without a stated investment counts, and its investment is missing, not zero: Total names it.
    - Planned totals are plans. They are never added to investment completed.

    Example: two started of 5 and of unknown investment, one signed of 3: signed 1 at, 3 reached, investment 3 at and
    8 reached, of 2 of 3 projects.
    """
    at: dict[Stage, list[str]] = {stage: [] for stage in STAGES}
    past: dict[Stage, list[str]] = {stage: [] for stage in STAGES}
    for project, course in courses.items():
        at[course[-1].stage].append(project)
        for stage in reached(course):
            past[stage].append(project)
    past["stopped"] = at["stopped"]  # which no later stage implies
    return tuple(
        Step(stage, tuple(at[stage]), tuple(past[stage]), _sum(at[stage], investment), _sum(past[stage], investment))
        for stage in STAGES
        if stage != "not_stated"
    )


def _sum(projects: list[str], investment: Mapping[str, Result]) -> Total:
    missing = nothing("missing")
    parts = {project: investment.get(project, missing) for project in projects}
    return total(parts, additive=True, missing="partial")
