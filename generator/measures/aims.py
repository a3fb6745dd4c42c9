"""Announced aims and whether they were met: on the last day of data of an edition, by what sources state until then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from generator.model.aim import STATES, Aim, State, Why
from generator.model.codes import AT_LEAST, AT_MOST, NOT_APPLICABLE, RELATIVE, TOTAL
from generator.model.figure import Figure
from generator.model.reference import Reference
from generator.model.text import Text

from .mechanism import Account
from .operands import alike, currency_factor

CUMULATED = frozenset({"quarter", "ytd", "year", "span"})  # bases of what is counted over a time
STRICT = frozenset({"over", "under"})  # what meets the number itself does not meet the bound

COUNTED = Text("按状态计数的目标", "aims in this state, counted")

Series = tuple[str, str, str, str]  # subject, concept, measure, breakdown


@dataclass(frozen=True, slots=True)
class Known:
    """What is stated of the same thing as an aim, in the times before and at its due date."""

    final: Figure | None  # at the due date, over the same time
    newest: Figure | None  # on the way


def by_concept(figures: Mapping[str, Figure]) -> dict[str, dict[str, Figure]]:
    """The figures apart for each indicator that has a target: aims of one look at no other."""
    found: dict[str, dict[str, Figure]] = {
        figure.key.concept: {} for figure in figures.values() if figure.key.kind == "target"
    }
    for name, figure in figures.items():
        if (some := found.get(figure.key.concept)) is not None:
            some[name] = figure
    return found


def aims(figures: Mapping[str, Figure], reference: Reference, today: date) -> tuple[Aim, ...]:
    """Every target among ``figures``, in their order, with its state at the end of ``today``.

    - A result is of the same area, indicator, measure and part. At the due date it is that of the target's own period,
      or the state on its last day; planned values are none.
    - More is better of "at least" and "over", less of "at most" and "under"; else the indicator says which.
    - Of a range its nearer end is the aim: one of "1 to 2" is met.
    - A bounded result counts where it is certain: "over 20" meets 20, "at most 20" does not miss it.
    - What only grows through the year meets its aim as soon as it reaches it; a rate or a state may fall back, so
      before the due date it decides nothing.
    - Past the due date without a result, undated, of another definition or unit: cannot be judged, with the reason.

    Example: 12 projects for 2023 and 13 by the end of June: met early; a landing rate of 55 % of 50 %: open.
    """
    results = _results(figures)
    return tuple(_aim(one, results, figures, reference, today) for one in figures.values() if one.key.kind == "target")


def tallies(judged: Iterable[Aim], reference: Reference, edition: str) -> dict[str, Figure]:
    """How many aims of each mechanism with the view ``targets`` are in each state, as figures by id."""
    judged, found = tuple(judged), {}
    for mechanism in reference.mechanisms.values():
        if mechanism.core and mechanism.view == "targets":
            account = Account(mechanism.id, mechanism.area, edition, reference.units)
            own = [one for one in judged if one.of(mechanism, reference)]
            for state in STATES:
                number = sum(one.state == state for one in own)
                figure = account.figure(state, TOTAL, number, "aims", COUNTED)
                found[figure.id] = figure
    return found


def _results(figures: Mapping[str, Figure]) -> dict[Series, list[Figure]]:
    """What is stated of whatever has a target, oldest first."""
    found: dict[Series, list[Figure]] = {_series(one): [] for one in figures.values() if one.key.kind == "target"}
    for one in figures.values():
        result = one.key.kind == "obs" and one.key.peers == NOT_APPLICABLE and one.status != "F" and one.period.dated
        if result and (series := found.get(_series(one))) is not None:
            series.append(one)
    for series in found.values():
        series.sort(key=lambda one: one.period.sort_key)
    return found


def _series(figure: Figure) -> Series:
    key = figure.key
    return key.subject, key.concept, key.measure, key.breakdown


def _aim(
    target: Figure,
    results: Mapping[Series, list[Figure]],
    figures: Mapping[str, Figure],
    reference: Reference,
    today: date,
) -> Aim:
    known = _known(target, results[_series(target)], reference)
    state, why = _state(target, known, reference, today)
    result = known.final or known.newest
    return Aim(target, result, state, why, _beside(result, "completion", figures), _beside(result, "lead", figures))


def _beside(result: Figure | None, measure: str, figures: Mapping[str, Figure]) -> Figure | None:
    """Another measure of the same thing in the same time, if it has a value."""
    if result is None or result.key.measure != "level":
        return None
    found = figures.get(result.key._replace(measure=measure).id)
    return None if found is None or found.missing else found


def _known(target: Figure, results: Iterable[Figure], reference: Reference) -> Known:
    due, final, newest = target.period, None, None
    state = reference.indicators[target.key.concept].basis == "as_of"
    for one in results:
        if due.last is None or one.period.last is None or one.period.last > due.last:
            continue
        if one.period == due or (one.period.last == due.last and (state or one.period.first == due.first)):
            final = one
        elif not one.missing and (state or one.period.first == due.first):
            newest = one
    return Known(final, newest)


def _state(target: Figure, known: Known, reference: Reference, today: date) -> tuple[State, Why]:
    due = target.period.last
    if due is None:
        return "unjudged", "undated"
    if known.final is not None:
        return _judged(target, known.final, reference)
    part = _judged(target, known.newest, reference)[0] if known.newest else "open"
    if part == "met" and _only_grows(target, reference):
        return "met", "early"
    if due > today:
        return "open", "so_far" if part == "met" else ""
    return "unjudged", "not_at_due" if known.newest else "no_result"


def _only_grows(target: Figure, reference: Reference) -> bool:
    """Is more of it better, and is it counted from the start of its time on?"""
    counted = reference.indicators[target.key.concept].basis in CUMULATED and target.unit.kind not in RELATIVE
    return counted and target.key.measure == "level" and _direction(target, reference) == "up"


def _direction(target: Figure, reference: Reference) -> str:
    if target.bound in AT_LEAST:
        return "up"
    return "down" if target.bound in AT_MOST else reference.indicators[target.key.concept].direction


def _judged(target: Figure, result: Figure, reference: Reference) -> tuple[State, Why]:
    """The verdict of a result at the due date."""
    if result.missing or target.value is None or result.value is None:
        return "unjudged", "no_value"
    if result.status == "D":
        return "unjudged", "definition"
    if not alike(target.unit, result.unit):
        return "unjudged", "unit"
    direction = _direction(target, reference)
    low, high = _within(result)
    least, most = _in_base(target, target.value), _in_base(target, target.upper)
    if direction == "none":
        return ("met", "") if low == least == high == most else ("unjudged", "no_direction")
    sign = 1 if direction == "up" else -1
    worst, best, aim = (low, high, least) if sign > 0 else (high, low, most)
    strict, beyond = target.bound in STRICT, result.bound in STRICT
    if worst is not None and (sign * worst > sign * aim or (worst == aim and (beyond or not strict))):
        return "met", ""
    missed = best is not None and (sign * best < sign * aim or (best == aim and (strict or beyond)))
    return ("missed", "") if missed and target.bound != "about" else ("unjudged", "inexact")


def _within(result: Figure) -> tuple[Fraction | None, Fraction | None]:
    """Between what the result certainly lies; None is unbounded. Of "about" nothing is certain."""
    value = _in_base(result, result.value) if result.value is not None else None
    if value is None or result.bound == "about":
        return None, None
    return (None if result.bound in AT_MOST else value), (
        None if result.bound in AT_LEAST else _in_base(result, result.upper)
    )


def _in_base(figure: Figure, value: object) -> Fraction:
    return Fraction(str(value)) * currency_factor(figure.unit)
