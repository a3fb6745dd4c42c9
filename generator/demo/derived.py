"""Series that follow from others: ranks among the counties, and the clusters of the prefecture's output."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .courses import Course
from .mechanisms import full
from .places import EVERYONE
from .plan import Plan, Quarter, year
from .prefecture import parts
from .statements import Gap, Series

RANKED = frozenset({"fixed_asset_investment", "industrial_value_added"})
SPLIT = "cluster_output"
NEW_CLUSTER = 2025  # the year since which energy storage is a cluster of its own
REMAINDER = "textiles"
UNCOUNTED: Quarter = 2025 * 4 + 2  # in which the remainder was not counted on its own


def derived(plan: Plan, total: Series, series: Sequence[Series]) -> Iterator[Series]:
    """What follows from the ``total`` of one indicator and the counties' ``series``."""
    if total.concept.id in RANKED:
        groups: dict[str, list[Series]] = {EVERYONE: [*series]}
        for one in series:
            groups.setdefault(one.county.group if one.county else "", []).append(one)
        for peers, members in groups.items():
            yield from ranks(members, peers, plan.published)
    if total.concept.id == SPLIT:
        yield from clusters(total)
    if full(plan):
        yield from parts(total)


def ranks(series: Sequence[Series], peers: str, quarters: range) -> Iterator[Series]:
    """The place of each county by growth. Ties share a place; first among those that reported in time.

    A back series comes without ranks: ``quarters`` are those that have an edition.
    """
    first = {quarter: _sorted(series, quarter, final=False) for quarter in quarters}
    final = {quarter: _sorted(series, quarter, final=True) for quarter in quarters}
    for one in series:
        course = Course(_places(one, first, final=False), _places(one, final, final=True))
        yield replace(one, course=course, measure="rank_growth_yoy", digits=0, peers=peers)


def _sorted(series: Sequence[Series], quarter: Quarter, *, final: bool) -> list[int]:
    values = (one.value(quarter, final=final) for one in series)
    return sorted(value for value in values if value is not None)


def _places(one: Series, values: Mapping[Quarter, list[int]], *, final: bool) -> dict[Quarter, int]:
    """One more than the number of greater values."""
    stated = {quarter: one.value(quarter, final=final) for quarter in values}
    return {
        quarter: len(values[quarter]) - bisect_right(values[quarter], value) + 1
        for quarter, value in stated.items()
        if value is not None
    }


def clusters(whole: Series) -> Iterator[Series]:
    """The output of each cluster. Shares stay through a year, so that no year to date falls; they sum to the whole."""
    for cluster in (*shares(NEW_CLUSTER), REMAINDER):
        course = Course(_part(whole.course.first, cluster), _part(whole.course.final, cluster))
        gaps: dict[Quarter, Gap] = {UNCOUNTED: "uncounted"} if cluster == REMAINDER else {}
        yield replace(whole, course=course, breakdown=cluster, gaps=gaps)


def shares(of: int) -> dict[str, int]:
    """Per mille of the whole in a year, the remainder left out."""
    known = {"smart_equipment": 330 + 12 * (of - NEW_CLUSTER), "tea_and_food": 240 - 3 * (of - NEW_CLUSTER)}
    return known | ({"energy_storage": 40 + 35 * (of - NEW_CLUSTER)} if of >= NEW_CLUSTER else {})


def _part(course: Mapping[Quarter, int], cluster: str) -> dict[Quarter, int]:
    parts = {}
    for quarter, value in course.items():
        split = {name: value * share // 1000 for name, share in shares(year(quarter)).items()}
        split[REMAINDER] = value - sum(split.values())
        if cluster in split:
            parts[quarter] = split[cluster]
    return parts
