"""When a statement counts as revised, on pairs whose answers are written by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.codes import Bound
from generator.model.period import Period
from generator.model.revision import changed, differs
from generator.model.statement import Key, Location, Statement
from generator.model.text import Text


def stated(value: str | None, high: str | None = None, bound: Bound = "exact") -> Statement:
    key = Key("obs", "331002", "fixed_asset_investment", "growth_yoy", "_T", "_Z", Period.parse("2022-Q1"))
    low, top = (None if text is None else Decimal(text) for text in (value, high))
    at = Location("investment", "observations/2022-Q1.csv", 2)
    return Statement(key, "2022-Q1", low, top, "pct", "A", bound, "s1", "", Text(), Text(), "", at)


@pytest.mark.parametrize(
    ("old", "new", "revised"),
    [
        ("529.0", "529.00", False),  # written differently
        ("800.0", "800.04", False),  # equal at the coarser precision
        ("10.34", "10.3", False),
        ("10.34", "10.4", True),
        ("10.25", "10.3", False),  # a half may have been rounded either way
        ("10.25", "10.2", False),
        ("-10.25", "-10.3", False),
        ("13.7", "13.5", True),
        ("13.7", None, True),  # withdrawn
        (None, "13.7", True),  # filled
        (None, None, False),
        ("1" * 40, "1" * 39 + "2", True),
    ],
)
def test_a_revision_is_a_change_at_the_published_precision(old: str | None, new: str | None, revised: bool) -> None:
    assert changed(stated(old), stated(new)) is revised


def test_another_bound_unit_or_end_of_the_range_is_a_revision() -> None:
    assert changed(stated("160"), stated("160", bound="at_least"))
    assert changed(stated("160"), replace(stated("160"), unit="pp"))
    assert changed(stated("40", "50"), stated("40", "60"))
    assert changed(stated("40", "50"), stated("40"))


def test_another_status_is_none() -> None:
    assert not changed(stated("160"), replace(stated("160"), status="P"))


def test_values_alone() -> None:
    assert differs(Decimal("0.5"), Decimal("2"))
    assert not differs(Decimal("0.5"), Decimal("1"))


def test_a_program_that_cut_the_zero_hides_no_revision() -> None:
    """Of a series with one decimal 3 is 3.0: 2.6 is another value, 2.96 the same to half a unit."""
    assert differs(Decimal("3"), Decimal("2.6"), 1)
    assert not differs(Decimal("3"), Decimal("2.96"), 1)
    assert not differs(Decimal("3"), Decimal("2.6"))  # as written, nobody knows of a decimal
