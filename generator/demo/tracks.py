"""The way of one project through its stages: when each was due, when it was reached, and what it cost until then.

Everything is in whole months, so that no platform counts differently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.text import Text

from .chance import Chance
from .plan import LAST, Plan, Quarter
from .tables import Row, table

Month = int  # months since the year 0: the next is one more
PATHS: Mapping[str, tuple[str, ...]] = {
    "attracted": (
        "reserve", "signed", "land", "landed", "started", "in_statistics", "under_construction", "completed",
        "in_production",
    ),
    "public": ("reserve", "land", "permitted", "started", "in_statistics", "under_construction", "completed"),
}  # fmt: skip
USUAL: Mapping[str, int] = {  # months at a stage
    "reserve": 7, "signed": 4, "land": 3, "landed": 3, "permitted": 3, "started": 2, "in_statistics": 3,
    "under_construction": 13, "completed": 4, "in_production": 0,
}  # fmt: skip
MILESTONES: Mapping[str, Text] = {row["stage"]: Text(row["name_zh"], row["name_en"]) for row in table("milestones")}
SHORTEST = 3  # a stage that lasts a quarter stands in some edition
REPORTED = frozenset({"landed", "in_statistics"})  # stages that nobody knows of unless an edition says so
DELAYED = 6  # one stage in so many takes much longer
STOPS_AFTER = 8  # months at its last stage before a project is given up
MOVED_AFTER = 4  # months of delay at which the schedule is drawn up anew


@dataclass(frozen=True, slots=True)
class Step:
    """One stage, with the months in which it was first due and in which it was reached."""

    stage: str
    due: Month
    done: Month


@dataclass(frozen=True)
class Track:
    """A project of the table with its whole way, however much of it lies ahead."""

    row: Row
    steps: tuple[Step, ...]
    stopped: Month | None  # it is given up in this month

    @property
    def id(self) -> str:
        return self.row["id"]

    @property
    def total(self) -> int:
        """Planned total investment in 0.1 of 100 million yuan; 0 of parks, platforms, towns and institutions."""
        return int(self.row["raised"] or self.row["total"] or 0)

    @property
    def begun(self) -> Quarter:
        """The quarter in which it is first heard of."""
        return self.steps[0].done // 3

    def has(self, step: Step, month: Month) -> bool:
        """Whether it has come to the step by the end of the month."""
        return step.done <= month and (self.stopped is None or step.done < self.stopped)

    def at(self, quarter: Quarter) -> Step | None:
        """The last step by the end of the quarter; None before it is heard of. Of a stopped one the end."""
        last = end(quarter)
        if self.stopped is not None and self.stopped <= last:
            return Step("stopped", self.stopped, self.stopped)
        come = [step for step in self.steps if self.has(step, last)]
        return come[-1] if come else None

    def next(self, quarter: Quarter) -> Step | None:
        """The step that is due next, as it was scheduled first."""
        stopped = self.stopped is not None and self.stopped <= end(quarter)
        ahead = (step for step in self.steps if step.done > end(quarter))
        return None if stopped else next(ahead, None)

    def step(self, stage: str) -> Step | None:
        return next((step for step in self.steps if step.stage == stage), None)

    def came(self, stage: str, quarter: Quarter) -> bool:
        """Whether it came to the stage in the quarter."""
        step = self.step(stage)
        return step is not None and step.done // 3 == quarter and self.has(step, end(quarter))

    @cached_property
    def moved(self) -> tuple[Quarter, int] | None:
        """In which quarter the schedule was drawn up anew, and by how many months all that was open moved."""
        for step in self.steps[1:]:
            quarter = step.due // 3 + 1
            if step.done - step.due >= MOVED_AFTER and step.done > end(quarter) and quarter <= LAST:
                return quarter, end(quarter) + 2 - step.due
        return None

    def due(self, step: Step, quarter: Quarter) -> Month:
        """When the step is due as scheduled in the quarter. What was done by its end had kept its date."""
        if self.moved and quarter >= self.moved[0] and step.done > end(self.moved[0]):
            return step.due + self.moved[1]
        return step.due

    def spent(self, month: Month) -> int:
        """What was invested by the end of the month, in 0.01 of 100 million yuan: as much every month."""
        start, over = self.step("started"), self.step("completed")
        if start is None or over is None or not self.has(start, month):
            return 0
        last = min(month + 1, over.done) if self.stopped is None else min(month + 1, over.done, self.stopped)
        return self.total * 10 * (last - start.done) // (over.done - start.done)


def end(quarter: Quarter) -> Month:
    """The last month of the quarter."""
    return quarter * 3 + 2


def month(text: str) -> Month:
    """``2024-05`` as a number."""
    return int(text[:4]) * 12 + int(text[5:7]) - 1


def named(number: Month) -> str:
    """The other way round."""
    return f"{number // 12}-{number % 12 + 1:02d}"


def track(plan: Plan, row: Row) -> Track:
    """The way of the project of a row, drawn from its name: most stages in time or a month early, some much later."""
    chance = Chance(plan.seed, "track", row["id"])
    path, pace = PATHS[row["path"]], int(row["pace"])
    due = done = month(row["begun"])
    steps = []
    for stage in path[path.index(row["first"]) :]:
        steps.append(Step(stage, due, done))
        shortest = SHORTEST if stage in REPORTED else 1
        takes = max(USUAL[stage] * pace // 100 + chance.around(1), shortest)
        slip = 2 + chance.below(6) if chance.one_in(DELAYED) else -chance.below(2)
        due, done = due + takes, done + max(takes + slip, shortest)
    last = next((number for number, step in enumerate(steps) if step.stage == row["stops"]), None)
    if last is None:
        return Track(row, tuple(steps), None)
    stopped = steps[last].done + STOPS_AFTER
    beyond = (Step(step.stage, step.due, max(step.done, stopped)) for step in steps[last + 1 :])
    return Track(row, (*steps[: last + 1], *beyond), stopped)
