"""Time limits (时限): what was promised against how long it took, as far as the published figures tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.model.codes import TOTAL, Bound
from generator.model.figure import Figure
from generator.model.limit import Limit
from generator.model.mechanism import Mechanism
from generator.model.reference import Reference

_NOT_ABOVE: frozenset[Bound] = frozenset({"exact", "at_most", "under"})
_NOT_BELOW: frozenset[Bound] = frozenset({"exact", "at_least", "over"})


def limits(reference: Reference, figures: Mapping[str, Figure]) -> dict[str, tuple[Limit, ...]]:
    """By mechanism of the view ``service`` the limits of its figures, in the order of ``figures``.

    - A target on the same indicator, area and part whose period covers the figure's is its limit.
    - Without one, the mechanism's parameter ``limit`` holds for the total of its first indicator that counts time: the
      steps of a way have limits of their own or none. Other figures stand under no limit.
    """
    served = [one for one in reference.mechanisms.values() if one.view == "service"]
    timed = {name for one in served for name in _timed(reference, one)}
    stated = [figure for figure in figures.values() if figure.key.concept in timed and figure.key.measure == "level"]
    return {one.id: tuple(_of(reference, one, stated)) for one in served} if stated else {}


def kept(figure: Figure, most: Decimal) -> bool | None:
    """Whether the time is within ``most``, the limit itself included; None where it has no value or its bound leaves
    that open.

    Example: of 30 days "at most 30" is kept, "about 28" and "at least 20" are open, "at least 31" is not kept.
    """
    low, high = figure.value, figure.value if figure.value_high is None else figure.value_high
    if low is None or high is None:
        return None
    if high <= most and figure.bound in _NOT_ABOVE:
        return True
    over = low > most or (low == most and figure.bound == "over")
    return False if over and figure.bound in _NOT_BELOW else None


def _timed(reference: Reference, mechanism: Mechanism) -> list[str]:
    """The indicators of the mechanism that count time, in its order."""
    indicators, units = reference.indicators, reference.units
    return [name for name in mechanism.indicators if name in indicators and units[indicators[name].unit].kind == "time"]


def _of(reference: Reference, mechanism: Mechanism, stated: Iterable[Figure]) -> Iterator[Limit]:
    timed, rule = _timed(reference, mechanism), mechanism.thresholds.get("limit")
    own = [one for one in stated if one.key.concept in timed and reference.lies_in(one.key.subject, mechanism.area)]
    aims = [figure for figure in own if figure.key.kind == "target" and figure.value is not None]
    for figure in own:
        if figure.key.kind != "obs" or figure.missing:
            continue
        aim = next((one for one in aims if _covers(one, figure)), None)
        if aim and aim.value is not None:
            most = aim.value if aim.value_high is None else aim.value_high
            yield Limit(figure.id, most, aim.id, kept(figure, most))
        elif rule is not None and figure.key.concept == timed[0] and figure.key.breakdown == TOTAL:
            yield Limit(figure.id, rule, "", kept(figure, rule))


def _covers(aim: Figure, figure: Figure) -> bool:
    """True if the target is set for what the figure measures, in a span that the figure's lies in."""
    same = aim.key.subject == figure.key.subject and aim.key[2:5] == figure.key[2:5]  # of concept, measure and part
    if not (same and aim.period.dated and figure.period.dated):
        return same and not aim.period.dated
    (aim_last, aim_first), (last, first) = aim.period.sort_key, figure.period.sort_key
    return aim_first <= first and last <= aim_last
