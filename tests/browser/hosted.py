"""The built site as a careful host serves it: the policy of its pages as a header, with what only a header can say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

THEME = Path(__file__).parents[2] / "docs" / "theme" / "main.html"
POLICY = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', THEME.read_text(encoding="utf-8"))[0]
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}


class _Strict(SimpleHTTPRequestHandler):
    """The site twice: at the root, where its 404 page belongs, and below ``/site/``, where every link is relative."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/site"))

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Serve ``site`` for a while; gives its address below the sub-path."""
    web = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(site)))
    Thread(target=web.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{web.server_port}/site/"
    web.shutdown()
    web.server_close()
