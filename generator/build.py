"""The shell: the steps in their order. Each room's result is carried to the next here, and nowhere else."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from generator import intake, pages, site
from generator.bulletins import ROOT, Checked, Options, check, chosen, epoch
from generator.errors import Problem, UsageError, disk_error
from generator.memory import Memory
from generator.model.page import File
from generator.stages import Stages
from generator.works import Work, works

__all__ = ["ROOT", "Checked", "Options", "Summary", "as_json", "build", "check", "chosen", "guard", "release", "rest"]

SOURCES = ("generator", "templates", "docs", "datasets", "tests", ".git", ".venv")


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


def build(options: Options, stages: Stages, memory: Memory | None = None) -> Summary:
    """Check, compute, render, build, verify, publish. Until the last step the last site stays untouched.

    A preview gives the ``memory`` of its last run, and only what has changed since is made.
    """
    guard(options)
    try:
        with alone(options.build, stages), _unswept(options):
            return _build(options, stages, memory)
    except OSError as error:
        if told := disk_error(error):
            raise told from error
        raise


def _build(options: Options, stages: Stages, last: Memory | None) -> Summary:
    site.recover(options.site)
    made = works(options, stages, last)
    with stages.stage("render"):
        composed = [*(one for work in made for one in work.compositions), *_homes(options, made)]
    every = [page for one in composed for page in one.pages]
    runs = _runs(composed, last or Memory())
    time = epoch(release for work in made for release in work.releases)
    target = site.staging(options.build)
    shop = site.Workshop(options.build, ROOT / "mkdocs.yml", ROOT / "docs" / "theme", time, options.builder)
    with stages.stage("builder"):
        built = site.built(every, runs, shop, last)
    seals = options.cache / "seals.pickle"
    writer = site.Writer(target, options.site, site.sealed(seals), last)
    with stages.stage("fill"):
        site.assemble(every, runs, built, writer, _links(composed, last or Memory()), last)
    with stages.stage("files"):
        files = _files(composed, made, options.cache)
        site.furnish(built, ROOT / "docs" / "assets", writer)
        site.add(files, writer)
    with stages.stage("search"):
        site.index(target, writer, options.cache / "search.pickle", stale=options.preview)
    with stages.stage("verify"):
        site.verify(target, dict(sorted(writer.sums.items())), options.cache / "links.pickle", last)
    with stages.stage("publish"):
        site.checksums(target, writer.sums)
        site.swap(target, options.site, clear=not options.preview)
        site.keep_seals(seals, writer.seals)
    return _summary(made, composed, len(files), stages)


def _summary(made: Sequence[Work], composed: Sequence[pages.Composition], files: int, stages: Stages) -> Summary:
    return Summary(
        bulletins=len(made),
        editions=sum(len(work.releases) for work in made),
        pages=sum(len(one.pages) for one in composed),
        charts=sum(one.charts for one in composed),
        files=files,
        warnings=tuple(warning for work in made for warning in work.warnings),
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


@contextmanager
def _unswept(options: Options) -> Iterator[None]:
    """A preview looks for garbage while its editor reads (:func:`rest`): in its run most objects are here to stay."""
    if options.preview:
        gc.disable()
    try:
        yield
    finally:
        gc.enable()


def guard(options: Options) -> None:
    """UsageError if publishing would destroy what is no site of ours. Nothing has been read or written yet."""
    site.refuse_unless_ours(options.site, [options.datasets, *(ROOT / name for name in SOURCES)], options.build)


def rest(options: Options) -> None:
    """What a preview can do while its editor reads: clear up, and load what the next run may need."""
    site.recover(options.site)
    pages.ready()
    intake.ready()
    gc.collect()


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
    content = site.archive(site.edition_files(one, intake.schemas(), epoch([one.release])), epoch([one.release]))
    return intake.lock(one.tables, edition, content)


def _homes(options: Options, made: Iterable[Work]) -> Iterator[pages.Composition]:
    """The front page of the site in each language."""
    composed = [(work.bulletin, one) for work in made for one in work.compositions]
    for lang in options.languages:
        yield pages.compose_home(lang, [(bulletin, one) for bulletin, one in composed if one.lang == lang])


def _runs(composed: Sequence[pages.Composition], memory: Memory) -> list[site.Run]:
    """Every page is made for one of them: they stay the same objects while equal."""
    fingerprint = site.fingerprint(ROOT / "docs" / "assets")
    return [
        memory.same(
            ("run", one.lang, one.bulletin),
            site.Run(one.lang, one.bulletin, one.title, one.nav, {**one.around, "fingerprint": fingerprint}),
        )
        for one in composed
    ]


def _links(composed: Sequence[pages.Composition], memory: Memory) -> dict[tuple[str, str], dict[str, site.FigureLink]]:
    """By language and bulletin. Every page compares those of its run, so they stay the same objects while equal."""
    links = {
        (one.lang, one.bulletin): {row: site.FigureLink(*link) for row, link in one.figures.items()} for one in composed
    }
    return {run: memory.same(("figure links", run), held) for run, held in links.items()}


def _files(composed: Sequence[pages.Composition], made: Sequence[Work], cache: Path) -> list[File]:
    published = [file for work in made for file in work.data]
    beside = dict.fromkeys(file for one in composed for file in one.files)  # data files are the same in each language
    catalog = site.catalog([(work.bulletin, work.releases) for work in made], published)
    return [*published, *beside, catalog, File("assets/vega.js", pages.bundle(cache))]


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
