"""The leagues of the demonstration: those of the hand-written table whose indicators and counties the panel has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from .places import EVERYONE
from .plan import Plan, edition
from .tables import TABLES, Row

FEWEST = 3  # counties of a league
Entry = Mapping[str, Any]


def leagues(plan: Plan, places: Sequence[Row], indicators: Sequence[Row]) -> dict[str, Any]:
    """The content of ``leagues.yaml``; empty if the panel is too small for any league."""
    known = {row["id"] for row in indicators}
    first = edition(plan.published.start)
    declared: list[Entry] = yaml.safe_load((TABLES / "leagues.yaml").read_bytes())["leagues"]
    found = [
        {**one, "from": max(one["from"], first)}
        for one in declared
        if one.get("to", first) >= first and known.issuperset(_used(one)) and _size(one["peers"], places) >= FEWEST
    ]
    return {"leagues": found} if found else {}


def _used(entry: Entry) -> Iterator[str]:
    """The indicators below a league or a block."""
    for member in entry["members"]:
        yield from _used(member) if "members" in member else [member["indicator"]]


def _size(peers: str, places: Sequence[Row]) -> int:
    """How many counties of today compete."""
    counties = [row for row in places if row["level"] == "county" and not row["valid_to"]]
    return len(counties) if peers == EVERYONE else sum(row["group"] == peers for row in counties)
