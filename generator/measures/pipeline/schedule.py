"""What an edition makes of due dates and plans: milestones judged, campaigns, candidates beside what was decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from generator.measures.mechanism import Account
from generator.measures.result import nothing, percent, stated
from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.project import Project
from generator.model.schedule import FLAGS, STATES, Campaign, Flag, Judged, Review, Schedule, Tally
from generator.model.text import Text

from .flags import Progress, candidates
from .milestones import burn_down, days_overdue, judged, tally
from .pipelines import State
from .scope import scope
from .yearly import Year

Name = TypeVar("Name")
Ones = Sequence[Judged]
JUDGED_BY: Mapping[Flag, tuple[Text, frozenset[str]]] = {  # the thresholds of each flag
    "red_flag": (Text("达到红旗门槛的项目", "projects that meet the threshold of a red flag"), frozenset({"lead"})),
    "snail": (Text("达到蜗牛门槛的项目", "projects that meet a threshold of a snail"), frozenset({"lag", "overdue"})),
}


def schedule(state: State, years: Mapping[str, Sequence[Year]]) -> Schedule:
    """Everything that is judged by the last day of data of an edition, from what it has on file.

    ``years`` says how far projects are with their plans (yearly.yearly). One pass through all milestones, and one
    through the projects for each mechanism that judges.
    """
    today, projects = state.release.data_until, state.tables.projects
    ones = sorted((judged(one, today) for one in state.dossier.milestones), key=_by_due)
    by_project = _grouped(ones, lambda one: one.milestone.project)
    mechanisms = state.tables.reference.mechanisms.values()
    campaigns = {
        one.id: _campaign(projects, today, found, _account(state, one))
        for one in mechanisms
        if one.core and one.view == "milestones" and (found := _of_mechanism(one, ones, projects))
    }
    judge = partial(_review, state, by_project, _this_year(years, today))
    return Schedule(
        day=today,
        judged={project: tuple(some) for project, some in by_project.items()},
        tallies={project: tally(some) for project, some in by_project.items()},
        whole=_campaign(projects, today, ones) if ones else None,
        campaigns=campaigns,
        reviews={one.id: judge(one) for one in mechanisms if one.core and one.view == "flags"},
    )


def _account(state: State, mechanism: Mechanism) -> Account:
    return Account(mechanism.id, mechanism.area, state.release.edition, state.tables.reference.units)


def _by_due(one: Judged) -> tuple[bool, date]:
    return one.milestone.due.last is None, one.milestone.due.last or date.max


def _grouped(ones: Ones, of: Callable[[Judged], Name | None]) -> dict[Name, list[Judged]]:
    found: dict[Name, list[Judged]] = {}
    for one in ones:
        if (name := of(one)) is not None:
            found.setdefault(name, []).append(one)
    return found


def _of_mechanism(mechanism: Mechanism, ones: Ones, projects: Mapping[str, Project]) -> list[Judged]:
    """The milestones that name the mechanism, and those of the projects on its list that name no other."""
    return [
        one
        for one in ones
        if one.milestone.mechanism == mechanism.id
        or (not one.milestone.mechanism and mechanism.id in projects[one.milestone.project].programmes)
    ]


def _campaign(projects: Mapping[str, Project], today: date, ones: Ones, account: Account | None = None) -> Campaign:
    areas = _grouped(ones, lambda one: projects[one.milestone.project].area)
    posts = _grouped(ones, lambda one: projects[one.milestone.project].post or None)
    milestones, whole = [one.milestone for one in ones], tally(ones)
    ends = {end.last for one in milestones for end in (one.due, one.done) if end and end.last and end.last <= today}
    return Campaign(
        judged=tuple(ones),
        tally=whole,
        by_area={area: tally(some) for area, some in areas.items()},
        by_post={post: tally(some) for post, some in posts.items()},
        points=burn_down(milestones, sorted({*ends, today})) if ends else (),
        figures=_counted(account, whole) if account else {},
    )


def _counted(account: Account, whole: Tally) -> dict[str, Figure]:
    """How many milestones are in each state, and the share done in time of those done or overdue, in per cent."""
    said = Text("处于该状态的节点", "milestones in this state")
    found: dict[str, Figure] = {
        name: account.figure("milestones", name, getattr(whole, name), "milestones", said) for name in STATES
    }
    share = percent(stated(whole.met), stated(whole.judged))
    if share.value is not None:
        used = [found[name] for name in ("met", "late", "overdue")]
        formula = Text(
            "100 × 按期完成 ÷（按期完成＋逾期完成＋逾期未完成）", "100 × in time ÷ (in time + late + overdue)"
        )
        found["on_time"] = account.figure("milestones", "on_time", share.value, "pct", formula, used)
    return found


def _this_year(years: Mapping[str, Sequence[Year]], today: date) -> dict[str, Year]:
    """How far each project is with the plan of the year of ``today``, as last told. A year over judges nobody."""
    return {
        project: fitting[-1]
        for project, some in years.items()
        if (fitting := [one for one in some if one.period.last and one.period.last.year == today.year])
    }


def _review(state: State, ones: Mapping[str, Ones], years: Mapping[str, Year], mechanism: Mechanism) -> Review:
    """The projects on the mechanism's list, or else all in its area, by its thresholds; and what was decided."""
    known = (one for name, one in state.tables.projects.items() if name in state.status or name in ones)
    asked = scope(mechanism, known, state.tables.reference, state.investment.sizes).projects
    progress = [
        Progress(one, years[one].lead if one in years else nothing("no_target"), days_overdue(ones.get(one, ())))
        for one in asked
        if one in years or one in ones
    ]
    decided = tuple(one for one in state.dossier.awards if one.mechanism == mechanism.id and one.award in FLAGS)
    found = candidates(progress, mechanism.thresholds)
    figures: dict[str, Figure] = {
        flag: _account(state, mechanism).figure(
            "candidates", flag, sum(one.flag == flag for one in found), "projects", said
        )
        for flag, (said, names) in JUDGED_BY.items()
        if names & mechanism.thresholds.keys()
    }
    return Review(found, decided, len(progress), len(asked), figures)
