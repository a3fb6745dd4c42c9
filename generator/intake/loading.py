"""The entry of the room: a bulletin's folder in, its checked tables out, or all of its problems at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.errors import DataErrors, Problem, UsageError, set_of
from generator.memory import Memory
from generator.model.bulletin import Tables

from .boundaries import read_boundaries
from .checks import CHECKS, ROW_CHECKS, SERIES_CHECKS, SHEET_CHECKS
from .declaration import read_bulletin, read_releases
from .folders import refusal_of_folder
from .gathering import Declared, Gathered, gather
from .leagues import read_leagues
from .parcels import Parcel, lost_tables, package_names, read_parcel, undeclared_packages, without
from .rules import RULES
from .structure import TOO_MANY, structure_problems

Given = TypeVar("Given")

MAX_TOLD = 200  # problems of one kind in one file: who has more corrects the cause, not the cells


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sound bulletin, and what its editors should look at nevertheless."""

    tables: Tables
    warnings: tuple[Problem, ...]


def load(datasets: Path, bulletin: str, cache: Path | None = None, memory: Memory | None = None) -> Loaded:
    """Reads, validates and checks a bulletin. Verdicts on unchanged files are kept below ``cache``."""
    if refusal_of_folder(datasets, bulletin):
        raise UsageError("There is no bulletin {name} in {folder}.", name=bulletin, folder=datasets)
    try:
        return _load(datasets / bulletin, cache, memory or Memory())
    except OSError as error:  # of a folder; of a file its reader tells more
        place = Path(error.filename or bulletin).name
        raise DataErrors([Problem("file-unreadable", bulletin, file=f"{bulletin}/{place}", value=place)]) from error


def _load(folder: Path, cache: Path | None, memory: Memory) -> Loaded:
    identity, bulletin_file, problems = read_bulletin(folder)
    releases, releases_file, wrong = read_releases(folder)
    leagues_file, faulty = read_leagues(folder)
    names = package_names(folder, identity)
    parcels, unread = _parcels(folder, names, memory)
    structure = [one for parcel in parcels for one in _structure(parcel, cache)]
    hopeless = {one.file for one in structure if one.rule == TOO_MANY}
    parcels = [without(parcel, hopeless) for parcel in parcels]
    problems += [*wrong, *faulty, *undeclared_packages(folder, names), *unread, *structure]
    if identity is None or not releases:
        raise DataErrors(_weighed(problems))
    declared = Declared(folder, identity, releases, bulletin_file, releases_file, leagues_file)
    lost = lost_tables(set(names) - {parcel.package.name for parcel in parcels})
    gathered, unreadable = gather(declared, parcels, structure, lost, memory)
    problems += unreadable
    boundaries, askew = read_boundaries(bulletin_file, gathered.tables)
    problems += [] if "areas" in gathered.lost else askew
    for check in CHECKS:
        problems += check(gathered)
    problems += [*_by_concept(gathered, memory), *_by_file(gathered, memory)]
    weighed = _weighed(problems)
    if any(problem.severity == "error" for problem in weighed):
        raise DataErrors(weighed)
    return Loaded(replace(gathered.tables, boundaries=boundaries), weighed)


def _parcels(folder: Path, names: Sequence[str], memory: Memory) -> tuple[list[Parcel], list[Problem]]:
    parcels: list[Parcel] = []
    problems: list[Problem] = []
    for name in names:
        parcel, found = read_parcel(folder, name, memory)
        problems += found
        parcels += [parcel] if parcel else []
    return parcels, problems


def _by_concept(gathered: Gathered, memory: Memory) -> Iterator[Problem]:
    """The findings of the checks that look at the statements on one indicator at a time."""
    tables = gathered.tables
    around = (tables.reference, tables.releases, gathered.named("breakdowns"))
    for concept, part in gathered.by_concept():
        step, inputs = ("series checks", tables.bulletin.id, concept), (part.tables.statements, around)
        yield from memory.recall(step, inputs, partial(_found, SERIES_CHECKS, part))


def _by_file(gathered: Gathered, memory: Memory) -> Iterator[Problem]:
    """The findings of the checks that look at one file at a time."""
    for sheet in gathered.sheets:
        yield from memory.recall(("sheet checks", sheet.place.file), (sheet,), partial(_found, SHEET_CHECKS, sheet))
    for file, part in gathered.parts():
        tables = part.tables
        inputs = (part.sheets, tables.statements, tables.project_status, tables.reference, tables.releases)
        yield from memory.recall(("row checks", file), inputs, partial(_found, ROW_CHECKS, part))


def _found(checks: Iterable[Callable[[Given], Iterator[Problem]]], given: Given) -> list[Problem]:
    return [problem for check in checks for problem in check(given)]


def _structure(parcel: Parcel, cache: Path | None) -> list[Problem]:
    return structure_problems(parcel.package, parcel.file, parcel.sheets, cache)


def _weighed(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems with the severity of their rules, each once, in order of place."""
    told = _bounded(_without_echoes(set_of(problems)))
    weighed = (replace(problem, severity=RULES[problem.rule].severity) for problem in told)
    return tuple(sorted(weighed, key=lambda problem: problem.place))


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """Without the blank cells of a row that is to be deleted anyway, and without what a descriptor was told before."""
    totals = {(problem.file, problem.line) for problem in problems if problem.rule == "total-row"}
    blank = {"blank-cell", "status-blank"}
    typed = {problem.file for problem in problems if problem.rule in ("yaml-type", "yaml-key-missing")}
    told = [one for one in problems if one.rule not in blank or (one.file, one.line) not in totals]
    return [one for one in told if one.rule != "descriptor-invalid" or one.file not in typed]


def _bounded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first MAX_TOLD problems of each rule in each file, and how many more there are."""
    seen: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        seen[problem.file, problem.rule] += 1
        if seen[problem.file, problem.rule] <= MAX_TOLD:
            yield problem
    for (file, rule), count in seen.items():
        if count > MAX_TOLD:
            more = "more" if RULES[rule].severity == "error" else "more-notes"
            yield Problem(more, file=file, value=rule, facts={"count": str(count - MAX_TOLD)})
