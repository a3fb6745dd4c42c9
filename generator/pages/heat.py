"""The heat of a column: which fifth of the areas each value belongs to. A reader's aid, no figure of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from markupsafe import Markup

from generator.model.period import Period

from .board import NOTHING, Cell, Column, exact
from .wording.voice import Voice

Name = TypeVar("Name")

STEPS = 5
SIZES = frozenset({"money", "count", "area"})  # kinds of units whose values follow the size of an area
SIGNS = " ▁▂▄▆█"  # beside the shade, so that the shade never speaks alone


def steps(given: Mapping[Name, Decimal | None], direction: str) -> dict[Name, int]:
    """By name the fifth of each value: 5 the best, 1 the last. Equal values share the better one.

    Fewer than five values have no fifths, nor has what is neither better high nor low.
    """
    values = {name: value for name, value in given.items() if value is not None}
    if len(values) < STEPS or direction not in ("up", "down"):
        return {}
    sign = -1 if direction == "up" else 1
    ordered = sorted(sign * value for value in values.values())
    return {name: STEPS - bisect_left(ordered, sign * value) * STEPS // len(ordered) for name, value in values.items()}


def compared(column: Column, cells: Sequence[Cell], large: bool) -> tuple[Column, Sequence[Cell]]:
    """The column with what its cells share, and the cells with their fifths.

    Values compare if all are of one period, or at least five of them; those of other periods stand outside.
    """
    column = replace(column, computed=any(one.figure is not None and one.figure.computed for one in cells))
    periods = Counter(one.when for one in cells if one.said)
    main = max(periods, key=lambda when: (periods[when], Period.parse(when).sort_key), default="")
    many = periods[main] >= STEPS
    if not many and (len(periods) != 1 or len(cells) == 1):
        return column, cells
    period = next(one.period for one in cells if one.when == main)
    values = {place: exact(one.figure) for place, one in enumerate(cells) if one.when == main}
    fifths = steps(values, column.indicator.direction)
    head = replace(
        column,
        main=main,
        period=period if many or large else NOTHING,
        peers=_shared_peers(cells) if many else NOTHING,
    )
    return head, [replace(one, step=fifths.get(place, 0)) for place, one in enumerate(cells)]


def _shared_peers(cells: Sequence[Cell]) -> Markup:
    """Among whom a rank of every ranked cell holds; nothing if there are no such peers."""
    sets = [[rank.peers for rank in one.ranks if rank.peers] for one in cells]
    ranked = [peers for peers in sets if peers]
    return (
        next((among for among in ranked[0] if all(among in peers for peers in ranked)), NOTHING) if ranked else NOTHING
    )


def mark(voice: Voice, step: int) -> Markup:
    """The sign of a step, and what it means for those who do not see it."""
    shape = Markup('<span class="step" role="img" aria-label="{}">{}</span>')
    return shape.format(word(voice, step), SIGNS[step]) if step else Markup("")


def word(voice: Voice, step: int) -> Markup:
    return (
        voice.t("last fifth"),
        voice.t("fourth fifth"),
        voice.t("middle fifth"),
        voice.t("second fifth"),
        voice.t("top fifth"),
    )[step - 1]


def legend(voice: Voice, cells: Iterable[Cell]) -> Markup:
    """The signs with their meanings, the best first; of amounts and counts, that a large area has large ones."""
    signs = voice.listing(
        Markup('<span class="heat-{0}"><span aria-hidden="true">{1}</span> {2}</span>').format(
            step, SIGNS[step], word(voice, step)
        )
        for step in range(STEPS, 0, -1)
    )
    said = [voice.t("Exact values of one period by fifths of the areas, the best first: {legend}.", legend=signs)]
    if any(one.step and one.figure and one.figure.unit.kind in SIZES for one in cells):
        said.append(voice.t("Amounts and counts are larger where an area is larger: compare rates first."))
    return voice.passage(said)
