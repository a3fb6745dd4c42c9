"""A small sound bulletin on disk, and a copy of it for every test that breaks something."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.intake import write_descriptor
from tests.intake.small_bulletin import FILES, Bench


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The bulletin as it should be. Not to be changed."""
    bench = Bench(tmp_path_factory.mktemp("datasets"), tmp_path_factory.mktemp("cache"))
    for file, content in FILES.items():
        bench.write(file, content, describe=False)
    for package in ("reference", "investment", "projects"):
        write_descriptor(bench.folder / package)
    return bench


@pytest.fixture
def bench(sound: Bench, tmp_path: Path) -> Bench:
    """A copy of the sound bulletin, to be broken. Verdicts on files that stay the same are shared."""
    shutil.copytree(sound.datasets, tmp_path / "datasets")
    return Bench(tmp_path / "datasets", sound.cache)
