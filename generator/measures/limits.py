"""Time limits (时限): what was promised against how long it took, as far as the published figures tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.model.codes import NOT_ABOVE, NOT_BELOW, TOTAL
from generator.model.figure import Figure
from generator.model.limit import Limit
from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.reference import Reference


def limits(reference: Reference, figures: Mapping[str, Figure]) -> dict[str, tuple[Limit, ...]]:
    """By mechanism of the view ``service`` the limits of its figures, in the order of ``figures``.

    - The mechanism's parameter ``limit`` holds for the total of its first indicator that counts time.
    - Other figures, such as the steps of a way, stand under the target on the same indicator, area and part whose
      period covers theirs; without one, under no limit.
    """
    served = [one for one in reference.mechanisms.values() if one.view == "service"]
    timed = {name for one in served for name in _timed(reference, one)}
    if not timed:
        return {}
    stated = [figure for figure in figures.values() if figure.key.concept in timed and figure.key.measure == "level"]
    return {one.id: tuple(_of(reference, one, stated)) for one in served} if stated else {}


def kept(figure: Figure, most: Decimal) -> bool | None:
    """Whether the time is within ``most``, the limit itself included; None where it has no value or its bound leaves
    that open.

    Example: of 30 days "at most 30" is kept, "about 28" and "at least 20" are open, "at least 31" is not kept.
    """
    low, high = figure.value, figure.upper
    if low is None or high is None:
        return None
    if high <= most and figure.bound in NOT_ABOVE:
        return True
    over = low > most or (low == most and figure.bound == "over")
    return False if over and figure.bound in NOT_BELOW else None


def _timed(reference: Reference, mechanism: Mechanism) -> list[str]:
    """The indicators of the mechanism that count time, in its order."""
    indicators, units = reference.indicators, reference.units
    return [name for name in mechanism.indicators if name in indicators and units[indicators[name].unit].kind == "time"]


def _of(reference: Reference, mechanism: Mechanism, stated: Iterable[Figure]) -> Iterator[Limit]:
    timed, rule = _timed(reference, mechanism), mechanism.thresholds.get("limit")
    own = [one for one in stated if one.key.concept in timed and reference.lies_in(one.key.subject, mechanism.area)]
    aims: dict[tuple[object, ...], list[Figure]] = {}
    for figure in own:
        if figure.key.kind == "target" and figure.value is not None:
            aims.setdefault(figure.key[1:5], []).append(figure)
    for figure in own:
        if figure.key.kind != "obs" or figure.missing:
            continue
        aim = next((one for one in aims.get(figure.key[1:5], ()) if _covers(one.period, figure.period)), None)
        if rule is not None and figure.key.concept == timed[0] and figure.key.breakdown == TOTAL:
            yield Limit(figure.id, rule, "", kept(figure, rule))
        elif aim and aim.upper is not None:
            yield Limit(figure.id, aim.upper, aim.id, kept(figure, aim.upper))


def _covers(span: Period, period: Period) -> bool:
    """True if ``period`` lies in the span for which a target is set; an undated one is set for good."""
    if not (span.dated and period.dated):
        return not span.dated
    (last, first), (until, since) = span.sort_key, period.sort_key
    return first <= since and until <= last
