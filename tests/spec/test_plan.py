"""Completion and time: Wenzhou in the first quarter of 2023 (qwitaly.com, 36109)."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.plan import lead
from generator.measures.result import stated
from generator.model.period import Period


def test_a_third_of_the_plan_in_a_quarter_of_the_year_is_ahead_in_percentage_points() -> None:
    done = stated(Decimal("32.63"))
    assert lead(done, Period.parse("2023-Q1")) == stated(Decimal("7.63"))
