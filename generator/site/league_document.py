"""A league as published: everything that a reader needs to compute it again with ``verify_ranks.py``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from generator.model.league import League
from generator.model.reference import Area
from generator.model.standing import Standing, Values

FORMAT = "county-bulletin-league/1"
VERIFIER = Path(__file__).with_name("verify_ranks.py")  # published beside the document, as it is
FIRST = ("area", "name_zh", "name_en", "rank", "score")  # columns before those of the items


def league_document(league: League, values: Values, standings: Mapping[str, Standing]) -> dict[str, Any]:
    """The method, its inputs and its results. Numbers are texts: 1/3 a fraction, 12.30 with its digits.

    Keys: those of :class:`League`; a member with ``members`` is a block, any other an item. ``values`` by area and
    indicator, null if missing; ``standings`` by area: score, rank and reason (see :class:`Standing`); ``scores`` by
    area and indicator, normalised, exact.
    """
    names = [item.id for item, _ in league.root.items()]
    return {
        "format": FORMAT,
        **_plain(league),
        "values": {area: {name: _plain(values.get(area, {}).get(name)) for name in names} for area in league.peers},
        "standings": {
            area: {"score": _plain(one.score), "rank": one.rank, "reason": one.reason}
            for area, one in standings.items()
        },
        "scores": {
            area: {name: str(score) for name, score in one.scores.items()}
            for area, one in standings.items()
            if one.rank
        },
    }


def league_rows(
    league: League, values: Values, standings: Mapping[str, Standing], areas: Mapping[str, Area]
) -> list[list[str]]:
    """``league.csv``, its header first: area, names, rank, score, and the values; blank if there is none."""
    names = [item.id for item, _ in league.root.items()]
    rows = [[*FIRST, *names]]
    for area, one in standings.items():
        cells = (one.rank, one.score, *(values.get(area, {}).get(name) for name in names))
        texts = ("" if (text := _plain(cell)) is None else str(text) for cell in cells)
        name = areas[area].name
        rows.append([area, name.of("zh"), name.of("en"), *texts])
    return rows


def _plain(value: object) -> Any:
    """As JSON can hold it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return f"{value:f}" if value.is_finite() else None
    return str(value) if isinstance(value, Fraction) else value
