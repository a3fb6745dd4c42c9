"""From years to date to a month: the National Bureau of Statistics on investment in fixed assets in 2021."""

from __future__ import annotations

from generator.measures.cumulative import Flow, discrete
from generator.measures.result import stated
from generator.model.period import Period

HALF = Flow(Period.parse("2021-H1"), stated(255_900), "2021-Q2")
SEVEN = Flow(Period.parse("2021-01/2021-07"), stated(302_533), "2021-Q2")
JULY = Flow(Period.parse("2021-07"), stated(46_633), "2021-Q2")


def test_seven_months_less_six_are_july() -> None:
    assert discrete(SEVEN, HALF) == JULY
