"""The shell: the steps in their order. Each room's result is carried to the next here, and nowhere else."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from generator import intake, measures, pages, site
from generator.errors import DataErrors, Problem, UsageError
from generator.memory import Memory
from generator.model.bulletin import Release, Tables
from generator.model.edition import Edition
from generator.model.page import File
from generator.model.text import Lang
from generator.site import Builder
from generator.stages import Stages

ROOT = Path(__file__).resolve().parents[1]
LATEST = 4_354_819_198  # 2107-12-31, the last time that a ZIP entry can carry
SOURCES = ("generator", "templates", "docs", "datasets", "tests", ".git", ".venv")


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


@dataclass(frozen=True, slots=True)
class Checked:
    """Sound data: the editions of every bulletin, and what is only worth a warning."""

    editions: dict[str, tuple[Edition, ...]]
    warnings: tuple[Problem, ...]


@dataclass(slots=True)
class Summary:
    """What a run did."""

    bulletins: int = 0
    editions: int = 0
    pages: int = 0
    charts: int = 0
    files: int = 0
    warnings: tuple[Problem, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)


def check(options: Options, stages: Stages, memory: Memory | None = None) -> Checked:
    """Read and check every bulletin; DataErrors with the problems of all of them."""
    loaded: list[Tables] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    with stages.stage("check"):
        for bulletin in chosen(options):
            try:
                found = intake.load(options.datasets, bulletin, options.build / "cache", memory)
            except DataErrors as errors:
                problems += errors.problems
                continue
            loaded.append(found.tables)
            warnings += found.warnings
    with stages.stage("compute"):
        editions = {}
        for tables in loaded:
            try:
                held = measures.assemble(tables, memory, options.build / "cache" / "leagues")
            except DataErrors as errors:
                problems += errors.problems
                continue
            editions[tables.bulletin.id] = held
            problems += measures.disagreements(held[-1].tables, held[-1].figures, memory)
    if problems:
        raise DataErrors(problems)
    return Checked(editions, tuple(warnings))


def chosen(options: Options) -> tuple[str, ...]:
    """The bulletins to work on; UsageError if there is none or an unknown one is asked for."""
    known = intake.bulletins(options.datasets)
    if not known:
        raise UsageError("There is no bulletin in {folder}. To make one: bulletin new", folder=options.datasets)
    unknown = [name for name in options.bulletins if name not in known]
    if unknown:
        raise UsageError("There is no bulletin {name} in {folder}.", name=", ".join(unknown), folder=options.datasets)
    return options.bulletins or known


def build(options: Options, stages: Stages, memory: Memory | None = None) -> Summary:
    """Check, compute, render, build, verify, publish. Until the last step the last site stays untouched.

    A preview gives the ``memory`` of its last run, and only what has changed since is made.
    """
    guard(options)
    with alone(options.build, stages):
        return _build(options, stages, memory)


def _build(options: Options, stages: Stages, last: Memory | None) -> Summary:
    site.recover(options.site)
    checked = check(options, stages, last)  # unless a preview remembers them, the cells are gone after this
    memory = last or Memory()
    editions = [edition for held in checked.editions.values() for edition in held]
    epoch = _epoch([edition.release for edition in editions])
    with stages.stage("package"):
        data = {name: data_files(held, memory, stale=options.preview) for name, held in checked.editions.items()}
    with stages.stage("render"):
        composed = _compose(options, checked, data, memory)
    runs = _runs(composed)
    every = [page for one in composed for page in one.pages]
    target = site.staging(options.build)
    shop = site.Workshop(options.build, ROOT / "mkdocs.yml", ROOT / "docs" / "theme", epoch, options.builder)
    with stages.stage("builder"):
        built = site.built(every, runs, shop)
    with stages.stage("fill"):
        site.assemble(every, runs, built, target, _links(composed, memory), last)
    with stages.stage("files"):
        files = _files(composed, data, editions, options.build / "cache")
        site.furnish(built, ROOT / "docs" / "assets", target)
        site.add(files, target)
    with stages.stage("search"):
        site.index(target, options.build / "cache" / "search", stale=options.preview)
    with stages.stage("verify"):
        site.verify(target, last)
    with stages.stage("publish"):
        site.checksums(target)
        site.swap(target, options.site)
    return Summary(
        bulletins=len(checked.editions),
        editions=len(editions),
        pages=len(every),
        charts=sum(one.charts for one in composed),
        files=len(files),
        warnings=checked.warnings,
        seconds=stages.seconds,
    )


@contextmanager
def alone(build: Path, stages: Stages) -> Iterator[None]:
    """One run at a time in a build folder; another one waits. The system gives the lock back when a run dies."""
    build.mkdir(parents=True, exist_ok=True)
    lock = FileLock(build / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        with stages.stage("wait"):
            lock.acquire()
    try:
        yield
    finally:
        lock.release()


def guard(options: Options) -> None:
    """UsageError if publishing would destroy what is no site of ours. Nothing has been read or written yet."""
    site.refuse_unless_ours(options.site, [options.datasets, *(ROOT / name for name in SOURCES)], options.build)


def data_files(editions: Sequence[Edition], memory: Memory | None = None, *, stale: bool = False) -> tuple[File, ...]:
    """The published data of a bulletin: each edition's packages, and the newest ones where they can always be found.

    A released edition's bytes are those that were kept at its release, whatever the code would make of it today.
    """
    schemas = intake.schemas()
    files: list[File] = []
    for edition in editions:
        files += site.published(edition, schemas, _epoch([edition.release]), memory)
    newest = editions[-1]
    files += site.newest_files(
        files, newest.tables.bulletin.id, newest.name, _epoch([newest.release]), memory, stale=stale
    )
    return tuple(files)


def release(options: Options, bulletin: str, edition: str, stages: Stages) -> Path:
    """Lock an edition: keep its published bytes and the checksums of its sources. Returns the kept archive."""
    checked = check(options, stages)
    held = {one.name: one for one in checked.editions.get(bulletin, ())}
    if edition not in held:
        raise UsageError("The bulletin {bulletin} has no edition {edition}.", bulletin=bulletin, edition=edition)
    if held[edition].release.locked:
        raise UsageError("The edition {edition} is released already; correct it in a later one.", edition=edition)
    one = held[edition]
    if one.release.released_at is None:
        raise UsageError("First write in releases.yaml when {edition} was released: released_at.", edition=edition)
    content = site.archive(site.edition_files(one, intake.schemas(), _epoch([one.release])), _epoch([one.release]))
    return intake.lock(one.tables, edition, content)


def _epoch(releases: Sequence[Release]) -> int:
    """The declared time of a build: SOURCE_DATE_EPOCH, else the latest release. No other clock is read."""
    if declared := os.environ.get("SOURCE_DATE_EPOCH"):
        if not (declared.isascii() and declared.isdigit() and int(declared) <= LATEST):
            raise UsageError(
                "SOURCE_DATE_EPOCH is “{value}”: it must be a time in whole seconds since 1970.", value=declared
            )
        return int(declared)
    return max(int((release.released_at or release.scheduled_at).timestamp()) for release in releases)


def _compose(
    options: Options, checked: Checked, data: dict[str, tuple[File, ...]], memory: Memory
) -> list[pages.Composition]:
    """The pages of every bulletin in every language, and the front page of the site in each."""
    volumes = [
        pages.Volume(lang, held, data[name], options.build / "cache" / "charts", memory)
        for lang in options.languages
        for name, held in checked.editions.items()
    ]
    composed = pages.compose_all(volumes, apart=not options.preview)
    homes = ([one for one in volumes if one.lang == lang] for lang in options.languages)
    return [*composed, *map(pages.compose_home, homes)]


def _runs(composed: Sequence[pages.Composition]) -> list[site.Run]:
    fingerprint = site.fingerprint(ROOT / "docs" / "assets")
    return [
        site.Run(one.lang, one.bulletin, one.title, one.nav, {**one.around, "fingerprint": fingerprint})
        for one in composed
    ]


def _links(composed: Sequence[pages.Composition], memory: Memory) -> dict[tuple[str, str], dict[str, site.FigureLink]]:
    """By language and bulletin. Every page compares those of its run, so they stay the same objects while equal."""
    links = {
        (one.lang, one.bulletin): {row: site.FigureLink(*link) for row, link in one.figures.items()} for one in composed
    }
    return {run: memory.same(("figure links", run), held) for run, held in links.items()}


def _files(
    composed: Sequence[pages.Composition], data: dict[str, tuple[File, ...]], editions: Sequence[Edition], cache: Path
) -> list[File]:
    published = [file for files in data.values() for file in files]
    beside = dict.fromkeys(file for one in composed for file in one.files)  # data files are the same in each language
    return [*published, *beside, site.catalog(editions, published), File("assets/vega.js", pages.bundle(cache))]


def as_json(summary: Summary) -> str:
    """The summary for programs."""
    return json.dumps(
        {
            "bulletins": summary.bulletins,
            "editions": summary.editions,
            "pages": summary.pages,
            "charts": summary.charts,
            "files": summary.files,
            "warnings": len(summary.warnings),
            "seconds": {name: round(spent, 3) for name, spent in summary.seconds.items()},
        }
    )
