"""Why a rank is not what it was, and whose rank hangs on who else takes part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from generator.model.league import League
from generator.model.standing import Change, Reversal, Standing, Values

from .arrays import ranks, rounded
from .runs import declared_weights, score, stack
from .standing import compute


def rank_changes(
    before: League,
    published: Values,
    revised: Values,
    league: League,
    values: Values,
    renewed: Values | None = None,
) -> dict[str, Change]:
    """The changes of the areas that are ranked in both editions and at each step between them, by area.

    From the last edition, ``before`` with the values it ``published``, to this one, ``league`` with ``values``, one
    replacement after another in this order: its values by their ``revised`` ones; the peers that have left go; those
    values by the new ones, ``renewed`` if the last method takes them from other figures; the method by the new one;
    the new peers come. So each part is a whole number of places, and depends on the order, which is the order in which
    an editor would do it.
    """
    staying = tuple(area for area in before.peers if area in league.peers)
    fewer = replace(before, peers=staying)
    given: list[tuple[League, Values]] = [
        (before, published),
        (before, revised),
        (fewer, revised),
        (fewer, values if renewed is None else renewed),
        (replace(league, peers=staying), values),
        (league, values),
    ]
    steps: list[dict[str, Standing]] = []
    for place, one in enumerate(given):  # most are the same as the last: neither method nor peers change every quarter
        steps.append(steps[-1] if place and one == given[place - 1] else compute(*one))
    found = ((area, _change(area, [step[area].rank for step in steps])) for area in staying)
    return {area: change for area, change in found if change}


def _change(area: str, ranks: Sequence[int | None]) -> Change | None:
    """The change over the steps of :func:`rank_changes`; None where the area is unranked at one of them."""
    places = [rank for rank in ranks if rank is not None]
    if len(places) < len(ranks):
        return None
    revision, left, data, method, joined = (after - earlier for earlier, after in pairwise(places))
    return Change(area, places[0], places[-1], revision, data, method, left + joined)


def reversals(league: League, values: Values, standings: Mapping[str, Standing]) -> list[Reversal]:
    """Pairs that change order when a third area is left out, as relative scores make possible; ties do not count."""
    areas = [area for area, one in standings.items() if one.rank is not None]
    whole = np.array([standings[area].rank for area in areas])
    known, weights = stack(league, values, areas), declared_weights(league.root)
    found = []
    for place, dropped in enumerate(areas):
        others = [area for area in areas if area != dropped]
        left = {name: np.delete(column, place, axis=1) for name, column in known.items()}
        rest = ranks(rounded(score(league, left, weights), league.decimals))
        before = np.delete(whole, place)
        turned = (before[:, None] < before) & (rest[0][:, None] > rest[0])
        found += [Reversal(dropped, others[above], others[below]) for above, below in np.argwhere(turned)]
    return found
