from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from watchdog.events import FileModifiedEvent, FileOpenedEvent

from generator.errors import BuildError, UsageError
from generator.site.serve import QUIET, Changes, Version, attempt, server, watched_folders


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "areas").mkdir()
    (tmp_path / "areas" / "index.html").write_text("<html><body>区</body></html>", "utf-8")
    (tmp_path / "404.html").write_text("missing")
    (tmp_path / "a.csv").write_text("a\n")
    with server(tmp_path, Version(), 0) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield web.server_port
        web.shutdown()


def get(port: int, path: str) -> tuple[int, str, str | None]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text, answer.getheader("Cache-Control")


def test_pages_reload_themselves_but_files_on_disk_stay_as_they_are(port: int, tmp_path: Path) -> None:
    status, text, cache = get(port, "/areas/")
    assert (status, cache) == (200, "no-store")
    assert text == '<html><body>区<script src="/-/reload.js"></script></body></html>'
    assert "script" not in (tmp_path / "areas" / "index.html").read_text("utf-8")
    assert get(port, "/a.csv")[1] == "a\n"


def test_the_version_script_and_error_page_are_served(port: int) -> None:
    assert get(port, "/-/version")[:2] == (200, "1")
    assert "/-/version" in get(port, "/-/reload.js")[1]
    assert get(port, "/none/")[:2] == (404, "missing")
    assert get(port, "/areas")[0] == 301


def test_an_error_is_reported_and_the_pages_do_not_reload() -> None:
    reported: list[Exception] = []
    version = Version()

    def fail() -> None:
        raise BuildError("broken")

    attempt(fail, reported.append, version)
    assert ([str(error) for error in reported], version.number) == (["broken"], 1)
    attempt(lambda: None, reported.append, version)
    assert version.number == 2


def test_only_changes_of_the_sources_count(tmp_path: Path) -> None:
    changes = Changes(tmp_path, tmp_path / "data")
    passed = threading.Event()

    def waiting() -> None:
        changes.wait()
        passed.set()

    threading.Thread(target=waiting, daemon=True).start()
    for event in (
        FileModifiedEvent(str(tmp_path / "site" / "index.html")),
        FileOpenedEvent(str(tmp_path / "data" / "a.csv")),
        FileModifiedEvent(str(tmp_path / "data" / ".a.csv.swp")),
        FileModifiedEvent(str(tmp_path / "mkdocs.yml.bak")),
        FileModifiedEvent(str(tmp_path / "datasets" / "a.csv")),  # other data than what is served
    ):
        changes.on_any_event(event)
    assert not passed.wait(0.2)
    started = time.monotonic()
    changes.on_any_event(FileModifiedEvent(str(tmp_path / "data" / "a.csv")))
    assert passed.wait(5)
    assert time.monotonic() - started >= QUIET


def test_the_data_is_watched_wherever_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "root" / "docs").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    assert watched_folders(tmp_path / "root", Path("elsewhere")) == [
        (tmp_path / "elsewhere", True), (tmp_path / "root" / "docs", True), (tmp_path / "root", False),
    ]  # fmt: skip


def test_a_port_that_is_taken_is_told(port: int, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="port"):
        server(tmp_path, Version(), port)
