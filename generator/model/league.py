"""A league table (晾晒表): a composite score of areas, by a method that is declared in full.

The method is a tree: a block averages its members, which are indicators or further blocks, by weights that sum to
exactly 1. Everything that could move a rank is a field here, so that it stands in the data and on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from .text import Text

Kind = Literal["rank", "z", "min-max", "goalposts", "target", "completion", "raw"]
Aggregation = Literal["arithmetic", "geometric", "harmonic", "mpi", "mpi_plus", "median", "borda"]
# They refuse scores of zero and below.
POSITIVE: frozenset[Aggregation] = frozenset({"geometric", "harmonic", "mpi", "mpi_plus"})


@dataclass(frozen=True, slots=True)
class Normalisation:
    """How values of different units become scores. ``onto`` are the scores of the worst and the best value.

    - rank: the share of the other peers that an area beats, a tie counting half (Borda points, scaled);
    - z: distance from the mean in standard deviations (``ddof`` 0 or 1); ``onto`` is (mean, deviation) of the scores;
    - min-max: the observed worst and best of the peers are the ends;
    - goalposts: ``worst`` and ``best`` of the item are the ends;
    - target: from the observed worst to the item's ``best``, its target;
    - completion: value ÷ target; where less is better, 2 − value ÷ target;
    - raw: the value itself, its sign turned where less is better.

    ``cap`` holds scores between the ends. The same for all: a column in which all areas are equal scores
    :attr:`League.constant`.
    """

    kind: Kind
    onto: tuple[Fraction, Fraction] = (Fraction(0), Fraction(100))
    cap: bool = False
    ddof: int = 0


MIN_MAX = Normalisation("min-max")
# 功效系数: (actual − unacceptable) ÷ (satisfactory − unacceptable) × 40 + 60
EFFICACY = Normalisation("goalposts", (Fraction(60), Fraction(100)))
STANDARD = Normalisation("z", (Fraction(0), Fraction(1)))
# Those whose scores lie between the ends of ``onto``; z-scores have a mean there, and raw values no scale at all.
SCALED: frozenset[Kind] = frozenset({"rank", "min-max", "goalposts", "target", "completion"})


@dataclass(frozen=True, slots=True)
class Outliers:
    """What is done to a column before it is normalised.

    - none;
    - winsorise: the ``most`` lowest values become the next higher one, the ``most`` highest the next lower one;
    - log: ln(x − min + 0.01 × (max − min));
    - coinr: only where |skewness| > 2 and kurtosis > 3.5: up to ``most`` values at the long end are winsorised, one
      after another, until one of the two holds; if none does, the untouched column is logged as above.
    """

    kind: Literal["none", "winsorise", "log", "coinr"] = "none"
    most: int = 5


@dataclass(frozen=True, slots=True)
class Item:
    """An indicator in a league. ``log``: the natural logarithm of value and goalposts is taken first."""

    indicator: str
    weight: Fraction  # in its block
    direction: Literal["up", "down"] = "up"
    worst: Decimal | None = None  # goalpost: 不允许值
    best: Decimal | None = None  # goalpost or target: 满意值, 目标值
    log: bool = False

    @property
    def id(self) -> str:
        return self.indicator


@dataclass(frozen=True, slots=True)
class Block:
    """Members that are put together into one score. Ids of blocks and indicators are unique in a league."""

    id: str
    members: tuple[Block | Item, ...]
    weight: Fraction = Fraction(1)
    aggregation: Aggregation = "arithmetic"
    title: Text = Text()

    def items(self, share: Fraction = Fraction(1)) -> Iterator[tuple[Item, Fraction]]:
        """Every indicator below, with its share of the whole weight, in the order of the tree."""
        for member in self.members:
            if isinstance(member, Item):
                yield member, share * member.weight
            else:
                yield from member.items(share * member.weight)

    def reweighted(self, weights: Mapping[str, Fraction]) -> Block:
        """With other weights, by id of a member at any depth; members that are not named keep theirs, and each block
        scales its own to sum to 1. A weight of 0 takes the member out, none may be less.

        Raises ValueError with the id of a block in which none is left.
        """
        members = [
            replace(one if isinstance(one, Item) else one.reweighted(weights), weight=weights.get(one.id, one.weight))
            for one in self.members
            if weights.get(one.id, one.weight)
        ]
        if not members:
            raise ValueError(self.id)
        total = sum(one.weight for one in members)
        return replace(self, members=tuple(replace(one, weight=one.weight / total) for one in members))

    def blocks(self) -> Iterator[Block]:
        """This block and all below it."""
        yield self
        for member in self.members:
            if isinstance(member, Block):
                yield from member.blocks()


@dataclass(frozen=True, slots=True)
class Rewards:
    """What the first ``places`` win. ``cutoff`` says who wins if areas tie across the last rewarded place.

    - share: all of them, and they share what is left for the places they hold;
    - all: all of them, each the full amount of the place;
    - none: none of them.

    Areas that tie on rewarded places share the amounts of these places (under "all", each gets the first of them).
    Shares are rounded down to ``unit``. If the sum exceeds ``budget``, all amounts are cut in proportion.
    """

    places: int
    amounts: tuple[Decimal, ...] = ()  # by place; none: the place is an honour without money
    cutoff: Literal["share", "all", "none"] = "share"
    budget: Decimal | None = None
    unit: Decimal = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Which other choices one could have made: the declared method and these are drawn with equal chance.

    Each weight is multiplied with a number drawn evenly from 1 − ``spread`` to 1 + ``spread``, and the weights of a
    block are scaled to sum to 1 again. ``aggregations`` are alternatives for the outermost block.
    """

    spread: Fraction = Fraction(1, 4)
    normalisations: tuple[Normalisation, ...] = ()
    outliers: tuple[Outliers, ...] = ()
    aggregations: tuple[Aggregation, ...] = ()
    runs: int = 1000
    seed: int = 1


@dataclass(frozen=True, slots=True)
class League:
    """A league table: who competes, in what, and every rule by which a score and a rank come about.

    ``missing``: "exclude" leaves an area with any missing value unranked; "renormalise" spreads the weight of missing
    members over the others of their block; "zero" scores them 0. Under the last two an area is unranked if indicators
    with less than ``threshold`` of the weight have values. Unranked areas never move anyone's score.
    """

    id: str
    title: Text
    peers: tuple[str, ...]
    root: Block
    normalisation: Normalisation = MIN_MAX
    outliers: Outliers = Outliers()
    missing: Literal["exclude", "renormalise", "zero"] = "exclude"
    threshold: Fraction = Fraction(2, 3)
    constant: Fraction = Fraction(1, 2)  # of the way between the ends, for a column in which all areas are equal
    floor: Fraction | None = None  # scores below it count as it in the means of POSITIVE; none: they are refused
    decimals: int = 2  # of the published score; ranks are taken from it
    ties: Literal["competition", "dense"] = "competition"  # 1 2 2 4, or 1 2 2 3
    rewards: Rewards | None = None
    doubt: Doubt = Doubt()

    @property
    def package(self) -> str:
        """The name of its data package, which is a folder below ``data/``."""
        return f"league-{self.id}"
