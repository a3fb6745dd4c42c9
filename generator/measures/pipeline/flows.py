"""What happened between two editions: which projects appeared, advanced, stopped, left; each one named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from generator.model.pipeline import Flow, FlowKind, Stock
from generator.model.stage import STAGES, Stage, before

from .courses import Course


def flows(earlier: Mapping[str, Course], later: Mapping[str, Course]) -> tuple[Flow, ...]:
    """Every change of stage from ``earlier`` to ``later``, in the order of ``later``; those that leave come last.

    - Sideways steps (landed, land) are advances. A step back, or out of stopped, is a correction of what was said.
    - In a whole bulletin nothing leaves, since what was stated never disappears. From a group, such as a tier or the
      projects of a list, a project may leave.

    Example: signed before and started now is one advance, however many stages lie between.
    """
    found = [
        Flow(project, _kind(earlier.get(project), course), _stage(earlier.get(project)), course[-1].stage)
        for project, course in later.items()
        if _stage(earlier.get(project)) != course[-1].stage
    ]
    gone = [
        Flow(project, "leaves", course[-1].stage, "") for project, course in earlier.items() if project not in later
    ]
    return (*found, *gone)


def _kind(old: Course | None, new: Course) -> FlowKind:
    if old is None:
        return "appears"
    was, now = old[-1].stage, new[-1].stage
    if was == "stopped" or now in before(was):
        return "corrected"
    return "stops" if now == "stopped" else "advances"


def _stage(course: Course | None) -> Stage | Literal[""]:
    return course[-1].stage if course else ""


def stocks(earlier: Mapping[str, Course], changes: Iterable[Flow]) -> tuple[Stock, ...]:
    """The balance of every stage: opening + entered − left = closing. Of the reserve it is the entries and exits.

    Example: 10 in reserve, 3 appear, 4 are signed and 1 stops leave 8.
    """
    changes = tuple(changes)
    opening = Counter(course[-1].stage for course in earlier.values())
    entered = Counter(flow.new for flow in changes)
    left = Counter(flow.old for flow in changes)
    return tuple(Stock(stage, opening[stage], entered[stage], left[stage]) for stage in STAGES if stage != "not_stated")
