"""What tests of whole sites share: the shipped bulletins, built once, strictly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator import build as shell
from generator.stages import Stages

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Built:
    """A finished site and what its build said of itself."""

    site: Path
    summary: shell.Summary


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The shipped bulletins in both languages, built from nothing into a folder of the test's own."""
    folder = tmp_path_factory.mktemp("whole")
    options = shell.Options(site=folder / "site", build=folder / "build")
    return Built(folder / "site", shell.build(options, Stages()))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """The built site under a sub-path, as many hosts serve it: every link has to be relative."""
    root = built.site.parent
    web = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    Thread(target=web.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{web.server_port}/site/"
    web.shutdown()
