"""The stages of a project (项目阶段) and which comes before which. This is the one place that says so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, get_args

Stage = Literal[
    "reserve", "signed", "landed", "land", "permitted", "started", "in_statistics",
    "under_construction", "completed", "in_production", "stopped", "not_stated",
]  # fmt: skip
STAGES: tuple[Stage, ...] = get_args(Stage)

# What may come next. Reports skip stages, so a project may also go on to whatever comes later; it may stop anywhere.
# Land is assigned and permits are given in their order; "landed" (落地) is used before, between and after the two.
# Construction may be under way before a project is entered in statistics (入统), or after.
NEXT: Mapping[Stage, tuple[Stage, ...]] = {
    "reserve": ("signed",),
    "signed": ("landed", "land"),
    "landed": ("started",),
    "land": ("permitted",),
    "permitted": ("started",),
    "started": ("in_statistics", "under_construction"),
    "in_statistics": ("completed",),
    "under_construction": ("completed",),
    "completed": ("in_production",),
}
# Reached only by who is said to have reached it: no building site proves that a return was filed, and what "landed"
# means differs from source to source.
SAID_ONLY: frozenset[Stage] = frozenset({"landed", "in_statistics"})


@lru_cache(maxsize=len(STAGES))
def before(stage: Stage) -> frozenset[Stage]:
    """The stages that certainly lie before ``stage``; of stopped and not_stated none."""
    nearest = [earlier for earlier, later in NEXT.items() if stage in later]
    return frozenset(nearest).union(*(before(earlier) for earlier in nearest))


@lru_cache(maxsize=len(STAGES))
def passed(stage: Stage) -> frozenset[Stage]:
    """The stages that a project at ``stage`` has reached: its own, and those before it that need not be said.

    Example: who is under construction has signed, has land and permits and has started; whether it ever was called
    landed, or was entered in statistics, is not known from that. A stopped project has reached what was said before.
    """
    return frozenset() if stage in ("stopped", "not_stated") else (before(stage) - SAID_ONLY) | {stage}


def may_follow(new: Stage, old: Stage) -> bool:
    """Whether a project may come from ``old`` to ``new``: forward or sideways, never back, and not out of stopped."""
    if "not_stated" in (old, new):
        return True
    return new == "stopped" if old == "stopped" else new not in before(old)
