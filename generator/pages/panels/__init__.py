"""Panels: each mechanism seen through the view that answers its question."""

from collections.abc import Callable, Mapping

from generator.model.mechanism import Mechanism

from ..volume import Volume
from . import scoreboard, targets
from .panel import Panel, Section, address

VIEWS: Mapping[str, Callable[[Volume, Mechanism], Panel]] = {
    "pipeline": scoreboard.panel,
    "milestones": scoreboard.panel,
    "flags": scoreboard.panel,
    "recognition": scoreboard.panel,
    "completion": scoreboard.panel,
    "clusters": scoreboard.panel,
    "factors": scoreboard.panel,
    "service": scoreboard.panel,
    "targets": targets.panel,
    "cadence": scoreboard.panel,
    "quality": scoreboard.panel,
    "batches": scoreboard.panel,
    "league": scoreboard.panel,
    "scoreboard": scoreboard.panel,
}

__all__ = ["VIEWS", "Panel", "Section", "address"]
