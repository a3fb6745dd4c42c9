"""Time limits: which figure stands under which limit, and when nobody can tell whether it was kept."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.measures.limits import kept, limits
from generator.model.codes import NOT_APPLICABLE, TOTAL, Bound
from generator.model.figure import Figure
from generator.model.limit import Limit
from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.reference import Area, Indicator, Reference, Unit
from generator.model.statement import Key
from generator.model.text import Text

DAYS = Unit("days", Text("天", "days"), "day", "time", "", None)
COUNT = Unit("firms", Text("家", "firms"), "firm", "count", "", None)


def figure(
    value: str | None, bound: Bound = "exact", *, high: str | None = None, kind: str = "obs", what: str = "approval",
    part: str = TOTAL, area: str = "10", period: str = "2026-Q2",
) -> Figure:  # fmt: skip
    key = Key(kind, area, what, "level", part, "" if kind == "target" else NOT_APPLICABLE, Period.parse(period))
    number, upper = (None if text is None else Decimal(text) for text in (value, high))
    return Figure(key.id, key, number, upper, DAYS, "A" if value else "O", bound, "2026-Q2", "s", "", Text())


@pytest.mark.parametrize(
    ("bound", "value", "high", "expected"),
    [
        ("exact", "30", None, True),  # the limit itself is within it
        ("exact", "31", None, False),
        ("at_most", "30", None, True),
        ("at_most", "35", None, None),  # it may have been 20
        ("under", "31", None, None),
        ("at_least", "20", None, None),
        ("at_least", "31", None, False),
        ("over", "30", None, False),
        ("at_least", "30", None, None),  # thirty, or more
        ("about", "28", None, None),
        ("exact", "20", "30", True),
        ("exact", "25", "40", None),
        ("exact", None, None, None),
    ],
)
def test_a_bound_may_leave_open_whether_a_limit_was_kept(
    bound: Bound, value: str | None, high: str | None, expected: bool | None
) -> None:
    assert kept(figure(value, bound, high=high), Decimal(30)) is expected


def test_the_rule_limits_the_whole_and_targets_limit_the_steps() -> None:
    """The rule says 30 days in all. The review has an aim of 10 for 2026; what the permit takes nobody limits, nor
    what is measured in another place or in the year before."""
    drawing = figure("12", part="review")
    aim = figure("10", "at_most", kind="target", part="review", period="2026")
    old = figure("9", part="review", period="2025-Q4")
    others = (figure("5", part="permit"), figure("40", area="20"), figure("7", what="visits"), old)
    figures = {one.id: one for one in (figure("28"), drawing, aim, *others)}
    assert limits(reference(), figures) == {
        "approvals": (
            Limit("obs.10.approval.level._T._Z.2026-Q2", Decimal(30), "", True),
            Limit(drawing.id, Decimal(10), aim.id, False),
        )
    }
    assert limits(replace(reference(), mechanisms={}), figures) == {}


def reference() -> Reference:
    def indicator(name: str, unit: str) -> Indicator:
        return Indicator(name, Text(), "t", unit, 0, "quarter", "down", "none", False, Text(), Text(), "")

    return Reference(
        areas={code: Area(code, Text(), "county", "", None, None, "", "", None) for code in ("10", "20")},
        indicators={"visits": indicator("visits", "firms"), "approval": indicator("approval", "days")},
        units={"days": DAYS, "firms": COUNT},
        mechanisms={"approvals": mechanism("approvals", "service", ("limit=30",), ("visits", "approval"))},
    )


def mechanism(name: str, view: str, parameters: tuple[str, ...], indicators: tuple[str, ...]) -> Mechanism:
    return Mechanism(
        name, Text(name, name), "10", Text(), Text(), (), Text(), Period.parse("2026"), "in_force", True, view,
        parameters, indicators, Text(), "s", "", Text(),
    )  # fmt: skip
