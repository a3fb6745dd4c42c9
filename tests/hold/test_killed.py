"""A build that is killed, wherever it is, leaves the last site or the new one, and the next build mends the rest."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout
from trees import differences, tree, unsound

from generator.site import recover
from generator.site.exchange import exchange

pytestmark = [
    pytest.mark.site,
    pytest.mark.xdist_group("killed"),
    pytest.mark.skipif(sys.platform != "linux", reason="processes are stopped, killed and adopted as on Linux"),
]
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# Of the second generation: a figure is another, a page is gone and another one there, and the name around every page is
# another, or the builder would have nothing to do.
CHANGES = {
    "bulletin.yaml": [("title: 青榆市县域统计季报", "title: 青榆市统计季报")],
    "investment/observations/2026-Q2.csv": [(",7.4,", ",7.6,"), ("增长7.4%", "增长7.6%"), (",q2,", ",q2b,")],
    "investment/targets/2026-Q2.csv": [(",q2,", ",q2b,")],
    "reference/sources.csv": [("q2,", "q2b,")],
}


Steps = dict[str, list[str]]


class Victims:
    """The processes that build, and are killed: see victim.py."""

    def __init__(self, folder: Path) -> None:
        self.said, self.temporary = folder / "said", folder / "tmp"
        self.temporary.mkdir()
        environ = os.environ | {
            "PYTHONPATH": os.pathsep.join([str(HERE / "killer"), str(ROOT)]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "OPENBLAS_NUM_THREADS": "1",  # a process with threads is not to be forked
            "TMPDIR": str(self.temporary),
        }
        self._process = subprocess.Popen(
            [sys.executable, HERE / "victim.py"], env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def order(self, do: str, **order: Any) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(
            json.dumps({"do": do, "said": str(self.said), "wait": True, **order}, default=str) + "\n"
        )
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))

    def end(self) -> None:
        self._process.communicate()


class Place:
    """A folder with a site, its build folder, and the data of both generations."""

    def __init__(self, folder: Path, victims: Victims) -> None:
        self.folder, self.site, self._victims = folder, folder / "site", victims

    def build(self, generation: str, at: str = "", **order: Any) -> dict[str, Any]:
        """Build; what became of it. ``at`` is what is to happen to it, see killer/sitecustomize.py."""
        environ = {"KILLER_AT": at, "KILLER_LOG": str(self.log)}
        paths = {"datasets": self.folder / generation, "site": self.site, "build": self.folder / "build"}
        return self._victims.order("build", environ=environ, **paths | order)

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def copy(self, folder: Path) -> Place:
        shutil.copytree(self.folder, folder)
        return Place(folder, self._victims)


@pytest.fixture(scope="module")
def victims(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victims]:
    found = Victims(tmp_path_factory.mktemp("victims"))
    yield found
    found.end()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, victims: Victims) -> Place:
    """The site of the first generation."""
    folder = tmp_path_factory.mktemp("first") / "place"
    for generation in ("first", "second"):
        shutil.copytree(ROOT / "tests" / "golden" / "datasets", folder / generation)
    for name, changes in CHANGES.items():
        file = folder / "second" / "luming" / name
        text = file.read_text("utf-8")
        for old, new in changes:
            assert old in text, (name, old)
            text = text.replace(old, new)
        file.write_text(text, "utf-8")
    place = Place(folder, victims)
    assert place.build("first")["state"] == 0, victims.said.read_text()
    return place


@pytest.fixture(scope="module")
def second(first: Place, tmp_path_factory: pytest.TempPathFactory, victims: Victims) -> Place:
    """The site of the second generation, built over the first without any mishap."""
    place = first.copy(tmp_path_factory.mktemp("second") / "place")
    place.log.unlink()
    assert place.build("second")["state"] == 0, victims.said.read_text()
    return place


@pytest.fixture(scope="module")
def steps(second: Place) -> Steps:
    """What each step of that build was, by stage, in the order in which the stages ended."""
    found: Steps = {}
    for line in second.log.read_text("utf-8").splitlines():
        stage, _, event, _ = line.split("\t")
        found[stage] = [*found.pop(stage, ()), event]
    return found


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_the_generations_differ_in_figures_and_pages(first: Place, second: Place, steps: Steps) -> None:
    """Else the other tests would prove little."""
    one, two = tree(first.site), tree(second.site)
    assert not unsound(one)
    assert not unsound(two)
    assert {name for name in one.keys() ^ two.keys() if not name.startswith("pagefind/")} == {
        "luming/sources/q2/index.html",
        "luming/sources/q2b/index.html",
    }
    in_a_copy = {"check-copy", "package-copy", "render-copy"}
    assert in_a_copy | {"check", "builder-program", "builder", "fill", "search", "publish"} <= steps.keys()


@pytest.mark.parametrize("how", ["kill", "tear"])
def test_a_killed_build_leaves_a_whole_site_and_the_next_one_mends_the_rest(
    how: str, first: Place, second: Place, steps: Steps, victims: Victims, tmp_path: Path
) -> None:
    """One build after the other is killed, each a stage further than the last; what they leave adds up.

    To tear is to kill when the last file of a stage, which may be kept for later runs, has been opened to be written
    and nothing stands in it yet.
    """
    one, two, drawn = tree(first.site), tree(second.site), random.Random(how)  # noqa: S311
    place = first.copy(tmp_path / "place")
    for stage, taken in steps.items():
        last = taken.count("open")
        if how == "tear" and not last:
            continue
        at = f"{how} {stage} {last if how == 'tear' else drawn.randint(1, len(taken))}"
        assert place.build("second", at)["state"] == "killed", at
        site = tree(place.site)
        assert not differences(site, two if site.get("SHA256SUMS") == two["SHA256SUMS"] else one), at
    assert place.build("second")["state"] == 0
    assert not differences(tree(place.site), two)
    assert {path.name for path in place.folder.iterdir()} == {path.name for path in second.folder.iterdir()}
    left, usual = names(place.folder / "build"), names(second.folder / "build")
    assert left >= usual
    unfinished = left - usual  # what is kept for later runs is written under another name first
    assert all(name.startswith("cache/") for name in unfinished)
    assert len(unfinished) <= len(steps)
    assert not list(victims.temporary.iterdir())


def two_sites(folder: Path) -> tuple[Path, Path]:
    """A published site and one that is to take its place."""
    for name in ("site", "build/site-new"):
        for number in range(3):
            file = folder / name / str(number) / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(name, "utf-8")
    return folder / "site", folder / "build" / "site-new"


@pytest.mark.parametrize("plain", [False, True], ids=["exchange", "two renames"])
def test_killed_at_any_step_of_the_swap(plain: bool, victims: Victims, tmp_path: Path) -> None:
    """Every step there is. Without an exchange the site can be gone for a moment; the next run brings it back."""
    if not plain and not exchange(*two_sites(tmp_path / "0")):
        pytest.skip("this disk cannot let two folders change places")
    gone, number, state = 0, 0, "killed"
    while state == "killed":
        number += 1
        site, new = two_sites(tmp_path / str(number))
        last, next_one = tree(site), tree(new)
        environ = {"KILLER_AT": f"kill publish {number}"}
        state = victims.order("swap", environ=environ, site=site, new=new, plain=plain)["state"]
        gone += not site.exists()
        assert tree(site) in ([{}, last, next_one] if plain else [last, next_one]), number
        recover(site)
        assert tree(site) in (last, next_one), number
        assert {path.name for path in site.parent.iterdir()} == {"build", "site"}, number
    assert state == 0, victims.said.read_text()
    assert tree(site) == next_one
    assert number > 8  # it was killed at so many steps but one
    assert gone == (1 if plain else 0)


def test_a_second_build_waits_for_the_first(first: Place, second: Place, victims: Victims, tmp_path: Path) -> None:
    """The first stands still in the middle of its work; the second says that it waits, and is the last to publish."""
    place, pipe = first.copy(tmp_path / "place"), tmp_path / "pipe"
    os.mkfifo(pipe)
    held = place.build("first", "stop fill 5")
    assert held["state"] == "stopped"
    waiting = place.build("second", said=pipe, wait=False)
    with pipe.open(encoding="utf-8") as said:
        assert next(said, "nothing") == "wait …\n"
        assert not differences(tree(place.site), tree(first.site))
        assert victims.order("continue", process=held["process"])["state"] == 0
        assert not differences(tree(place.site), tree(first.site))
        said.read()
    assert victims.order("wait", process=waiting["process"])["state"] == 0
    assert not differences(tree(place.site), tree(second.site))


def test_one_run_at_a_time_publishes(victims: Victims, tmp_path: Path) -> None:
    """Runs with build folders of their own do not wait for each other, and may still have one site."""
    site, new = two_sites(tmp_path)
    other = tmp_path / "other" / "site-new"
    (other / "0").mkdir(parents=True)
    (other / "0" / "index.html").write_text("other", "utf-8")
    order = {"site": site, "plain": False}
    held = victims.order("swap", environ={"KILLER_AT": "stop publish 5"}, new=new, **order)
    assert held["state"] == "stopped"
    with pytest.raises(Timeout):
        FileLock(tmp_path / ".site-bulletin-lock", timeout=0).acquire()
    waiting = victims.order("swap", environ={}, new=other, wait=False, **order)
    for process, do in ((held, "continue"), (waiting, "wait")):
        assert victims.order(do, process=process["process"])["state"] == 0
    assert tree(site) == {"0/index.html": b"other"}
    assert {path.name for path in tmp_path.iterdir()} == {"build", "other", "site"}
