"""What a build costs: the shipped bulletins and fictional panels of growing size, stage by stage.

    python tests/bench/bench.py [panel ...]      all panels if none is named; ``--quick`` leaves the largest out

Each panel (areas x indicators x quarters, or projects x editions; one language, the shipped bulletins in both) is
built three times: cold, with nothing kept; warm, with nothing changed, by a new process; and edited, as the preview
builds it after one changed cell, until the pages are shown. The results are printed and kept as JSON in build/bench/,
and compared with those of the run before.
"""

from __future__ import annotations

import gc
import json
import math
import multiprocessing
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from generator import build as shell  # noqa: E402 - the program of this folder, installed or not
from generator import demo  # noqa: E402
from generator.cli import GARBAGE  # noqa: E402
from generator.demo.places import WHOLE  # noqa: E402
from generator.memory import Memory  # noqa: E402
from generator.pages import drawings  # noqa: E402
from generator.pages.charts import ChartView  # noqa: E402
from generator.stages import Stages  # noqa: E402

FOLDER = ROOT / "build" / "bench"
KEPT = FOLDER / "results.json"
SHIPPED = "shipped"
EDITIONS = 2  # of most panels: the first brings the back series, the second is the one an editor works on
PANELS = {
    **{
        f"{areas}x{indicators}x{quarters}": demo.Plan(areas, indicators, quarters, EDITIONS)
        for areas, indicators, quarters in ((9, 20, 12), (90, 30, 20), (900, 30, 20))
    },
    **{f"{projects}px20": demo.Plan(12, quarters=20, editions=20, projects=projects) for projects in (1000, 5000)},
}
PAIRS = (("90x30x20", "900x30x20"), ("1000px20", "5000px20"))  # the larger shows how time grows
LEAST = 0.5  # seconds of a stage of the smaller, below which its growth says nothing
APART = ("check", "compute", "package", "render")  # what is neither builder nor fill
MEGABYTE = 1024 * 1024


@dataclass
class Run:
    """One build: wall seconds in all and by stage, and memory at its peak in MB."""

    seconds: float
    stages: dict[str, float]
    pages: int
    charts: int
    files: int
    memory: float  # of the program
    filling: float  # of the program until the pages are filled: what builder and fill need, if others work on the data
    data: float  # of the largest process that it started until then: of a build the one that works on the data
    builder_memory: float = 0.0
    size: float = 0.0
    own: float = 0.0  # seconds of the generator itself: all but builder, search and charts
    a_chart: float = 0.0  # milliseconds of the middle one of the charts, drawn or taken from the cache

    @property
    def a_page(self) -> float:
        """Milliseconds of builder and fill for each page."""
        return 1000 * (self.stages.get("builder", 0) + self.stages.get("fill", 0)) / self.pages


def options(name: str, *, preview: bool = False) -> shell.Options:
    work = FOLDER / name
    if name == SHIPPED:
        return shell.Options(site=work / "site", build=work / "build", preview=preview)
    return shell.Options(work / "datasets", work / "site", work / "build", languages=("zh",), preview=preview)


