"""The projects of a pipeline by area, tier, size class, chain and park: how many, how much, how many have started."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from generator.measures.mechanism import Account
from generator.measures.result import nothing
from generator.measures.totals import Total, total
from generator.model.bulletin import Tables
from generator.model.pipeline import Dimension, Part, Sum
from generator.model.text import Text

from .conversion import conversion
from .courses import Course
from .groups import Group, groups, size_classes, tiers
from .investment import Investment

FLOORS = tuple(
    map(Fraction, (1, 10, 50, 100))
)  # classes of size (亿元、十亿元、五十亿元、百亿元以上), in 100 million yuan
Grouped = tuple[Dimension, Group]


def parts(tables: Tables, account: Account, courses: Mapping[str, Course], held: Investment) -> tuple[Part, ...]:
    """The parts in which there are projects. A single area, chain or park that holds all of them is no part."""
    found = (one for one in _groups(tables, courses, held) if one[1].projects)
    return tuple(_part(account, held, courses, *one) for one in found)


def _groups(tables: Tables, courses: Mapping[str, Course], held: Investment) -> Iterator[Grouped]:
    projects = [tables.projects[one] for one in courses]
    sizes = {name: one for name, one in held.sizes.items() if name in courses}
    by_area = groups(projects, lambda one: one.area)
    yield from (("area", group) for group in by_area if len(by_area) > 1)
    yield from (("tier", group) for group in tiers(projects))
    yield from (("size", group) for group in size_classes(sizes, FLOORS))
    yield from (("chain", group) for group in groups(projects, lambda one: one.chain))
    yield from (("host", group) for group in groups(projects, lambda one: one.host))


def _part(
    account: Account, held: Investment, courses: Mapping[str, Course], dimension: Dimension, group: Group
) -> Part:
    name, projects = f"{dimension}-{group.name}", group.projects
    missing = nothing("missing")
    sum_of = total({one: held.results.get(one, missing) for one in projects}, additive=True, missing="partial")
    started = conversion(courses, "started", among=projects)
    share = Text("100 × 已开工 ÷ 全部", "100 × started ÷ all")
    value = started.result.value
    return Part(
        dimension=dimension,
        name=group.name,
        nested=group.nested,
        projects=projects,
        all=summed(account, held, ("projects", name), (projects, sum_of), Text("项目个数", "number of projects")),
        started=account.figure(
            "started", name, len(started.met), "projects", Text("已开工的项目", "projects that have started")
        ),
        rate=None if value is None else account.figure("start_rate", name, value, "pct", share),
    )


def summed(
    account: Account, held: Investment, name: tuple[str, str], found: tuple[tuple[str, ...], Total], formula: Text
) -> Sum:
    """The number of projects and their planned total investment as figures. ``name``: what is counted of which part;
    ``found``: the projects, and the sum of what they state."""
    (measure, part), (projects, invested) = name, found
    number = account.figure(measure, part, len(projects), "projects", formula)
    result, used = invested.result, [held.stated[one] for one in projects if one in held.stated]
    if result.value is None or held.unit is None:
        return Sum(number, None, 0)
    shown = account.figure(
        f"{measure}_investment",
        part,
        result.value,
        held.unit,
        Text(f"其中{invested.known}个项目计划总投资之和", f"sum of the planned totals of {invested.known} of them"),
        used,
        bound=result.bound,
    )
    return Sum(number, shown, invested.known)
