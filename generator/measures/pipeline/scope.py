"""Which projects a mechanism looks at: those on its list, else those on file in its area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.measures.result import Result
from generator.model.mechanism import Mechanism
from generator.model.project import Project
from generator.model.reference import Reference

from .groups import size_classes


@dataclass(frozen=True, slots=True)
class Scope:
    """The projects a mechanism looks at. ``unsized`` are left out: nothing says that they are large enough."""

    listed: bool
    projects: tuple[str, ...]
    unsized: tuple[str, ...] = ()


def scope(mechanism: Mechanism, known: Iterable[Project], reference: Reference, sizes: Mapping[str, Result]) -> Scope:
    """The scope of ``mechanism`` among the projects ``known`` in an edition.

    - Its list is what names it as a programme, parks and platforms included. Without one it is every project, in the
      narrow sense, of its area and of the areas in it; none as long as the mechanism is not in force.
    - With a parameter ``floor``, in 100 million yuan (``sizes``), only those that are certainly as large.
    """
    known = tuple(known)
    named = tuple(one.id for one in known if mechanism.id in one.programmes)
    near = (one for one in known if one.kind == "project" and mechanism.state == "in_force")
    projects = named or tuple(one.id for one in near if reference.lies_in(one.area, mechanism.area))
    if (floor := mechanism.thresholds.get("floor")) is None:
        return Scope(bool(named), projects)
    large = set(size_classes(sizes, [Fraction(floor)])[0].projects)
    return Scope(
        bool(named),
        tuple(one for one in projects if one in large),
        tuple(one for one in projects if one not in sizes),
    )
