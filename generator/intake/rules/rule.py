"""What a rule says when it is broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Rule:
    """A message and a remedy, with named parts: {value}, {column}, {file} of the problem, and its facts."""

    message: str
    remedy: str
    severity: Literal["error", "warning"] = "error"


def N_(message: str) -> str:
    """Marks a message for the catalog."""
    return message
