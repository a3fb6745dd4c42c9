"""Groups of projects: by area, park or chain each project is in one; tiers and size classes lie within one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.measures.result import Result
from generator.model.codes import NOT_BELOW
from generator.model.project import TIERS, Project


@dataclass(frozen=True, slots=True)
class Group:
    """Some projects. ``nested`` groups contain one another, and nothing about them is ever added."""

    name: str
    projects: tuple[str, ...]
    nested: bool


def groups(projects: Iterable[Project], of: Callable[[Project], str]) -> tuple[Group, ...]:
    """The projects by area, host, chain or whatever ``of`` takes; those for whom it is blank are in none."""
    found: dict[str, list[str]] = {}
    for project in projects:
        if name := of(project):
            found.setdefault(name, []).append(project.id)
    return tuple(Group(name, tuple(members), nested=False) for name, members in found.items())


def tiers(projects: Iterable[Project]) -> tuple[Group, ...]:
    """Key projects by tier, widest first: those of the county contain those of the prefecture and of the province.

    Example: 4 provincial and 37 more of the prefecture are 4 and 41, not 4 and 37.
    """
    projects = tuple(projects)
    ranks = {tier: rank for rank, tier in enumerate(TIERS)}
    return tuple(
        Group(tier, tuple(one.id for one in projects if one.tier and ranks[one.tier] <= rank), nested=True)
        for tier, rank in reversed(ranks.items())
    )


def size_classes(investment: Mapping[str, Result], floors: Sequence[Fraction]) -> tuple[Group, ...]:
    """The projects of at least each of ``floors``, lowest first, in the unit of the investment.

    A project counts where it certainly belongs: "over 5" is at least 5 and not known to be at least 10; "about" and
    "at most" are certain of nothing. Without a value it is in no class.

    Example: projects of 13.3, 10 and 5 with floors 1 and 10: three of at least 1, two of them of at least 10.
    """
    known = {name: one.value for name, one in investment.items() if one.value is not None and one.bound in NOT_BELOW}
    return tuple(
        Group(str(floor), tuple(name for name, value in known.items() if value >= floor), nested=True)
        for floor in sorted(floors)
    )
