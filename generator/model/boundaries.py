"""Boundaries of areas, as the publisher of a bulletin supplies them for its maps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .text import Text

Ring = tuple[tuple[float, float], ...]  # longitude and latitude in degrees; the last position is the first again


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Outlines with what has to stand under every map that is drawn from them."""

    approval: str  # 审图号, the number under which the map was approved; blank in demonstrations only
    credit: Text
    outlines: Mapping[str, tuple[Ring, ...]]  # by area: borders of its parts and of holes in them, in no order
