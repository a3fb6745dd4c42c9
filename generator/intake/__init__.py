"""The only room that reads data: finds packages, validates and checks them, hands on Tables; and prepares new files."""

from __future__ import annotations

from .contract import schemas
from .editions import new_edition
from .folders import bulletins
from .loading import Loaded, load
from .locks import lock, lock_of
from .scaffold import write_descriptor
from .wording import as_json, worded

__all__ = [
    "Loaded",
    "as_json",
    "bulletins",
    "load",
    "lock",
    "lock_of",
    "new_edition",
    "schemas",
    "worded",
    "write_descriptor",
]
