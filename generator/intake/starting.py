"""A bulletin that does not exist yet: its declaration, and code lists to begin with."""

from __future__ import annotations

from pathlib import Path

from .contract import REFERENCE, schema_of
from .declaration import RELEASES
from .folders import DECLARATION
from .scaffold import write_descriptor, write_if_changed

STARTER = Path(__file__).resolve().parent / "starter"  # measures and units, the same for every bulletin
FIRST_TOPIC = "investment"
_EMPTY = ("areas", "indicators", "breakdowns", "peers", "sources", "glossary", "relations")
_DECLARATION = """\
id: {name}
title: {name}县域统计季报
title_en: County Bulletin of {name}
subtitle: ""
subtitle_en: ""
publisher: 编辑组
publisher_en: The editors
official: false
demonstration: false
contact: corrections@county-bulletin.example
licence: CC-BY-4.0
time_zone: Asia/Shanghai
home: []
topics: [{topic}]
record_numbers: []
"""


def start_bulletin(folder: Path) -> list[Path]:
    """Writes a bulletin without editions: titles to be edited, empty code lists, the usual measures and units."""
    files = {
        DECLARATION: _DECLARATION.format(name=folder.name, topic=FIRST_TOPIC).encode(),
        RELEASES: b"editions: []\n",
        f"{REFERENCE}/measures.csv": (STARTER / "measures.csv").read_bytes(),
        f"{REFERENCE}/units.csv": (STARTER / "units.csv").read_bytes(),
    }
    for table in _EMPTY:
        files[f"{REFERENCE}/{table}.csv"] = (",".join(schema_of(table).columns) + "\n").encode()
    written = [folder / name for name, content in files.items() if write_if_changed(folder / name, content)]
    return [*written, *write_descriptor(folder / REFERENCE)]
