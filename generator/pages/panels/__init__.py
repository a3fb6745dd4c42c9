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
    own,
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


def opened(volume: Volume, mechanism: Mechanism) -> Panel:
    """The panel of a core mechanism: what its view shows, then what follows alike in every view."""
    return own.completed(volume, mechanism, VIEWS[mechanism.view](volume, mechanism))


__all__ = ["VIEWS", "Panel", "Section", "address", "opened"]
