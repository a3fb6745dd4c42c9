"""Writes a demonstration bulletin: invented figures about fictional places, drawn from a seed.

The room stands above intake, as an editor does: it fills tables, and intake gives them their form.
"""

from __future__ import annotations

from .folder import write
from .plan import Plan

__all__ = ["Plan", "write"]
