"""What tests of whole sites share: the sites, built once."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from filelock import FileLock

from generator import build as shell
from generator.stages import Stages

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Built:
    """A finished site and what its build said of itself."""

    site: Path
    summary: shell.Summary


T = TypeVar("T")
Once = Callable[[str, Callable[[Path], T]], T]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once[Any]:
    """What is costly to make, made by the first worker that asks: ``once(name, make)`` calls ``make(folder)``.

    (pytest-xdist has groups for this, but those of 3.8 do nothing under pytest 9.)
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], T]) -> T:
        kept = shared / f"{name}.pickle"
        with FileLock(shared / f"{name}.lock"):
            if not kept.is_file():
                kept.write_bytes(pickle.dumps(make(shared / name)))
            return cast(T, pickle.loads(kept.read_bytes()))  # noqa: S301 - our own, of a moment ago

    return made


def built_site(folder: Path, **options: Any) -> Built:
    """A site in both languages, built from nothing below ``folder``."""
    site = folder / "site"
    return Built(site, shell.build(shell.Options(site=site, build=folder / "build", **options), Stages()))


@pytest.fixture(scope="session")
def built(once: Once[Built]) -> Built:
    """The shipped bulletins."""
    return once("whole", built_site)


@pytest.fixture(scope="session")
def golden(once: Once[Built]) -> Built:
    """The small fictional bulletin of tests/golden: its pages change only when somebody changes them."""
    return once("golden", partial(built_site, datasets=ROOT / "tests" / "golden" / "datasets"))
