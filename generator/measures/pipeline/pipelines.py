"""The pipelines of an edition: for each mechanism with that view what its projects come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.measures.mechanism import Account
from generator.model.bulletin import Release, Tables
from generator.model.pipeline import Days, Level, Passage, Pipeline, Wait
from generator.model.project import LEAD_STEPS, Dossier, LeadStep, ProjectStatus
from generator.model.stage import STAGES, Stage
from generator.model.text import Text

from .ages import FINAL, age, stays, typical
from .conversion import conversion
from .courses import Course
from .flows import flows, stocks
from .funnel import Step, funnel
from .investment import Investment
from .parts import parts, summed
from .scope import Scope, scope

# Of whom it is asked how many came how far. "Landed" and "entered in statistics" count as far as sources say them.
PASSAGES: tuple[tuple[Stage, Stage], ...] = (
    ("reserve", "signed"), ("signed", "landed"), ("signed", "started"), ("started", "in_statistics"),
    ("started", "completed"), ("completed", "in_production"),
)  # fmt: skip


@dataclass(frozen=True)
class State:
    """What an edition knows of projects."""

    tables: Tables
    release: Release
    stages: Mapping[str, Mapping[str, Course]]  # by edition, oldest first
    status: Mapping[str, ProjectStatus]
    dossier: Dossier
    investment: Investment

    @property
    def courses(self) -> Mapping[str, Course]:
        return self.stages[self.release.edition]

    @property
    def last(self) -> str:
        """The edition before; blank if there is none."""
        return max((name for name in self.stages if name < self.release.edition), default="")

    @property
    def before(self) -> Mapping[str, Course]:
        """The courses as the edition before knew them."""
        return self.stages.get(self.last, {})


def pipelines(state: State) -> dict[str, Pipeline]:
    """The pipeline of every core mechanism with that view, by its id. Those that look at the same projects share one,
    under the id of the first."""
    tables, found, shared = state.tables, dict[str, Pipeline](), dict[tuple[str, Scope], Pipeline]()
    projects = [project for project in tables.projects.values() if project.id in state.status]
    for mechanism in tables.reference.mechanisms.values():
        if mechanism.view == "pipeline" and mechanism.core:
            looked = scope(mechanism, projects, tables.reference, state.investment.sizes)
            if (mechanism.area, looked) not in shared:
                account = Account(mechanism.id, mechanism.area, state.release.edition, tables.reference.units)
                shared[mechanism.area, looked] = _pipeline(state, account, looked)
            found[mechanism.id] = shared[mechanism.area, looked]
    return found


def _pipeline(state: State, account: Account, looked: Scope) -> Pipeline:
    now, then = state.courses, state.before
    courses = {one: now[one] for one in looked.projects if one in now}
    before = {one: then[one] for one in looked.projects if one in then}
    changes = flows(before, courses) if state.last else ()
    return Pipeline(
        mechanism=account.mechanism,
        listed=looked.listed,
        levels=tuple(_level(state, account, step) for step in funnel(courses, state.investment.results)),
        unknown=tuple(one for one in looked.projects if one not in courses),
        unsized=looked.unsized,
        before=state.last,
        flows=changes,
        stocks=stocks(before, changes) if state.last else (),
        waits=_waits(state, account, courses),
        passages=tuple(_passage(account, courses, start, goal) for start, goal in PASSAGES),
        parts=parts(state.tables, account, courses, state.investment),
        leads=() if looked.listed else _leads(state, account.area),
    )


def _level(state: State, account: Account, step: Step) -> Level:
    at = Text("处于该阶段的项目", "projects at this stage")
    come = Text("到过该阶段的项目", "projects that have come to this stage")
    held, stage = state.investment, step.stage
    return Level(
        stage=stage,
        at=step.at,
        standing=summed(account, held, ("at", stage), (step.at, step.invested_at), at),
        reached=summed(account, held, ("reached", stage), (step.reached, step.invested_reached), come),
    )


def _waits(state: State, account: Account, courses: Mapping[str, Course]) -> tuple[Wait, ...]:
    """The stages in which anybody waits or has waited."""
    ages: dict[Stage, list[tuple[str, Days | None]]] = {stage: [] for stage in STAGES}
    gone: dict[Stage, list[Days]] = {stage: [] for stage in STAGES}
    for project, course in courses.items():
        if course[-1].stage not in FINAL:
            ages[course[-1].stage].append((project, age(course, state.release.data_until)))
        for stay in stays(project, course):
            if stay.days:
                gone[stay.stage].append(stay.days)
    return tuple(_wait(account, stage, ages[stage], gone[stage]) for stage in STAGES if ages[stage] or gone[stage])


def _wait(account: Account, stage: Stage, ages: list[tuple[str, Days | None]], gone: list[Days]) -> Wait:
    age_of = Text("处于该阶段的天数的中位数", "median of the days at this stage")
    stay_of = Text("已离开该阶段的项目所用天数的中位数", "median of the days that those needed who have gone on")
    here, past = typical(days for _, days in ages), typical(gone)
    return Wait(
        stage=stage,
        ages=tuple(sorted(ages, key=lambda one: (one[1] is None, -one[1].low if one[1] else 0, one[0]))),
        age=account.figure("age", stage, here.low, "days", age_of, high=here.high) if here else None,
        gone=len(gone),
        stay=account.figure("stay", stage, past.low, "days", stay_of, high=past.high) if past else None,
    )


def _passage(account: Account, courses: Mapping[str, Course], start: Stage, goal: Stage) -> Passage:
    found = conversion(courses, goal, start=start)
    formula = Text(f"100 × {len(found.met)} ÷ {len(found.base)}", f"100 × {len(found.met)} ÷ {len(found.base)}")
    value = found.result.value
    rate = None if value is None else account.figure("rate", f"{start}-{goal}", value, "pct", formula)
    return Passage(start, goal, found.met, found.base, rate)


def _leads(state: State, area: str) -> tuple[tuple[LeadStep, tuple[str, ...]], ...]:
    """The leads of ``area`` by their step, if there are any."""
    reference = state.tables.reference
    own = [lead for lead in state.dossier.leads if reference.lies_in(lead.area, area)]
    steps = ((step, tuple(lead.id for lead in own if lead.step == step)) for step in LEAD_STEPS)
    return tuple(steps) if own else ()
