"""Aims against results; every verdict was worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from generator.measures.aims import aims
from generator.model.codes import NOT_APPLICABLE, TOTAL, Basis, Bound, Status
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Indicator, Reference, Unit
from generator.model.statement import Key
from generator.model.text import Text

PROJECTS = Unit("projects", Text(), "", "count", "", None)
PER_CENT = Unit("pct", Text(), "", "rate", "", None)
WAN, YI = (Unit(f"cny{factor}", Text(), "", "money", "CNY", Fraction(factor)) for factor in (10**4, 10**8))
MID_2023, END_2023 = date(2023, 6, 30), date(2023, 12, 31)


def reference(basis: Basis = "ytd", direction: str = "up") -> Reference:
    made = Indicator("i", Text(), "t", "projects", 0, basis, direction, "none", False, Text(), Text(), "")
    return Reference(indicators={"i": made})


def figure(
    kind: str, value: str | None, period: str = "2023", bound: Bound = "exact", *,
    unit: Unit = PROJECTS, high: str | None = None, status: Status = "A", measure: str = "level",
) -> Figure:  # fmt: skip
    key = Key(kind, "1", "i", measure, TOTAL, NOT_APPLICABLE, Period.parse(period))
    numbers = [None if one is None else Decimal(one) for one in (value, high)]
    return Figure(key.id, key, numbers[0], numbers[1], unit, status, bound, "2023-Q2", "s", "", Text())


def verdict(target: Figure, *results: Figure, today: date = END_2023, **declared: Any) -> tuple[str, str]:
    (one,) = aims({figure.id: figure for figure in (target, *results)}, reference(**declared), today)
    return one.state, one.why


@pytest.mark.parametrize(
    ("aim", "result", "expected"),
    [
        (("12", "exact"), ("12", "exact"), "met"),
        (("12", "exact"), ("11", "exact"), "missed"),
        (("12", "at_least"), ("12", "exact"), "met"),
        (("2500", "over"), ("2500", "exact"), "missed"),  # just so much is not over
        (("2500", "over"), ("2500", "over"), "met"),
        (("2500", "over"), ("2500", "at_least"), "unjudged"),  # it may be just so much
        (("20", "at_least"), ("15", "over"), "unjudged"),
        (("20", "at_least"), ("20", "under"), "missed"),
        (("20", "at_least"), ("19", "at_most"), "missed"),
        (("20", "exact"), ("25", "about"), "unjudged"),
        (("20", "about"), ("20", "exact"), "met"),
        (("20", "about"), ("19", "exact"), "unjudged"),
        (("30", "at_most"), ("30", "exact"), "met"),  # the bound says that less is better
        (("30", "at_most"), ("31", "exact"), "missed"),
        (("30", "at_most"), ("30", "at_most"), "met"),
    ],
)
def test_bounds_count_as_they_are_worded(aim: tuple[str, Bound], result: tuple[str, Bound], expected: str) -> None:
    state, why = verdict(figure("target", aim[0], bound=aim[1]), figure("obs", result[0], bound=result[1]))
    assert (state, why) == (expected, "inexact" if expected == "unjudged" else "")


def test_of_a_range_the_nearer_end_is_the_aim() -> None:
    assert verdict(figure("target", "1", high="2"), figure("obs", "1")) == ("met", "")
    assert verdict(figure("target", "1", high="2"), figure("obs", "2"), direction="down") == ("met", "")
    assert verdict(figure("target", "5", high="6"), figure("obs", "4")) == ("missed", "")


def test_what_only_grows_is_met_early_and_a_rate_is_not() -> None:
    half = figure("obs", "13", "2023-H1")
    assert verdict(figure("target", "12"), half, today=MID_2023) == ("met", "early")
    assert verdict(figure("target", "14"), half, today=MID_2023) == ("open", "")
    rates = figure("target", "50", unit=PER_CENT), figure("obs", "55", "2023-H1", unit=PER_CENT)
    assert verdict(*rates, today=MID_2023) == ("open", "so_far")
    assert verdict(*rates, today=END_2023.replace(year=2024)) == ("unjudged", "not_at_due")


def test_a_state_is_judged_on_the_last_day() -> None:
    assert verdict(figure("target", "12"), figure("obs", "12", "2023-12-31"), basis="as_of") == ("met", "")
    early = figure("obs", "12", "2023-08-14")
    assert verdict(figure("target", "12"), early, basis="as_of", today=date(2024, 1, 1)) == ("unjudged", "not_at_due")


@pytest.mark.parametrize(
    ("target", "results", "expected"),
    [
        (figure("target", "12", "undated"), (figure("obs", "12"),), ("unjudged", "undated")),
        (figure("target", "12", "2022"), (), ("unjudged", "no_result")),
        (figure("target", "12", "2024"), (figure("obs", "12"),), ("open", "")),  # a result of the year before is none
        (figure("target", "12"), (figure("obs", None, status="O"),), ("unjudged", "no_value")),
        (figure("target", "12"), (figure("obs", "20", status="D"),), ("unjudged", "definition")),
        (figure("target", "12", "2022"), (figure("obs", "20", "2022", status="F"),), ("unjudged", "no_result")),
        (figure("target", "12"), (figure("obs", "20", unit=YI),), ("unjudged", "unit")),
        (figure("target", "1.2", unit=YI), (figure("obs", "12000", unit=WAN),), ("met", "")),
        (figure("target", "12", "2022"), (figure("obs", "20", "2022", measure="share"),), ("unjudged", "no_result")),
    ],
)
def test_what_cannot_be_judged_says_why(target: Figure, results: tuple[Figure, ...], expected: tuple[str, str]) -> None:
    assert verdict(target, *results) == expected


def test_where_neither_is_better_only_the_very_number_meets_an_aim() -> None:
    assert verdict(figure("target", "12"), figure("obs", "12"), direction="none") == ("met", "")
    assert verdict(figure("target", "12"), figure("obs", "13"), direction="none") == ("unjudged", "no_direction")
