"""Small leagues to test with: written down, or drawn by hypothesis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from generator.model.league import Block, Item, League, Normalisation, Outliers
from generator.model.text import Text

Values = dict[str, dict[str, Decimal | None]]
AREAS = tuple("ABCDEFGHI")


def league(root: Block, areas: str | tuple[str, ...] = "ABC", **rules: Any) -> League:
    return League("race", Text("赛马", "The race"), tuple(areas), root, **rules)


def flat(weights: Mapping[str, str], **block: Any) -> Block:
    """One block of indicators, each better when larger."""
    return Block("all", tuple(Item(name, Fraction(weight)) for name, weight in weights.items()), **block)


def table(**columns: str) -> Values:
    """Values by area from columns of texts: ``table(gdp="1 2 -")`` for areas A, B, C, a dash for missing."""
    cells = {
        name: [None if text == "-" else Decimal(text) for text in column.split()] for name, column in columns.items()
    }
    areas = AREAS[: len(next(iter(cells.values())))]
    return {area: {name: column[place] for name, column in cells.items()} for place, area in enumerate(areas)}


KINDS = ("rank", "z", "min-max", "goalposts", "target", "completion", "raw")
AGGREGATIONS = st.sampled_from(["arithmetic", "geometric", "harmonic", "mpi", "mpi_plus", "median", "borda"])
PERCENT = (Fraction(0), Fraction(100))
ENDS = {"z": [PERCENT, (Fraction(60), Fraction(7))], "goalposts": [PERCENT, (Fraction(60), Fraction(100))]}


@st.composite
def leagues(draw: st.DrawFn) -> tuple[League, Values]:
    """Any method that goes together, over up to nine areas and two blocks, often with gaps and long tails."""
    areas = AREAS[: draw(st.integers(1, 9))]
    names = ["p", "q", "r", "s"][: draw(st.integers(2, 4))]
    kind = draw(st.sampled_from(KINDS))
    outliers = ["none", "winsorise"]
    outliers += ["log", "coinr", "coinr"] if kind in ("rank", "z", "min-max") else []
    inner = Block("inner", _members(draw, names[1:], kind), Fraction(3, 5), draw(AGGREGATIONS))
    (alone,) = _members(draw, names[:1], kind)
    value = st.one_of(st.integers(1, 9), st.integers(1, 400)).map(lambda number: Decimal(number).scaleb(-1))
    cell = st.one_of(value, value, value, st.none()) if draw(st.booleans()) else value
    return league(
        Block("all", (replace(alone, weight=Fraction(2, 5)), inner), aggregation=draw(AGGREGATIONS)),
        areas,
        normalisation=Normalisation(
            kind, draw(st.sampled_from(ENDS.get(kind, [PERCENT]))), draw(st.booleans()), draw(st.sampled_from([0, 1]))
        ),
        outliers=Outliers(draw(st.sampled_from(outliers)), draw(st.integers(1, 2))),
        missing=draw(st.sampled_from(["exclude", "renormalise", "zero"])),
        threshold=Fraction(1, 2),
        floor=Fraction(1),
        ties=draw(st.sampled_from(["competition", "dense"])),
        decimals=draw(st.sampled_from([0, 2])),
    ), {area: {name: draw(cell) for name in names} for area in areas}


def _members(draw: st.DrawFn, names: list[str], kind: str) -> tuple[Item, ...]:
    parts = [draw(st.integers(1, 5)) for _ in names]
    posts = {"up": (Decimal(5), Decimal(30)), "down": (Decimal(30), Decimal(5))}
    items = []
    for name, part in zip(names, parts, strict=True):
        direction = draw(st.sampled_from(["up", "down"]))
        log = kind != "completion" and draw(st.booleans())
        items.append(Item(name, Fraction(part, sum(parts)), direction, *posts[direction], log=log))
    return tuple(items)
