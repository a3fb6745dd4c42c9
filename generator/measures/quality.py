"""The quality of what editions say: completeness, lateness, corrections, the share that is provisional."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from datetime import date
from functools import partial

from generator.memory import Memory
from generator.model.bulletin import Release, Tables
from generator.model.codes import MISSING, TOTAL
from generator.model.figure import Figure, Revision
from generator.model.project import ProjectStatus
from generator.model.quality import Files, Quality, Returns
from generator.model.reference import Reference
from generator.model.statement import Statement
from generator.model.text import Text

from .mechanism import Account
from .pipeline.investment import ITEM

COUNTED = {
    "named": Text("本期列出的观测值，计数", "observations that the edition names, counted"),
    "filled": Text("其中有数值的，计数", "those with a value, counted"),
    "provisional": Text("其中数值为初步的，计数", "those with a provisional value, counted"),
    "late": Text(
        "晚于应报期次首次报出的，计数", "values first stated after the edition in which they were due, counted"
    ),
    "revised": Text("对以前各期的修订，计数", "corrections of earlier editions, counted"),
}


@dataclass(frozen=True, slots=True)
class Entered:
    """The observations of an edition, counted by area; what came late, and what has a value up to then."""

    counts: Mapping[str, Mapping[str, int]]
    late: Set[str]
    stated: Set[str]


def _entered(before: Set[str], known: date | None, rows: Iterable[Statement]) -> Entered:
    """What the ``rows`` of an edition add to what was stated ``before``. Late is what nobody stated, though the data of
    an earlier edition reached to the end of its period: to the day ``known``, or none."""
    counts: dict[str, Counter[str]] = {}
    stated, late = set(before), set()
    for row in rows:
        if row.key.kind != "obs" or row.status == "M":
            continue
        own = counts.setdefault(row.key.subject, Counter())
        own["named"] += 1
        if row.status in MISSING:
            continue
        own["filled"] += 1
        own["provisional"] += row.status == "P"
        last = row.key.period.last
        if last and known and last <= known and row.figure not in stated:
            own["late"] += 1
            late.add(row.figure)
        stated.add(row.figure)
    return Entered(counts, late, stated)


def quality(
    tables: Tables, own: Mapping[str, Sequence[Statement]], changes: Iterable[Revision], memory: Memory | None = None
) -> list[Quality]:
    """The quality of each edition, oldest first; ``own`` are its statements, ``changes`` the revisions of all.

    - Named is every observation that the edition states or says to be missing; what cannot exist (M) is not.
    - Late is a value that is first stated after an edition whose data reached to the end of its period. What the first
      edition tells of earlier times is not late, nor is anything undated.
    - A value that fills a gap which an earlier edition named is late, and no correction of it.
    - Targets, amounts and what we compute are left out.

    Example: of 10 rows one is missing and one fills a gap of last quarter: 9 of 10 are filled, 1 is late.
    """
    memory, known = memory or Memory(), None
    stated: Set[str] = frozenset()
    corrected: dict[str, list[Revision]] = {}
    for change in changes:
        corrected.setdefault(change.edition, []).append(change)
    found = []
    for release in tables.releases:
        inputs = (stated, known, own[release.edition])
        entered = memory.recall(("quality", tables.bulletin.id, release.edition), inputs, partial(_entered, *inputs))
        found.append(_quality(tables, release, entered, corrected.get(release.edition, ())))
        stated, known = entered.stated, release.data_until
    return found


def _quality(tables: Tables, release: Release, entered: Entered, changes: Iterable[Revision]) -> Quality:
    revised: Counter[str] = Counter()
    for change in changes:
        kind, _, rest = change.figure.partition(".")
        revised[rest.partition(".")[0]] += kind == "obs" and change.figure not in entered.late
    counts = entered.counts
    areas = {
        code: Returns(**counts.get(code, {}), revised=revised[code])
        for code in tables.reference.areas
        if code in counts or revised[code]
    }
    released = release.released_at.date() if release.released_at else None
    return Quality(areas, scheduled=release.scheduled_at.date(), released=released, known=release.data_until)


def measured(found: Quality, reference: Reference, edition: str) -> dict[str, Figure]:
    """The counts of each mechanism with the view ``quality``, in its place and within, as figures by id."""
    figures = []
    for mechanism in reference.mechanisms.values():
        if mechanism.core and mechanism.view == "quality":
            inside = partial(reference.lies_in, whole=mechanism.area)
            returns = found.of(inside)
            account = Account(mechanism.id, mechanism.area, edition, reference.units)
            for column in fields(returns):
                number = getattr(returns, column.name)
                figures.append(account.figure(column.name, TOTAL, number, "figures", COUNTED[column.name]))
    return {figure.id: figure for figure in figures}


def files(tables: Tables, status: Mapping[str, ProjectStatus], figures: Iterable[Figure]) -> dict[str, Files]:
    """How full the files on projects are, by area in the order of the areas; parks, towns and the like are left out."""
    amounts = (one for one in figures if one.key.kind == "amount" and one.key.concept == ITEM)
    sized = {one.key.subject for one in amounts if one.value is not None}
    found: dict[str, Counter[str]] = {}
    for project in tables.projects.values():
        if project.kind != "project":
            continue
        counts, now = found.setdefault(project.area, Counter()), status.get(project.id)
        counts["projects"] += 1
        counts["staged"] += now is not None and now.stage != "not_stated"
        counts["dated"] += now is not None and now.since.dated
        counts["sized"] += project.id in sized
        counts["posted"] += bool(project.post.zh)
    return {code: Files(**found[code]) for code in tables.reference.areas if code in found}
