"""Conversion: of the projects that came to one stage, how many came to a later one (签约项目落地率、开工率 ...)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.measures.result import Result, percent, stated
from generator.model.stage import Stage

from .courses import Course, reached


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of projects, in per cent, with the projects above and below the line."""

    met: tuple[str, ...]
    base: tuple[str, ...]  # the denominator, those since stopped included
    unknown: tuple[str, ...]  # of those asked about, whose stage nobody states: in neither
    result: Result


def conversion(
    courses: Mapping[str, Course], goal: Stage, *, start: Stage | None = None, among: Collection[str] | None = None
) -> Rate:
    """The share of projects that reached ``goal``, in per cent.

    - The denominator is ``among``, the projects of a list or of a cohort (default: all of ``courses``), as far as they
      reached ``start`` if one is given. A stopped project stays in it: a failure is part of the rate.
    - A project of ``among`` without any stated stage is unknown, not unmet, and counts in neither.
    - Nobody in the denominator: none (base_zero).
    - Against a target, use plan.completion or result.points: 80 % of 50 % planned is 30 points ahead.

    Example: of 5 targeted projects 4 started: 80 %.
    """
    asked = tuple(courses if among is None else among)
    come = {project: reached(courses[project]) for project in asked if project in courses}
    base = tuple(project for project, stages in come.items() if start is None or start in stages)
    met = tuple(project for project in base if goal in come[project])
    unknown = tuple(project for project in asked if project not in come)
    return Rate(met, base, unknown, percent(stated(len(met)), stated(len(base))))
