"""Industry chains in layers: from raw materials down to what is sold, each link below all that feed it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.model.chain import ChainLink, ChainMap


def chain_maps(links: Mapping[str, ChainLink]) -> dict[str, ChainMap]:
    """The map of every chain, in the order in which the chains first stand; ``links`` by id, without circles.

    - What feeds nothing stands as high as what feeds it allows; every other link stands right above the first of those
      that it feeds. So a link is never above one that feeds it. Links of other chains move nothing.
    - Within a layer links stand near those that feed them: by the mean place of these, and in the order of the table
      where that is equal.

    Example: ore feeds plate and wire, plate feeds hull, bolts feed hull: (ore), (plate, wire, bolts), (hull).
    """
    chains = dict.fromkeys(link.chain for link in links.values())
    return {
        chain: ChainMap(chain, _layers({key: link for key, link in links.items() if link.chain == chain}))
        for chain in chains
    }


def _layers(links: Mapping[str, ChainLink]) -> tuple[tuple[str, ...], ...]:
    feeders: dict[str, list[str]] = {name: [] for name in links}
    for link in links.values():
        for below in link.feeds:
            if below in feeders:
                feeders[below].append(link.id)

    @cache
    def earliest(name: str) -> int:
        return 1 + max((earliest(above) for above in feeders[name]), default=-1)

    @cache
    def depth(name: str) -> int:
        return min((depth(below) for below in links[name].feeds if below in links), default=earliest(name) + 1) - 1

    layers: list[list[str]] = [[] for _ in range(1 + max(map(depth, links), default=-1))]
    for name in links:
        layers[depth(name)].append(name)
    place: dict[str, int] = {}
    for layer in layers:
        layer.sort(key=lambda name: sum(place[above] for above in feeders[name]) / (len(feeders[name]) or 1))
        place |= {name: at for at, name in enumerate(layer)}
    return tuple(tuple(layer) for layer in layers)
