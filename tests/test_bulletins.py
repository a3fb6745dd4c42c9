"""Bulletins that nobody has changed are not worked on again, and come to the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import bulletins, intake
from generator.bulletins import ROOT, Options, works
from generator.errors import DataErrors
from generator.memory import Memory
from generator.stages import Stages

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
