"""The method of a league in words and formulas, as it is declared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from generator.model.league import Block, Item

from . import league_choices as choices
from .league_round import Round
from .render import block

Fact = tuple[Markup, Markup]  # what it is about, and the rule


@dataclass(frozen=True, slots=True)
class Weighed:
    """A member of the league in the table of weights; ``depth``: blocks around it below the whole."""

    name: Markup
    indicator: str  # blank: a block
    depth: int
    weight: Fraction  # in its block
    share: Fraction  # of the whole
    rule: Markup  # of a block how its members are put together, of an indicator which way is better and its goalposts


def method(one: Round) -> str:
    """The block: facts in the order in which a score comes about, and the table of weights."""
    return block(
        "league_method", one.voice, one=one, facts=list(_facts(one)), weighed=list(_weighed(one, one.league.root))
    )


def _facts(one: Round) -> Iterator[Fact]:
    t, league = one.voice.t, one.league
    count = one.voice.n("{count} area", "{count} areas", len(league.peers))
    yield t("Who takes part"), t("{peers}: {count}", peers=one.peers, count=count)
    yield t("From values to scores"), choices.normalised(one, league.normalisation)
    yield t("Outliers"), choices.outliers(one, league.outliers)
    yield t("The whole score"), choices.aggregated(one, league.root.aggregation)
    if league.floor is not None:
        yield (
            t("Lowest score"),
            t("A score below {floor} counts as {floor} in these means.", floor=choices.exact(league.floor)),
        )
    yield (
        t("Equal values"),
        t("If all areas have the same value, each scores {share} of the way.", share=one.percent(league.constant)),
    )
    yield t("Missing figures"), choices.missing(one)
    yield t("Ranks"), choices.ranks(one)
    if league.rewards:
        yield t("Rewards"), choices.rewards(one)
    yield t("How firm ranks are"), choices.doubt(one)


def _weighed(one: Round, whole: Block, share: Fraction = Fraction(1), depth: int = 0) -> Iterator[Weighed]:
    for member in whole.members:
        own = share * member.weight
        if isinstance(member, Item):
            indicator = one.contest.series[member.id].indicator
            yield Weighed(one.head(member.id), indicator, depth, member.weight, own, _item_rule(one, member))
        else:
            yield Weighed(
                one.member(member), "", depth, member.weight, own, choices.aggregated(one, member.aggregation)
            )
            yield from _weighed(one, member, own, depth + 1)


def _item_rule(one: Round, item: Item) -> Markup:
    t, said = one.voice.t, [one.voice.direction(item.direction)]
    if item.worst is not None:
        said.append(t("unacceptable {value}", value=choices.exact(Fraction(item.worst))))
    if item.best is not None:
        target = one.league.normalisation.kind in {"target", "completion"}
        value = choices.exact(Fraction(item.best))
        said.append(t("target {value}", value=value) if target else t("satisfactory {value}", value=value))
    if item.log:
        said.append(t("its logarithm is taken first"))
    return t("; ").join(said)
