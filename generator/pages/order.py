"""The order of figures on every page, and how they are put in groups that keep it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from generator.model.bulletin import Tables
from generator.model.figure import Figure

Name = TypeVar("Name", bound=Hashable)
Item = TypeVar("Item")


def placing(tables: Tables) -> Callable[[Figure], tuple[object, ...]]:
    """What figures are sorted by: topic, indicator, area, breakdown, measure; the newest period first."""
    reference = tables.reference
    topics, indicators = places(tables.bulletin.topics), places(reference.indicators)
    areas = places([*tables.bulletin.home, *reference.areas])
    breakdowns, measures = places(reference.breakdowns), places(reference.measures)

    def place(figure: Figure) -> tuple[object, ...]:
        key, indicator = figure.key, reference.indicators.get(figure.key.concept)
        last, first = figure.period.sort_key
        return (
            topics.get(indicator.topic if indicator else "", len(topics)),
            indicators.get(key.concept, 0),
            areas.get(key.subject, 0),
            key.kind == "target",
            breakdowns.get(key.breakdown, -1),
            -last.toordinal(),
            measures.get(key.measure, 0),
            key.peers,
            first.toordinal(),
        )

    return place


def places(names: Iterable[Name]) -> dict[Name, int]:
    """The place of each name where it first stands, from 0."""
    found: dict[Name, int] = {}
    for name in names:
        found.setdefault(name, len(found))
    return found


def grouped(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, list[Item]]:
    """The items by their key, in the order given."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)
