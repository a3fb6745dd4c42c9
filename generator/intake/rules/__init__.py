"""Every rule that data can break: its message and the remedy, in English; problems.po has the Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from .boundaries import BOUNDARIES
from .files import FILES
from .leagues import LEAGUE_RULES
from .projects import PROJECTS
from .rule import Rule
from .statistics import STATISTICS
from .tables import CELLS

__all__ = ["RULES", "Rule"]

RULES: Mapping[str, Rule] = {**FILES, **CELLS, **STATISTICS, **PROJECTS, **LEAGUE_RULES, **BOUNDARIES}
