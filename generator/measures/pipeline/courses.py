"""The course of a project: the stages that it was said to reach, oldest first, as of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.model.project import ProjectStatus
from generator.model.stage import Stage, may_follow, passed

Course = tuple[ProjectStatus, ...]  # never empty; every row states a stage, and each may follow the one before


def courses(rows: Iterable[ProjectStatus], editions: Sequence[str]) -> dict[str, dict[str, Course]]:
    """For each of ``editions`` (oldest first) the course of every project, as far as they state a stage of it.

    - A row without a stage (not_stated) changes none: an award alone moves no project.
    - A stage said again is no step. If it is said with a date, that date holds.
    - A step back is a correction (intake asks for its reason): what lay beyond it was never reached. Earlier editions
      keep what they said.

    Example: signed, started, then signed again for a reason leaves signed alone.
    """
    stated: dict[str, list[ProjectStatus]] = {edition: [] for edition in editions}
    for row in rows:
        if row.edition in stated and row.stage != "not_stated":
            stated[row.edition].append(row)
    found: dict[str, dict[str, Course]] = {}
    held: dict[str, Course] = {}
    for edition, new in stated.items():
        held = held | {row.project: _onward(held.get(row.project, ()), row) for row in new}
        found[edition] = held
    return found


def _onward(course: Course, row: ProjectStatus) -> Course:
    """The course after one more row."""
    while course and not may_follow(row.stage, course[-1].stage):
        course = course[:-1]
    if not course or course[-1].stage != row.stage:
        return (*course, row)
    return (*course[:-1], row) if row.since.dated else course


def reached(course: Course) -> frozenset[Stage]:
    """The stages that the project has reached: those said, and those that they imply (see model.stage.passed).

    A project that was stopped has reached what it had reached before.
    """
    return _reached(tuple(row.stage for row in course))


@lru_cache(maxsize=4096)
def _reached(stages: tuple[Stage, ...]) -> frozenset[Stage]:
    return frozenset[Stage]().union(*(passed(stage) for stage in stages))
