"""Bulletins that nobody has changed are not worked on again, and come to the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import bulletins, intake
from generator import works as module
from generator.bulletins import ROOT, Options
from generator.errors import DataErrors
from generator.memory import Memory
from generator.stages import Stages
from generator.works import works

NAMES = ("luming", "qingyu")


@pytest.fixture
def options(tmp_path: Path) -> Options:
    return Options(tmp_path / "datasets", tmp_path / "site", tmp_path / "build", languages=("zh",))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The bulletins that were read and checked."""
    done: list[str] = []
    load = intake.load

    def loading(datasets: Path, bulletin: str, *more: object) -> object:
        done.append(bulletin)
        return load(datasets, bulletin, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(bulletins.intake, "load", loading)
    monkeypatch.setattr(module, "apart", lambda tasks: [task() for task in tasks])  # a copy would tell nobody here
    yield done


def test_an_unchanged_bulletin_is_taken_as_it_was(options: Options, read: list[str]) -> None:
    for name in NAMES:
        folder = shutil.copytree(ROOT / "tests" / "golden" / "datasets" / "luming", options.datasets / name)
        file = folder / "bulletin.yaml"
        file.write_text(file.read_text("utf-8").replace("id: luming", f"id: {name}"), "utf-8")
    first = works(options, Stages())
    assert works(options, Stages()) == first
    assert read == [*NAMES] == [work.bulletin.id for work in first]
    note = options.datasets / "qingyu" / "releases.yaml"
    note.write_text(note.read_text("utf-8") + "\n", "utf-8")
    assert works(options, Stages()) == first
    assert read == [*NAMES, "qingyu"]


def test_another_language_time_or_memory_is_worked_on(
    options: Options, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "tests" / "golden" / "datasets" / "luming", options.datasets / "luming")
    works(options, Stages())
    works(replace(options, languages=("en",)), Stages())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    works(replace(options, languages=("en",)), Stages())
    works(replace(options, languages=("en",)), Stages(), Memory())
    assert read == ["luming"] * 4


def test_of_bad_data_nothing_is_kept(options: Options, read: list[str]) -> None:
    folder = shutil.copytree(ROOT / "tests" / "golden" / "datasets" / "luming", options.datasets / "luming")
    (folder / "releases.yaml").write_text("editions: 1\n", "utf-8")
    for _ in range(2):
        with pytest.raises(DataErrors):
            works(options, Stages())
    assert read == ["luming"] * 2


def deep(folder: Path) -> None:
    here = Path.cwd()
    os.chdir(folder)
    for _ in range(1500):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(here)


def odd_name(folder: Path) -> None:
    with open(os.fsencode(folder) + b"/\xff.txt", "wb") as file:  # noqa: PTH123
        file.write(b"x")


def endless(folder: Path) -> None:
    with (folder / "endless.bin").open("wb") as file:
        file.truncate(10**12)


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


@pytest.mark.skipif(sys.platform != "linux", reason="names, pipes and sparse files as on Linux")
@pytest.mark.parametrize("put", [deep, odd_name, endless, pipe])
def test_a_folder_with_things_that_are_no_data_is_as_sound_as_before(
    put: Callable[[Path], None], options: Options, read: list[str]
) -> None:
    folder = shutil.copytree(ROOT / "tests" / "golden" / "datasets" / "luming", options.datasets / "luming")
    sound = works(options, Stages())
    put(folder)
    found = works(options, Stages())
    subprocess.run(["rm", "-rf", folder / "d"], check=True)  # which Python cannot, nor pytest later
    assert found == sound
    assert read == ["luming"] * 2


def test_a_folder_that_cannot_be_read_whole_is_worked_on(
    options: Options, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> Iterator[bytes]:
        raise PermissionError(13, "no")

    shutil.copytree(ROOT / "tests" / "golden" / "datasets" / "luming", options.datasets / "luming")
    monkeypatch.setattr(module.kept, "contents", refuse)
    for _ in range(2):
        works(options, Stages())
    assert read == ["luming"] * 2
