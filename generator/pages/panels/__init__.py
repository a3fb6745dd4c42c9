"""Panels: each mechanism seen through the view that answers its question."""

from collections.abc import Callable, Mapping

from generator.model.mechanism import Mechanism

from ..volume import Volume
from . import (
    batches,
    cadence,
    clusters,
    completion,
    factors,
    flags,
    league,
    milestones,
    pipeline,
    quality,
    recognition,
    scoreboard,
    service,
    targets,
)
from .panel import Panel, Section, address

VIEWS: Mapping[str, Callable[[Volume, Mechanism], Panel]] = {
    "pipeline": pipeline.panel,
    "milestones": milestones.panel,
    "flags": flags.panel,
    "recognition": recognition.panel,
    "completion": completion.panel,
    "clusters": clusters.panel,
    "factors": factors.panel,
    "service": service.panel,
    "targets": targets.panel,
    "cadence": cadence.panel,
    "quality": quality.panel,
    "batches": batches.panel,
    "league": league.panel,
    "scoreboard": scoreboard.panel,
}

__all__ = ["VIEWS", "Panel", "Section", "address"]
