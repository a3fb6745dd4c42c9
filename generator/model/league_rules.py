"""What a declared league must keep to, before anything is computed with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from generator.errors import Problem

from .league import POSITIVE, SCALED, Aggregation, Item, League, Normalisation

HALF = Fraction(1, 2)
DECLARED = frozenset({"goalposts", "target", "completion"})  # normalisations whose ends are in the units of the source


def faults(league: League) -> Iterator[Problem]:
    """Everything wrong with ``league``, each with the id of the block or indicator in the fact ``member``."""
    yield from _weights(league)
    yield from _repeats(league)
    for item, share in league.root.items():
        if share > HALF:
            yield _problem("league-half", "warning", member=item.id, share=str(share))
        if not all(_placed(item, one) for one in (league.normalisation, *league.doubt.normalisations)):
            yield _problem("league-posts", member=item.id)
    yield from _combinations(league)
    rewards = league.rewards
    if rewards and rewards.amounts and len(rewards.amounts) != rewards.places:
        yield _problem("league-amounts", places=str(rewards.places), amounts=str(len(rewards.amounts)))


def _weights(league: League) -> Iterator[Problem]:
    for block in league.root.blocks():
        total = sum(member.weight for member in block.members)
        if total != 1:
            yield _problem("league-weights", member=block.id, sum=str(total))
        for member in block.members:
            if member.weight <= 0:
                yield _problem("league-weight-sign", member=member.id, weight=str(member.weight))


def _repeats(league: League) -> Iterator[Problem]:
    blocks = list(league.root.blocks())
    ids = Counter([block.id for block in blocks] + [item.id for item, _ in league.root.items()])
    for name, times in (ids + Counter(league.peers)).items():
        if times > 1:
            yield _problem("league-twice", member=name)


def _placed(item: Item, normalisation: Normalisation) -> bool:
    """Does the item declare the ends that the normalisation needs, the better one on its better side?"""
    worst, best, up = item.worst, item.best, item.direction == "up"
    if item.log and any(post is not None and post <= 0 for post in (worst, best)):
        return False
    if item.log and normalisation.kind == "completion":
        return False
    if normalisation.kind == "goalposts":
        return worst is not None and best is not None and (worst < best if up else worst > best)
    if normalisation.kind == "completion":
        return best is not None and best > 0
    return normalisation.kind != "target" or best is not None


def _combinations(league: League) -> Iterator[Problem]:
    """Choices that do not go together: logged columns with ends in source units, means of zeros."""
    doubt = league.doubt
    kinds = (league.normalisation, *doubt.normalisations)
    logged = any(one.kind in ("log", "coinr") for one in (league.outliers, *doubt.outliers))
    if logged and any(one.kind in DECLARED for one in kinds):
        yield _problem("league-log-posts")
    aggregations: set[Aggregation] = {*(block.aggregation for block in league.root.blocks()), *doubt.aggregations}
    if league.floor is None and aggregations & POSITIVE and any(_reaches_zero(one) for one in kinds):
        yield _problem("league-zero")
    if league.normalisation.kind in SCALED and any(
        one.kind in SCALED and one.onto != league.normalisation.onto for one in doubt.normalisations
    ):
        yield _problem("league-onto", "warning")
    if league.floor is not None and league.floor <= 0:
        yield _problem("league-floor", floor=str(league.floor))


def _reaches_zero(one: Normalisation) -> bool:
    """Certain to give some area a score of zero or below; with goalposts it depends on the data."""
    return (one.kind in ("rank", "min-max", "target") and min(one.onto) <= 0) or (one.kind == "z" and one.onto[0] <= 0)


def _problem(rule: str, severity: str = "error", **facts: str) -> Problem:
    return Problem(rule, severity="warning" if severity == "warning" else "error", facts=facts)
