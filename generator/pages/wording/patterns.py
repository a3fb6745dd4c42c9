"""What a sentence says of a figure: a rise, a rank, a level ... chosen by what is measured and how it is known."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from generator.model.figure import Figure

# Sums and areas are told as counts are: in Chinese the number follows its name without a verb, as in the communiqués of
# the National Bureau of Statistics. A name may be an action: 减轻企业负担14.99亿元, never 减轻企业负担为14.99亿元.
AMOUNTS = frozenset({"money", "area"})

Say = Callable[..., Markup]
Pattern = Callable[[Say, dict[str, object]], Markup]


def pattern(figure: Figure) -> Pattern:
    """The sentence for ``figure``, still without its parts."""
    if figure.missing:
        return lambda t, p: t("No figure was published for {indicator} in {area} {period}.", **p)
    if figure.key.kind == "target":
        return lambda t, p: t("Target of {area} for {indicator} {period}: {value}.", **p)
    if said_below(figure):
        return _BELOW_ZERO[figure.key.measure]
    value = figure.value or 0
    if figure.status == "F" and figure.key.measure != "level":
        return lambda t, p: t("For {indicator} in {area} {period}, {measure} is planned or expected at {value}.", **p)
    if figure.key.measure == "growth_yoy":
        return _growth(value)
    if figure.key.measure == "growth_gap" and value < 0:
        return lambda t, p: t("Growth of {indicator} in {area} {period} was {value} from that of {peers}.", **p)
    if figure.key.measure == "level":
        return _level(figure)
    return _BY_MEASURE.get(figure.key.measure, _other)


def said_below(figure: Figure) -> bool:
    """True if the sentence says in words that the figure is below zero, and the number therefore has no minus.

    Only of a value as stated: "at least −3%" would have to turn round. Nor of a share of growth below zero, which no
    more lowers growth by as many per cent.
    """
    key, points = figure.key, figure.unit.kind == "points"
    if key.kind == "target" or figure.status == "F" or not figure.single or (figure.value or 0) >= 0:
        return False
    return key.measure in _BELOW_ZERO and (points or key.measure != "contribution")


def _level(figure: Figure) -> Pattern:
    if figure.status == "F":
        return lambda t, p: t("{indicator} in {area} {period} is planned or expected at {value}.", **p)
    if figure.unit.kind == "count":
        return counted
    if figure.bound != "exact":
        return lambda t, p: t("{indicator} in {area} {period} was {value}.", **p)
    if figure.unit.kind in AMOUNTS and (figure.value or 0) >= 0:  # a minus sign needs a verb before it
        return lambda t, p: t("{indicator} in {area} {period} amounted to {value}.", **p)
    return lambda t, p: t("{indicator} in {area} {period} stood at {value}.", **p)


def counted(t: Say, p: dict[str, object]) -> Markup:
    """The sentence for a count, which in English names the unit itself."""
    return t("{indicator} in {area} {period} numbered {value}.", **p)


def _other(t: Say, p: dict[str, object]) -> Markup:
    return t("For {indicator} in {area} {period}, {measure} was {value}.", **p)


def _growth(value: object) -> Pattern:
    if value == 0:
        return lambda t, p: t("{indicator} in {area} {period} was unchanged on the year before ({value}).", **p)
    if str(value).startswith("-"):
        return lambda t, p: t("{indicator} in {area} {period} changed by {value} year on year.", **p)
    return lambda t, p: t("{indicator} in {area} rose {value} year on year {period}.", **p)


_BELOW_ZERO: dict[str, Pattern] = {
    "growth_yoy": lambda t, p: t("{indicator} in {area} fell {value} year on year {period}.", **p),
    "growth_gap": lambda t, p: t("Growth of {indicator} in {area} {period} was {value} below {peers}.", **p),
    "contribution": lambda t, p: t("{indicator} in {area} lowered growth by {value} {period}.", **p),
}
_BY_MEASURE: dict[str, Pattern] = {
    "growth_multiple": lambda t, p: t("{indicator} in {area} grew by {value} year on year {period}.", **p),
    "growth_gap": lambda t, p: t("Growth of {indicator} in {area} {period} was {value} above {peers}.", **p),
    "share": lambda t, p: t("The share of {indicator} in {area} {period} was {value}.", **p),
    "contribution": lambda t, p: t("{indicator} in {area} contributed {value} to growth {period}.", **p),
    "completion": lambda t, p: t("{area} completed {value} of its annual plan for {indicator} {period}.", **p),
    "rank": lambda t, p: t("{area} ranked {value} among {peers} in {indicator} {period}.", **p),
    "rank_level": lambda t, p: t("{area} ranked {value} among {peers} by {indicator} {period}.", **p),
    "rank_growth_yoy": lambda t, p: t("{area} ranked {value} among {peers} by growth of {indicator} {period}.", **p),
}
