"""Industry chains (产业链): their links, what feeds what, and where the place has a gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .text import Text

LinkState = Literal["present", "weak", "gap"]  # 已有, 薄弱, 缺失


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link (环节) of a chain, as the map of a source shows it."""

    id: str
    chain: str  # breakdown id
    name: Text
    state: LinkState  # of the place that the bulletin is about
    feeds: tuple[str, ...]  # the links downstream that it supplies
    candidates: Text  # firms that might fill a gap or strengthen a weak link
    source: str
    locator: str
    note: Text


@dataclass(frozen=True, slots=True)
class ChainMap:
    """A chain in layers, upstream first: each link stands below every link that feeds it."""

    chain: str  # breakdown id
    layers: tuple[tuple[str, ...], ...]  # ids of links
