"""The same data gives the same bytes: on any clock, in any zone, place, language and order, new or again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from trees import Tree, differences, tree, unsound

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("same bytes")]
ROOT = Path(__file__).parents[2]
BULLETIN = Path(sys.executable).with_name("bulletin")
LOCALES = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split()
TEN_YEARS = 10 * 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Surroundings:
    """Where and when a build runs. None of it may be seen in the site."""

    folder: str
    zone: str
    language: str
    hash_seed: str
    processors: str
    later: str  # seconds on the clock
    share: int  # pages for which another process of the builder is worth its start
    utf8: str  # whether Python takes files for UTF-8 unless told otherwise
    changed: int  # when the files were last changed, in seconds since 1970
    umask: int
    backwards: bool  # the order in which files were made and are listed


HERE = Surroundings("a", "Pacific/Kiritimati", "C", "0", "1", "0", 100, "0", 0, 0o022, backwards=False)
THERE = Surroundings(
    "乙/a bulletin, 从别处看",
    "America/St_Johns",
    next((name for name in ("zh_CN.utf8", "tr_TR.utf8") if name in LOCALES), "C.UTF-8"),
    "12345", "4", str(TEN_YEARS), 8, "1", 2_000_000_000, 0o077, backwards=True,
)  # fmt: skip


def copied(root: Path, around: Surroundings) -> Path:
    """The program and a small bulletin in a folder of their own."""
    project = root / around.folder
    sources = {"tests/golden/datasets": "datasets"} | {name: name for name in ("generator", "templates", "docs")}
    files = {ROOT / "mkdocs.yml": project / "mkdocs.yml"}
    for name, to in sources.items():
        found = (path for path in sorted((ROOT / name).rglob("*")) if path.is_file() and path.suffix != ".pyc")
        files |= {path: project / to / path.relative_to(ROOT / name) for path in found}
    for old, new in sorted(files.items(), reverse=around.backwards):
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(old, new)
        os.utime(new, (around.changed, around.changed))
    builder = project / "generator" / "site" / "builder.py"
    content = builder.read_text("utf-8")
    assert "\nSHARE = 100 " in content
    builder.write_text(content.replace("\nSHARE = 100 ", f"\nSHARE = {around.share} "), "utf-8")
    return project


def environment(project: Path, around: Surroundings) -> dict[str, str]:
    """Everything that the program may know of its surroundings; nothing comes from those of the test."""
    temporary = project.parent / f"{project.name} tmp"
    temporary.mkdir(exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(project.parent),
        "TMPDIR": str(temporary),
        "TZ": around.zone,
        "LC_ALL": around.language,
        "PYTHONUTF8": around.utf8,
        "PYTHONHASHSEED": around.hash_seed,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent / "surroundings"), str(project)]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SURROUNDINGS_PROCESSORS": around.processors,
        "SURROUNDINGS_LATER": around.later,
        **({"SURROUNDINGS_BACKWARDS": "1"} if around.backwards else {}),
    }


def started(project: Path, around: Surroundings, *command: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command or (BULLETIN, "build"), cwd=project, env=environment(project, around), umask=around.umask,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip


def said(process: subprocess.Popen[str]) -> str:
    output, _ = process.communicate()
    assert process.returncode == 0, output
    return output


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[Surroundings, Path]:
    """Two copies of the project, built at the same time."""
    found = {around: copied(tmp_path_factory.mktemp("same"), around) for around in (HERE, THERE)}
    for process in [started(project, around) for around, project in found.items()]:
        said(process)
    return found


@pytest.fixture(scope="module")
def sites(projects: dict[Surroundings, Path]) -> tuple[Tree, Tree]:
    return tree(projects[HERE] / "site"), tree(projects[THERE] / "site")


def test_the_surroundings_differ(tmp_path: Path) -> None:
    """The other tests would prove nothing if both builds saw the same."""
    code = (
        "import datetime, glob, os, subprocess, sys, time; "
        "print(datetime.date.today().year, time.localtime().tm_year, datetime.datetime.now().year, os.cpu_count(), "
        "time.strftime('%Z'), hash('x'), glob.glob('docs/*/*.md'), oct(os.umask(0)), sep='|', flush=True); "
        "len(sys.argv) < 2 and subprocess.run([sys.executable, *sys.orig_argv[1:], 'child'], check=True)"
    )
    seen = []
    for around in (HERE, THERE):
        output = said(started(copied(tmp_path, around), around, sys.executable, "-c", code))
        own, child = (line.split("|") for line in output.splitlines())
        assert own[:-1] == child[:-1]
        seen.append(own)
    for here, there in zip(*seen, strict=True):
        assert here != there
    assert int(seen[1][0]) - int(seen[0][0]) in {9, 10}


def test_two_builds_are_the_same_file_for_file(sites: tuple[Tree, Tree]) -> None:
    here, there = sites
    assert not differences(here, there)
    assert len(here) > 250
    assert not unsound(here)


def test_a_build_over_the_last_one_is_the_same(projects: dict[Surroundings, Path], sites: tuple[Tree, Tree]) -> None:
    """What an earlier run kept, under another clock and order, changes nothing."""
    said(started(projects[HERE], THERE))
    assert not differences(sites[0], tree(projects[HERE] / "site"))


def test_nothing_is_left_beside_the_site(projects: dict[Surroundings, Path]) -> None:
    for project in projects.values():
        left = {path.name for path in project.iterdir()}
        assert left == {"build", "datasets", "docs", "generator", "mkdocs.yml", "site", "templates"}
        assert not list((project.parent / f"{project.name} tmp").iterdir())


def test_no_file_says_where_it_was_made(projects: dict[Surroundings, Path], sites: tuple[Tree, Tree]) -> None:
    for project, site in zip(projects.values(), sites, strict=True):
        assert [name for name, content in site.items() if str(project).encode() in content] == []


def test_archives_carry_the_time_of_the_release_and_no_other(sites: tuple[Tree, Tree], tmp_path: Path) -> None:
    """2026-07-20 and 2026-04-20, the days of release of the two editions, at 09:00 in China: 01:00 UTC."""
    moments = set()
    for name, content in sites[0].items():
        if name.endswith(".zip"):
            (tmp_path / "one.zip").write_bytes(content)
            moments |= {entry.date_time for entry in ZipFile(tmp_path / "one.zip").infolist()}
    assert moments == {(2026, 4, 20, 1, 0, 0), (2026, 7, 20, 1, 0, 0)}


def test_differences_are_told() -> None:
    assert differences({"a": b"1"}, {"a": b"1"}) == ""
    assert "a: 1 and 1 bytes\n" in differences({"a": b"1"}, {"a": b"2"})
    assert differences({"a": b""}, {}).splitlines() == ["a: only in the first", "1 files differ"]
