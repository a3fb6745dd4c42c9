"""The search index: Pagefind over the finished pages, in pieces that load only when a reader searches."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from generator.errors import BuildError

FOLDER = "pagefind"
# Ready-made search boxes that Pagefind writes beside the index; the theme has its own.
_BOXES = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")


def index(site: Path) -> None:
    """Write ``pagefind/`` into the site: the index of everything marked ``data-pagefind-body``, and what reads it."""
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", ".", "--output-subdir", FOLDER, "--quiet"],
        cwd=site,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"the search index could not be made:\n{(done.stderr or done.stdout).strip()}")
    tidy(site / FOLDER)


def tidy(folder: Path) -> None:
    """Remove the search boxes nobody loads, and write the entry file in one order: Pagefind's varies by run."""
    for file in sorted(folder.iterdir()):
        if file.name.startswith(_BOXES):
            file.unlink()
    entry = folder / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True, ensure_ascii=False), "utf-8")
