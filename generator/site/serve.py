"""Preview for editors: watch the sources, rebuild, serve the last good site, reload the open pages."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.errors import UsageError

from .addresses import ERROR_PAGE

WATCHED = ("templates", "docs", "mkdocs.yml")  # below the root; and the data, wherever it is
QUIET = 0.1  # seconds without a change before a rebuild: editors save in several steps
VERSION, SCRIPT = "/-/version", "/-/reload.js"
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})  # reading a file is an event too
_RELOAD = f"""\
const read = () => fetch("{VERSION}", {{cache: "no-store"}}).then(answer => answer.text());
const look = first => document.hidden || read().then(now => now !== first && location.reload()).catch(() => 0);
read().then(first => setInterval(() => look(first), 250));
"""


class Changes(FileSystemEventHandler):
    """Collects changes until they pause. ``wait`` returns once there are some and they have settled."""

    def __init__(self, root: Path, datasets: Path) -> None:
        self._roots = [str(path.resolve()) for path in (datasets, *(root / name for name in WATCHED))]
        self._changed = threading.Event()
        self._last = 0.0

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [str(path) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in _CHANGES and not event.is_directory and any(map(self._ours, paths)):
            self._last = time.monotonic()
            self._changed.set()

    def wait(self) -> None:
        self._changed.wait()
        while (left := self._last + QUIET - time.monotonic()) > 0:
            time.sleep(left)
        self._changed.clear()

    def _ours(self, path: str) -> bool:
        if Path(path).name.startswith(".") or path.endswith(("~", ".tmp", ".swp")):
            return False  # what editors' programs write beside the file
        return any(path == root or path.startswith(f"{root}{os.sep}") for root in self._roots)


class Version:
    """The number of the site being served; open pages ask for it and reload when it has changed."""

    def __init__(self) -> None:
        self.number = 1


class Handler(SimpleHTTPRequestHandler):
    """Files of the site, never cached; HTML gets the reload script on its way out, not on disk."""

    def __init__(self, *given: object, version: Version, **named: object) -> None:
        self._version = version
        super().__init__(*given, **named)  # type: ignore[arg-type]

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = self.path.partition("?")[0]
        if path == VERSION:
            return self._answer(str(self._version.number).encode(), "text/plain")
        if path == SCRIPT:
            return self._answer(_RELOAD.encode(), "text/javascript")
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if path.endswith("/") else file
        if page.suffix == ".html" and page.is_file():
            return self._answer(_with_script(page.read_bytes()), "text/html; charset=utf-8")
        missing = Path(self.directory) / ERROR_PAGE
        if not file.exists() and missing.is_file():
            return self._answer(missing.read_bytes(), "text/html; charset=utf-8", 404)
        return super().send_head()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the editor wants to see problems of the data, not requests."""

    def _answer(self, content: bytes, kind: str, status: int = 200) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


def server(site: Path, version: Version, port: int = 8000) -> ThreadingHTTPServer:
    """A server of the site on this machine only. UsageError if the port cannot be had."""
    handler = partial(Handler, directory=str(site), version=version)
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise UsageError(
            "The port {port} cannot be used; another program may have it. Name another one with --port.", port=str(port)
        ) from error


def serve(
    root: Path,
    datasets: Path,
    site: Path,
    rebuild: Callable[[], None],
    rest: Callable[[], None],
    report: Callable[[Exception], None],
    port: int = 8000,
) -> None:
    """Build, serve, and rebuild after every change until interrupted; problems are reported and the old site stays.

    ``rest`` is what can wait until the pages are shown.
    """
    changes, version = Changes(root, datasets), Version()
    observer = Observer()
    for folder, below in watched_folders(root, datasets):
        observer.schedule(changes, str(folder), recursive=below)
    with server(site, version, port) as web:
        observer.start()
        threading.Thread(target=web.serve_forever, daemon=True).start()
        try:
            while True:
                attempt(rebuild, report, version)
                attempt(rest, report)
                changes.wait()
        except KeyboardInterrupt:
            web.shutdown()
        finally:
            observer.stop()
            observer.join()


def attempt(step: Callable[[], None], report: Callable[[Exception], None], version: Version | None = None) -> None:
    """One rebuild. An error is reported and the last good site stays; the pages reload only after a good one."""
    try:
        step()
    except Exception as error:  # a slip in a template must not end the preview
        report(error)
    else:
        if version:
            version.number += 1


def watched_folders(root: Path, datasets: Path) -> Sequence[tuple[Path, bool]]:
    """The folders to watch and whether with everything below; the root itself only for mkdocs.yml.

    In full, since changes are told by the name under which a folder is watched.
    """
    folders = (datasets, *(root / name for name in WATCHED))
    return [*((folder.resolve(), True) for folder in folders if folder.is_dir()), (root.resolve(), False)]


def _with_script(html: bytes) -> bytes:
    return html.replace(b"</body>", f'<script src="{SCRIPT}"></script></body>'.encode(), 1)
