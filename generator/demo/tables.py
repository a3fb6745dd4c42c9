"""The hand-written tables beside this module: code lists of the contract, with columns that shape the figures."""

from __future__ import annotations

import csv
from pathlib import Path

Row = dict[str, str]
TABLES = Path(__file__).resolve().parent / "tables"


def table(name: str) -> list[Row]:
    """The rows of ``tables/<name>.csv``."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
