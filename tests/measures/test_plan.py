"""Completion of plans and the lead over the calendar."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.measures.plan import completion, lead
from generator.measures.result import Result, nothing, stated
from generator.model.period import Period

NINE_MONTHS = Period.parse("2022-01/2022-09")


@pytest.mark.parametrize(
    ("achieved", "target", "result"),
    [
        (stated(Decimal("53.9")), stated(160), stated(Decimal("33.6875"))),
        (stated(200), stated(160), stated(125)),
        (stated(0), stated(160), stated(0)),
        (stated(40), None, nothing("no_target")),
        (stated(40), stated(None), nothing("missing")),
        (stated(None), stated(160), nothing("missing")),
        (stated(40), stated(0), nothing("base_zero")),
        (stated(40), stated(-5), nothing("base_negative")),
        (stated(40), stated(160, "at_least"), Result(stated(25).value, bound="at_most")),
        (stated(40, "over"), stated(160), Result(stated(25).value, bound="at_least")),
        (stated(40, "over"), stated(160, "at_least"), Result(stated(25).value, bound="about")),
    ],
)
def test_completion(achieved: Result, target: Result | None, result: Result) -> None:
    assert completion(achieved, target) == result


@pytest.mark.parametrize(("done", "points"), [("80", "5"), ("75", "0"), ("60.5", "-14.5"), ("120", "45")])
def test_lead_over_three_quarters_of_the_year(done: str, points: str) -> None:
    assert lead(stated(Decimal(done)), NINE_MONTHS) == stated(Decimal(points))


def test_a_lead_keeps_bound_and_reason_of_the_completion() -> None:
    assert lead(completion(stated(40), stated(160, "at_least")), NINE_MONTHS).bound == "at_most"
    assert lead(completion(stated(40), None), NINE_MONTHS) == nothing("no_target")


@pytest.mark.parametrize("text", ["2022-Q3", "2022-09-30", "2021/2022", "undated"])
def test_only_a_year_to_date_is_held_against_the_calendar(text: str) -> None:
    assert lead(stated(80), Period.parse(text)) == nothing("not_year_to_date")
