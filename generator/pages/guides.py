"""Hand-written pages (method, marks, about ...) with the few facts of the bulletin that they need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.model.page import Page

from . import mechanism_list
from .render import block
from .volume import Volume

DOCS = Path(__file__).resolve().parents[2] / "docs"
FACTS = ("contact", "publisher", "licence", "mechanisms")  # blocks that a hand-written page may ask for


def pages(volume: Volume) -> Iterator[Page]:
    """One page a file of ``docs/<lang>/``, at the address of its name."""
    for file in sorted((DOCS / volume.lang).glob("*.md")):
        head, text = _parts(file.read_text(encoding="utf-8"))
        blocks = {
            name: block(
                f"guide_{name}", volume.voice, bulletin=volume.tables.bulletin, views=mechanism_list.by_view(volume)
            )
            for name in FACTS
            if f'data-block="{name}"' in text
        }
        address = f"{file.stem}/"
        yield Page(
            volume.lang, volume.tables.bulletin.id, address, head["title"], head["description"], text, blocks, "guide"
        )


def _parts(text: str) -> tuple[dict[str, str], str]:
    """Front matter and body."""
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body.lstrip("\n")