class Drawn:
    """Times how charts are drawn or taken from the cache, which is part of the stage ``render``.

    Pages are composed in processes of their own: what they spend goes through a file, whose end all of them share.
    """

    def __init__(self) -> None:
        self._log = tempfile.TemporaryFile("w+")  # noqa: SIM115 - for as long as the program runs
        self._draw = drawings.draw
        drawings.draw = self

    def __call__(self, view: ChartView, cache: Path | None) -> object:
        start = time.perf_counter()
        made = self._draw(view, cache)
        self._log.write(f"{time.perf_counter() - start}\n")
        self._log.flush()
        return made

    def taken(self) -> tuple[float, float]:
        """Seconds of all charts since the last call, and milliseconds of the middle one."""
        self._log.seek(0)
        spent = sorted(map(float, self._log))
        self._log.seek(0)
        self._log.truncate()
        return sum(spent), 1000 * spent[len(spent) // 2] if spent else 0.0


class Peaks:
    """The peak memory, in MB, of the program and of the largest process that it started, by the end of each stage."""

    def __init__(self) -> None:
        self.until: dict[str, tuple[float, float]] = {}
        self._stage = ""

    def started(self, stage: str) -> None:
        self._stage = stage

    def ended(self) -> None:
        self.until[self._stage] = peak(resource.RUSAGE_SELF), peak(resource.RUSAGE_CHILDREN)


def peak(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss / 1024


def build(name: str, memory: Memory | None = None, *, preview: bool = False) -> Run:
    """One build in this process."""
    gc.set_threshold(GARBAGE)
    timed, peaks = drawings.draw if isinstance(drawings.draw, Drawn) else Drawn(), Peaks()
    start = time.perf_counter()
    summary = shell.build(options(name, preview=preview), Stages(peaks), memory)
    seconds = time.perf_counter() - start
    used = peak(resource.RUSAGE_SELF), *peaks.until["fill"]  # later the search index has a process, and a large one
    charts, a_chart = timed.taken()
    own = seconds - charts - summary.seconds.get("builder", 0) - summary.seconds.get("search", 0)
    stages = {stage: round(spent, 3) for stage, spent in summary.seconds.items()}
    return Run(seconds, stages, summary.pages, summary.charts, summary.files, *used, own=own, a_chart=a_chart)


def cold(name: str) -> dict[str, Run]:
    return {"cold": build(name)}


def warm(name: str) -> dict[str, Run]:
    return {"warm": build(name)}


def edited(name: str) -> dict[str, Run]:
    if name == SHIPPED:  # whose data stays as it is
        return {}
    memory = Memory()
    build(name, memory, preview=True)
    shell.rest(options(name))
    change_one_cell(options(name).datasets)
    return {"edited": build(name, memory, preview=True)}


def change_one_cell(datasets: Path) -> None:
    """Another last digit for the last value of a county in the newest edition: it is a part of no total."""
    file = max(datasets.glob("*/*/observations/*.csv"), key=lambda path: (path.stem, path.as_posix()))
    lines = file.read_text("utf-8").splitlines(keepends=True)
    column = lines[0].strip().split(",").index("value")
    counties = [place for place, line in enumerate(lines) if place and not line.startswith(f"{WHOLE},")]
    number = max(place for place in counties if lines[place].split(",")[column])
    cells = lines[number].split(",")
    cells[column] = cells[column][:-1] + ("1" if cells[column][-1] != "1" else "2")
    lines[number] = ",".join(cells)
    file.write_text("".join(lines), "utf-8")


def measured(name: str) -> dict[str, Run]:
    """All builds of one panel, each kind in a process of its own, so that memory is its own too."""
    shutil.rmtree(FOLDER / name, ignore_errors=True)
    if name != SHIPPED:
        demo.write(FOLDER / name / "datasets", PANELS[name])
    runs: dict[str, Run] = {}
    for kind in (
        cold,
        warm,
        edited,
    ):  # in a process that may have processes of its own, unlike one of a multiprocessing.Pool
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            runs |= pool.submit(kind, name).result()
    runs["cold"].builder_memory = builder_memory(name)
    size = sum(path.stat().st_size for path in (FOLDER / name / "site").rglob("*") if path.is_file())
    for run in runs.values():
        run.size = size / MEGABYTE
    return runs


def builder_memory(name: str) -> float:
    """Peak memory in MB of the builder on the largest share of pages, started anew by a small process.

    A child's peak as the system counts it is at least that of the process that starts it, so a large one cannot ask.
    """
    shares = [file.parent for file in (FOLDER / name / "build").glob("*/*/mkdocs.yml")]
    largest = max(shares, key=lambda share: sum(1 for _ in share.rglob("*.md")))
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run([sys.executable, '-m', 'mkdocs', '-q', 'build'], check=True, capture_output=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=largest, check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def told(name: str, runs: dict[str, Run], before: dict[str, dict[str, float]]) -> None:
    for kind, run in runs.items():
        last = before.get(f"{name} {kind}", {}).get("seconds")
        change = f" (before {last:.1f} s)" if last else ""
        print(f"{name} {kind}: {run.seconds:.1f} s{change}, of which the generator itself {run.own:.1f} s")
        print("    " + "  ".join(f"{stage} {spent:.2f}" for stage, spent in run.stages.items()))
        print(
            f"    {run.pages} pages, {run.charts} charts, {run.files} data files, {run.size:.0f} MB; "
            f"builder and fill {run.a_page:.2f} ms a page, a chart {run.a_chart:.1f} ms; "
            f"peak memory {run.memory:.0f} MB, {run.filling:.0f} MB until filled, on the data {run.data:.0f} MB"
            + (f", a builder {run.builder_memory:.0f} MB" if run.builder_memory else "")
        )


def growth(small: Run, large: Run) -> dict[str, float]:
    """The exponents with which the time of each stage grows with the pages: 1 is linear."""
    pages = math.log(large.pages / small.pages)
    long = {stage: spent for stage, spent in small.stages.items() if spent >= LEAST}
    return {stage: math.log(large.stages[stage] / spent) / pages for stage, spent in long.items()}


def main(arguments: list[str]) -> None:
    names = [name for name in arguments if not name.startswith("--")] or [SHIPPED, *PANELS]
    if "--quick" in arguments:
        names = [name for name in names if name not in dict(PAIRS).values()]
    before = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    results = dict(before)
    found: dict[str, dict[str, Run]] = {}
    for name in names:
        found[name] = measured(name)
        told(name, found[name], before)
        results |= {f"{name} {kind}": {**asdict(run), "ms_a_page": run.a_page} for kind, run in found[name].items()}
        KEPT.write_text(json.dumps(results, indent=1), "utf-8")
    for small, large in PAIRS:
        if {small, large} <= set(found):
            exponents = growth(found[small]["cold"], found[large]["cold"])
            said = "  ".join(f"{stage} {exponent:.2f}" for stage, exponent in exponents.items())
            print(f"from {small} to {large}, exponents of the pages: {said}")
    print(f"kept in {KEPT.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
