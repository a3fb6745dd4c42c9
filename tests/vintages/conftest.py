"""A copy of the bulletin of four editions that a test may change, release and break."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import build as shell
from generator import bulletins
from generator.errors import DataErrors, Problem
from generator.stages import Stages
from tests.intake.conftest import bench, sound
from tests.vintages.extract import HERE

__all__ = ["bench", "desk", "sound", "verdicts"]


@dataclass(frozen=True)
class Desk:
    """The copy, and what one does at an editor's desk."""

    options: shell.Options

    @property
    def folder(self) -> Path:
        return self.options.datasets / "ons"

    def edit(self, file: str, old: str, new: str) -> None:
        """Replaces a text that stands exactly once in the file."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (self.folder / file).write_text(text.replace(old, new), encoding="utf-8", newline="")

    def release(self, edition: str) -> Path:
        return shell.release(self.options, "ons", edition, Stages())

    def served(self) -> dict[str, bytes]:
        """Every data file that the site would serve, by path."""
        held = shell.check(self.options, Stages()).editions["ons"]
        return {file.path: file.content for file in bulletins.data_files(held)}

    def of(self, edition: str) -> dict[str, bytes]:
        return {path: content for path, content in self.served().items() if f"/editions/{edition}/" in path}

    def problems(self) -> tuple[Problem, ...]:
        """What is told of the bulletin: its errors if it has any, else what is only pointed out."""
        try:
            found = shell.check(self.options, Stages()).warnings["ons"]
        except DataErrors as errors:
            found = tuple(problem for problem in errors.problems if problem.severity == "error")
        return tuple(one for one in found if one.rule not in {"contact-example", "revision-fine"})


@pytest.fixture(scope="session")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the verdicts on unchanged files are kept, so that each file is validated once for all tests."""
    return tmp_path_factory.mktemp("vintages")


@pytest.fixture
def desk(tmp_path: Path, verdicts: Path) -> Desk:
    shutil.copytree(HERE / "datasets", tmp_path / "datasets")
    return Desk(shell.Options(tmp_path / "datasets", tmp_path / "site", verdicts))
