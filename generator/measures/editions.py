"""From checked tables to editions: what each one says, as it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.errors import DataErrors, Problem
from generator.memory import Memory
from generator.model.aim import Aim
from generator.model.bulletin import Release, Tables
from generator.model.edition import Edition
from generator.model.figure import Figure, Revision
from generator.model.in_order import InOrder
from generator.model.quality import Quality
from generator.model.reference import Unit
from generator.model.statement import Statement

from .aims import aims, by_concept, tallies
from .chains import chain_maps
from .derived import by_family, derived
from .league import league_tables, results
from .limits import limits
from .pipeline import Course, State, courses, investment, pipelines, schedule, yearly
from .pipeline.yearly import Known
from .quality import files, measured, quality
from .relations import computed
from .vintages import as_of, dossier_as_of, editions_up_to, revisions, status_as_of


@dataclass(frozen=True, slots=True)
class _Common:
    """What the editions of a bulletin have in common, known once all of its rows are."""

    tables: Tables
    own: Mapping[str, Sequence[Statement]]  # what each edition states
    changes: tuple[Revision, ...]
    stages: Mapping[str, Mapping[str, Course]]  # of projects, by edition
    sound: Sequence[Quality]  # by edition
    known: Known  # years of projects that were worked out already


def assemble(tables: Tables, memory: Memory | None = None, cache: Path | None = None) -> tuple[Edition, ...]:
    """One :class:`Edition` per release, oldest first.

    An edition carries on the figures of the one before, except for those that it states itself: so a figure is made
    once, however many editions show it. Results of its leagues stay among the figures of all later ones. ``cache``
    holds league tables from run to run. Raises DataErrors where a league's method has no answer for the figures.
    """
    memory = memory or Memory()
    common = _common(tables, memory)
    editions: list[Edition] = []
    problems: list[Problem] = []
    raced: dict[str, Figure] = {}
    for place, figures in enumerate(_figures_by_edition(tables, common.own, common.changes, memory)):
        earlier = [edition.leagues for edition in editions]
        leagues, wrong = league_tables(tables, tables.releases[place].edition, figures, earlier, memory, cache)
        problems += wrong
        for table in leagues.values():
            raced |= results(table, figures, tables.reference)
        edition = _edition(common, place, figures, memory)
        whole = memory.same(("known", tables.bulletin.id, place), InOrder({**figures, **raced, **edition.figures}))
        editions.append(replace(edition, figures=whole, leagues=leagues))
    if problems:
        raise DataErrors(problems)
    return tuple(editions)


def _common(tables: Tables, memory: Memory) -> _Common:
    own: dict[str, list[Statement]] = {release.edition: [] for release in tables.releases}
    for statement in tables.statements:
        own[statement.edition].append(statement)
    sources = (tables.statements, tables.releases)
    changes = memory.recall(("revisions", tables.bulletin.id), sources, partial(revisions, *sources))
    stages = courses(tables.project_status, [release.edition for release in tables.releases])
    return _Common(tables, own, changes, stages, quality(tables, own, changes, memory), {})


def _edition(common: _Common, place: int, figures: Mapping[str, Figure], memory: Memory) -> Edition:
    """The edition at ``place``, with the figures that follow from its own ``figures``; without leagues."""
    edition, bulletin = common.tables.releases[place].edition, common.tables.bulletin.id
    names = editions_up_to(common.tables.releases, edition)
    said = memory.same(("said", bulletin, edition), tuple(row.figure for row in common.own[edition]))
    changes = memory.same(
        ("changes", bulletin, edition), tuple(change for change in common.changes if change.edition in names)
    )
    filed = replace(common, tables=replace(common.tables, statements=()), own={}, changes=())
    inputs = (figures, filed.tables, common.sound[place])
    made = memory.recall(("followed", bulletin, edition), inputs, partial(_follow, filed, place, figures, memory))
    return replace(made, tables=common.tables, said=said, revisions=changes)


def _follow(filed: _Common, place: int, figures: Mapping[str, Figure], memory: Memory) -> Edition:
    """What follows from ``figures`` and from what is ``filed`` besides statements: an edition that names none."""
    tables, release = filed.tables, filed.tables.releases[place]
    names = editions_up_to(tables.releases, release.edition)
    dossier, status = dossier_as_of(tables.dossier, names), status_as_of(tables.project_status, names)
    amounts = {name: figure for name, figure in figures.items() if figure.key.kind == "amount"}
    years = yearly(amounts, tables.reference.units, filed.known)
    state = State(tables, release, filed.stages, status, dossier, investment(amounts.values()))
    piped, timed = pipelines(state), schedule(state, years)
    judged, sound = _aims(tables, release, figures, memory), filed.sound[place]
    planned = (figure for some in years.values() for year in some for figure in year.figures)
    counted = (figure for pipeline in piped.values() for figure in pipeline.figures)
    return Edition(
        tables=tables,
        release=release,
        figures={
            **{figure.id: figure for figure in (*planned, *counted, *timed.figures)},
            **tallies(judged, tables.reference, release.edition),
            **measured(sound, tables.reference, release.edition),
        },
        said=(),
        revisions=(),
        project_status=status,
        dossier=dossier,
        chains=chain_maps(tables.reference.chain_links),
        limits=limits(tables.reference, figures),
        schedule=timed,
        pipelines=piped,
        aims=judged,
        quality=replace(sound, files=files(tables, status, amounts.values())),
    )


def _aims(tables: Tables, release: Release, figures: Mapping[str, Figure], memory: Memory) -> tuple[Aim, ...]:
    """Every aim, in the order of ``figures``."""
    found: dict[str, Aim] = {}
    for concept, some in by_concept(figures).items():
        inputs = (some, tables.reference, release.data_until)
        step = ("aims", tables.bulletin.id, release.edition, concept)
        found |= {aim.target.id: aim for aim in memory.recall(step, inputs, partial(aims, *inputs))}
    return tuple(found[name] for name in figures if name in found)


def _figures_by_edition(
    tables: Tables, own: Mapping[str, Sequence[Statement]], changes: Iterable[Revision], memory: Memory
) -> Iterator[dict[str, Figure]]:
    """Stated, derived and computed figures of every edition, oldest first; ``own`` are the statements of each."""
    units, bulletin = tables.reference.units, tables.bulletin.id
    vintages: list[dict[str, Figure]] = []
    for release in tables.releases:
        names = editions_up_to(tables.releases, release.edition)
        rows = tuple(as_of(own[release.edition], [release.edition]).values())
        inputs = (units, rows, frozenset(change.figure for change in changes if change.edition in names))
        vintages.append(memory.recall(("figures", bulletin, release.edition), inputs, partial(_figures, *inputs)))
    stated: dict[str, Figure] = {}
    for new, more in zip(vintages, _derived(tables, vintages, memory), strict=True):
        stated = {name: figure for name, figure in stated.items() if name not in new} | new
        yield InOrder({**stated, **more, **computed(tables, stated)})


def _derived(tables: Tables, vintages: Sequence[Mapping[str, Figure]], memory: Memory) -> list[dict[str, Figure]]:
    """The derived figures of every edition; ``vintages`` are those that each newly states."""
    split = []
    for release, new in zip(tables.releases, vintages, strict=True):
        inputs = (tables.reference, new)
        step = ("families", tables.bulletin.id, release.edition)
        split.append(memory.recall(step, inputs, partial(by_family, *inputs)))
    found: list[dict[str, Figure]] = [{} for _ in vintages]
    for family in dict.fromkeys(name for families in split for name in families):
        every = (tables.reference, [families.get(family, {}) for families in split])
        step = ("derived", tables.bulletin.id, family)
        for known, more in zip(found, memory.recall(step, every, partial(derived, *every)), strict=True):
            known |= more
    return found


def _figures(units: Mapping[str, Unit], rows: Iterable[Statement], revised: Set[str]) -> dict[str, Figure]:
    figures = (
        Figure(
            id=row.figure,
            key=row.key,
            value=row.value,
            value_high=row.value_high,
            unit=units[row.unit],
            status=row.status,
            bound=row.bound,
            edition=row.edition,
            source=row.source,
            locator=row.locator,
            note=row.note,
            revised=row.figure in revised,
            set_on=row.set_on,
        )
        for row in rows
    )
    return InOrder((figure.id, figure) for figure in figures)
