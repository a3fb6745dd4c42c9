"""Each choice that a league declares, in words and formulas."""

from __future__ import annotations

from fractions import Fraction

from markupsafe import Markup

from generator.model.league import Aggregation, Normalisation, Outliers

from .league_round import Round
from .wording import numbers


def exact(value: Fraction) -> Markup:
    """A fraction as it was declared: a decimal if it is one."""
    text = f"{float(value):g}" if float(value) == value else str(value)
    return Markup('<data value="{0}">{1}</data>').format(text, text.replace("-", numbers.MINUS))


def normalised(one: Round, rule: Normalisation) -> Markup:
    t, (low, high) = one.voice.t, rule.onto
    span = high if rule.kind == "z" else high - low
    scale = exact(span) if not low else Markup("{} + {}").format(exact(low), exact(span))
    said = [Markup('<span class="formula">{}</span>').format(_formula(one, rule.kind, scale))]
    if rule.cap:
        said.append(t("A score beyond the ends counts as the end."))
    if rule.kind == "z":
        divisor = t("the number of areas less one") if rule.ddof else t("the number of areas")
        said.append(t("The squares are divided by {divisor}.", divisor=divisor))
    return one.voice.passage(said)


def _formula(one: Round, kind: str, scale: Markup) -> Markup:
    t = one.voice.t
    return {
        "min-max": t(
            "score = {scale} × (value − worst of the peers) ÷ (best of the peers − worst of the peers)", scale=scale
        ),
        "goalposts": t(
            "score = {scale} × (value − unacceptable value) ÷ (satisfactory value − unacceptable value)", scale=scale
        ),
        "target": t("score = {scale} × (value − worst of the peers) ÷ (target − worst of the peers)", scale=scale),
        "completion": t(
            "score = {scale} × value ÷ target; where less is better, {scale} × (2 − value ÷ target)", scale=scale
        ),
        "rank": t("score = {scale} × the share of the other areas that it beats; a tie counts half", scale=scale),
        "z": t("score = {scale} × (value − mean of the peers) ÷ their standard deviation", scale=scale),
        "raw": t("score = the value itself, with its sign turned where less is better"),
    }[kind]


def _kind(one: Round, rule: Normalisation) -> Markup:
    t = one.voice.t
    return {
        "min-max": t("between the worst and the best of the peers"),
        "goalposts": t("between goalposts"),
        "target": t("towards a target"),
        "completion": t("share of a target"),
        "rank": t("by ranks"),
        "z": t("in standard deviations"),
        "raw": t("the values themselves"),
    }[rule.kind]


def outliers(one: Round, rule: Outliers) -> Markup:
    t = one.voice.t
    return {
        "none": t("nothing is done to them"),
        "winsorise": one.voice.n(
            "the lowest {count} value counts as the next one, and so does the highest {count}",
            "the lowest {count} values count as the next one, and so do the highest {count}",
            rule.most,
        ),
        "log": t("logarithms of all values, counted from the smallest"),
        "coinr": t(
            "of a long-tailed indicator only: up to {most} values at the long end drawn in, else logarithms",
            most=one.voice.counted(rule.most),
        ),
    }[rule.kind]


def aggregated(one: Round, kind: Aggregation) -> Markup:
    t = one.voice.t
    return {
        "arithmetic": t("weighted mean: the sum of weight × score"),
        "geometric": t(
            "weighted geometric mean: the product of score to the power of weight; a weak spot is not made good"
        ),
        "harmonic": t("weighted harmonic mean: one by the sum of weight ÷ score"),
        "mpi": t("weighted mean less variance ÷ mean, so that uneven scores cost"),
        "mpi_plus": t("weighted mean plus variance ÷ mean, so that uneven scores count more"),
        "median": t("weighted median"),
        "borda": t("weighted mean of the number of areas beaten (Borda)"),
    }[kind]


def missing(one: Round) -> Markup:
    t, share = one.voice.t, one.percent(one.league.threshold)
    return {
        "exclude": t("An area without a figure for every indicator is not ranked."),
        "renormalise": t(
            "The weight of a missing figure goes to the others of its block. "
            "With less than {share} of the weight an area is not ranked.",
            share=share,
        ),
        "zero": t(
            "A missing figure scores nothing; with less than {share} of the weight an area is not ranked.", share=share
        ),
    }[one.league.missing]


def ranks(one: Round) -> Markup:
    t, places = one.voice.t, one.voice.counted(one.league.decimals)
    said = t("Taken from the published score, rounded half to even to {places} decimals.", places=places)
    shared = {
        "competition": t("Equal scores share a rank, and the next ranks are left out."),
        "dense": t("Equal scores share a rank, and the next rank follows."),
    }[one.league.ties]
    return one.voice.passage([said, shared])


def rewards(one: Round) -> Markup:
    t, rewards = one.voice.t, one.league.rewards
    if rewards is None:
        return Markup("")
    unit = one.volume.tables.reference.units.get(one.contest.unit)
    name = one.voice.say(unit.name) if unit else ""
    said = [
        one.voice.n("The first {count} place is rewarded.", "The first {count} places are rewarded.", rewards.places)
    ]
    if rewards.amounts:
        amounts = one.voice.listing(one.number(amount, 0) for amount in rewards.amounts)
        said.append(t("Amounts: {amounts} ({unit}).", amounts=amounts, unit=name))
    said.append(_cutoff(one, rewards.cutoff))
    if rewards.budget is not None:
        budget = one.number(rewards.budget, 0)
        said.append(t("Above {budget} ({unit}) in all, the amounts are cut in proportion.", budget=budget, unit=name))
    return one.voice.passage(said)


def _cutoff(one: Round, rule: str) -> Markup:
    """What becomes of a reward for whose last place several areas tie."""
    t = one.voice.t
    return {
        "share": t("Areas that tie share what is left for their places."),
        "all": t("Areas that tie at the last place all win, each the full amount."),
        "none": t("If areas tie across the last place, none of them wins."),
    }[rule]


def doubt(one: Round) -> Markup:
    t, doubt, comma = one.voice.t, one.league.doubt, one.voice.listing
    said = [t("Every weight is drawn up to {spread} higher or lower.", spread=one.percent(doubt.spread))]
    if doubt.normalisations:
        said.append(t("Scores also: {choices}.", choices=comma(_kind(one, rule) for rule in doubt.normalisations)))
    if doubt.outliers:
        said.append(t("Outliers also: {choices}.", choices=comma(outliers(one, rule) for rule in doubt.outliers)))
    if doubt.aggregations:
        said.append(
            t("The whole score also: {choices}.", choices=comma(aggregated(one, kind) for kind in doubt.aggregations))
        )
    said.append(
        t(
            "{runs} calculations, each choice with equal chance, random numbers from seed {seed}.",
            runs=one.voice.counted(doubt.runs),
            seed=one.voice.counted(doubt.seed),
        )
    )
    return one.voice.passage(said)
