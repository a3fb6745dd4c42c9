"""What a round of a league comes to, in sentences: who is first, how sure that is, who is rewarded."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.standing import LOW, SURE, Standing, Sureness

from .league_reasons import changed
from .league_round import Round
from .league_unseating import overtaken

UNFELT = 0.005  # places on average: a smaller shift would be written as none


def finding(one: Round) -> Markup:
    """Who is first, with what score, in how many runs still, and by how small a shift of weight no more alone."""
    voice, t = one.voice, one.voice.t
    first = [standing for standing in one.ranked if standing.rank == 1]
    if not first:
        return t("No area could be ranked in this edition.")
    parts = {"score": one.figure(first[0].area, "score"), "place": one.figure(first[0].area, "rank")}
    runs = voice.counted(one.league.doubt.runs)
    if len(first) == 1:
        said = t("{area} is {place} with {score}.", area=voice.area(first[0].area), **parts)
        return voice.passage([said, *still_first(one, first[0]), *overtaken(one)])
    said = t("{areas} share {place} with {score} each.", areas=voice.areas([each.area for each in first]), **parts)
    times = voice.listing(
        t("{area} in {times}", area=voice.area(each.area), times=voice.counted(_firsts(one, each)))
        for each in first[:3]
    )
    return voice.passage(
        [said, t("First in {runs} recalculations with other defensible choices: {areas}.", runs=runs, areas=times)]
    )


def still_first(one: Round, leader: Standing) -> Iterator[Markup]:
    """In how many runs the one that is first by the declared method is first, and who is so in more."""
    voice = one.voice
    if leader.area not in one.table.method.spreads:
        return
    yield voice.t(
        "It stays first in {times} of {runs} recalculations with other defensible choices of method and weights.",
        times=voice.counted(_firsts(one, leader)),
        runs=voice.counted(one.league.doubt.runs),
    )
    yield from _more_often(one, leader)


def _more_often(one: Round, leader: Standing) -> Iterator[Markup]:
    """Another area that is first in more runs than the one that is first by the declared method."""
    most = max(one.ranked, key=lambda standing: _firsts(one, standing))
    if _firsts(one, most) > _firsts(one, leader):
        times = one.voice.counted(_firsts(one, most))
        yield one.voice.t("{area} is first more often, in {times}.", area=one.voice.area(most.area), times=times)


def _firsts(one: Round, standing: Standing) -> int:
    return round(one.table.method.spreads[standing.area].places[0] * one.league.doubt.runs)


def besides(one: Round) -> Iterator[Markup]:
    """Who is rewarded, which ranks cannot be told apart, who moved most, who is not ranked."""
    voice, t = one.voice, one.voice.t
    if winners := [standing for standing in one.ranked if standing.award is not None]:
        yield t("Rewarded: {areas}.", areas=voice.listing(_winner(one, standing) for standing in winners))
    if one.ranked:
        yield apart(one, one.table.method)
    moved = sorted(one.table.changes.values(), key=lambda change: -abs(change.now - change.before))
    if moved and moved[0].now != moved[0].before:
        yield t("The largest move: {change}", change=changed(one, moved[0]))
    if one.unranked:
        yield t(
            "Not ranked, because figures are missing: {areas}.",
            areas=voice.areas([standing.area for standing in one.unranked]),
        )


def _winner(one: Round, standing: Standing) -> Markup:
    area, amount = one.voice.area(standing.area), one.figure(standing.area, "award")
    return one.voice.t("{area} ({amount})", area=area, amount=amount) if amount and standing.award else area


def apart(one: Round, sure: Sureness) -> Markup:
    """Which neighbours cannot be told apart."""
    groups = [group for group in sure.groups if len(group) > 1]
    if not groups:
        return one.voice.t("Every area can be told apart from the next.")
    names = one.voice.t("; ").join(one.group(group) for group in groups)
    return one.voice.t("Neighbours too close to tell apart: {groups}.", groups=names)


def how_sure(one: Round) -> Iterator[Markup]:
    """What the chart of ranges shows, and what roundings and revisions may do."""
    if one.ranked:
        yield _drawn(one)
        shift = _mean(one, one.table.method)
        yield one.voice.t("On average such a calculation moves an area by {shift} places.", shift=shift)
        yield _open(one, one.table.rounding)
        yield _revised(one, one.table.revisions)


def _drawn(one: Round) -> Markup:
    """How the ranges are come by."""
    cut, sure = (round(100 * share) for share in (LOW, SURE))
    counts = {"runs": one.league.doubt.runs, "cut": cut, "sure": sure}
    return one.voice.t(
        "The league was calculated {runs} times with other defensible choices of method and weights (see the method). "
        "A range leaves out the best and the worst {cut}% of the results. "
        "Two neighbours count as told apart if their order is the same in {sure}% of them.",
        **{name: one.voice.counted(count) for name, count in counts.items()},
    )


def _revised(one: Round, revisions: Sureness | None) -> Markup:
    t = one.voice.t
    if revisions is None:
        return t("What later revisions may do cannot be measured yet: there have been too few editions.")
    if revisions.shift < UNFELT:
        return t("Revisions as large as the past ones would hardly move a rank.")
    shift = _mean(one, revisions)
    return t("Revisions as large as the past ones would move an area by {shift} places on average.", shift=shift)


def _mean(one: Round, sure: Sureness) -> Markup:
    return one.number(sure.shift, 1 if sure.shift >= 0.1 else 2)


def _open(one: Round, rounding: Sureness) -> Markup:
    voice = one.voice
    open_ = [area for area, spread in rounding.spreads.items() if spread.low != spread.high]
    if not open_:
        return voice.t("No rank hangs on how the published figures were rounded.")
    return voice.t("The ranks of {areas} hang on how the published figures were rounded.", areas=voice.areas(open_))
