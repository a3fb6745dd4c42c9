"""What a run is asked for, and the bulletins that it is about: their data checked and computed, their data files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import intake, measures, site
from generator.aside import Packing
from generator.errors import DataErrors, Problem, UsageError
from generator.memory import Memory
from generator.model.bulletin import Release, Tables
from generator.model.edition import Edition
from generator.model.page import File
from generator.model.text import Lang
from generator.site import Builder
from generator.stages import Stages

ROOT = Path(__file__).resolve().parents[1]
DECLARED_TIME = "SOURCE_DATE_EPOCH"
LATEST = 4_354_819_198  # 2107-12-31, the last time that a ZIP entry can carry


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked to do."""

    datasets: Path = ROOT / "datasets"
    site: Path = ROOT / "site"
    build: Path = ROOT / "build"
    builder: Builder = "mkdocs"
    languages: tuple[Lang, ...] = ("zh", "en")
    bulletins: tuple[str, ...] = ()  # empty: all
    preview: bool = False  # for an editor at work: search index and newest ZIP may be those of an earlier build

    @property
    def cache(self) -> Path:
        return self.build / "cache"


@dataclass(frozen=True, slots=True)
class Checked:
    """Sound data: the editions of every bulletin, oldest first, and what is only worth a warning."""

    editions: dict[str, tuple[Edition, ...]]
    warnings: dict[str, tuple[Problem, ...]]


def chosen(options: Options) -> tuple[str, ...]:
    """The bulletins to work on; UsageError if there is none or an unknown one is asked for."""
    known = intake.bulletins(options.datasets)
    if not known:
        raise UsageError("There is no bulletin in {folder}. To make one: bulletin new", folder=options.datasets)
    unknown = [name for name in options.bulletins if name not in known]
    if unknown:
        raise UsageError("There is no bulletin {name} in {folder}.", name=", ".join(unknown), folder=options.datasets)
    return options.bulletins or known


def check(options: Options, stages: Stages, memory: Memory | None = None) -> Checked:
    """Read, check and compute every bulletin; DataErrors with the problems of all of them."""
    loaded: list[Tables] = []
    problems: list[Problem] = []
    warnings: dict[str, tuple[Problem, ...]] = {}
    with stages.stage("check"):
        for name in chosen(options):
            try:
                found = intake.load(options.datasets, name, options.cache, memory)
            except DataErrors as errors:
                problems += errors.problems
                continue
            loaded.append(found.tables)
            warnings[name] = found.warnings
    with stages.stage("compute"):
        editions = {}
        for tables in loaded:
            try:
                held = measures.assemble(tables, memory, options.cache / "leagues")
            except DataErrors as errors:
                problems += errors.problems
                continue
            editions[tables.bulletin.id] = held
            problems += measures.disagreements(held[-1].tables, held[-1].figures, memory)
    if problems:
        raise DataErrors(problems)
    return Checked(editions, warnings)


def data_files(
    editions: Sequence[Edition], memory: Memory | None = None, aside: Packing | None = None, *, stale: bool = False
) -> tuple[File, ...]:
    """The published data of a bulletin: each edition's packages, and the newest ones where they can always be found.

    A released edition's bytes are those that were kept at its release, whatever the code would make of it today.
    """
    schemas = intake.schemas()
    files: list[File] = []
    for edition in editions:
        made = site.published(edition, schemas, epoch([edition.release]), memory)
        files += [aside.file(file) for file in made] if aside else made
    newest = editions[-1]
    *same, whole = site.newest_files(
        files, newest.tables.bulletin.id, newest.name, epoch([newest.release]), memory, stale=stale
    )
    return (*files, *same, aside.file(whole) if aside else whole)


def epoch(releases: Iterable[Release]) -> int:
    """The declared time of a build: SOURCE_DATE_EPOCH, else the latest release. No other clock is read."""
    if declared := os.environ.get(DECLARED_TIME):
        if not (declared.isascii() and declared.isdigit() and int(declared) <= LATEST):
            raise UsageError(
                "SOURCE_DATE_EPOCH is “{value}”: it must be a time in whole seconds since 1970.", value=declared
            )
        return int(declared)
    return max(int((release.released_at or release.scheduled_at).timestamp()) for release in releases)
