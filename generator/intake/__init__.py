"""The only room that reads data: finds packages, validates and checks them, hands on Tables; and prepares new files."""

from __future__ import annotations

from .contract import TOPICS, schemas
from .editions import last_day, new_edition, refuse_name, sheet_bytes, year_to_date
from .entries import share_of
from .folders import bulletins
from .loading import Loaded, load
from .locks import lock, lock_of
from .scaffold import Unanchored, write_descriptor
from .starting import start_bulletin
from .structure import ready
from .wording import as_json, worded

__all__ = [
    "TOPICS",
    "Loaded",
    "Unanchored",
    "as_json",
    "bulletins",
    "last_day",
    "load",
    "lock",
    "lock_of",
    "new_edition",
    "ready",
    "refuse_name",
    "schemas",
    "share_of",
    "sheet_bytes",
    "start_bulletin",
    "worded",
    "write_descriptor",
    "year_to_date",
]
