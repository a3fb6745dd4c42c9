"""Vintages and revisions on a handful of statements whose answers are written by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from generator.measures.vintages import as_of, revisions
from generator.model.bulletin import Release
from generator.model.codes import Bound, Status
from generator.model.period import Period
from generator.model.statement import Key, Location, Statement
from generator.model.text import Text

EDITIONS = ["2022-Q1", "2022-Q2", "2022-Q3"]


def release(edition: str) -> Release:
    when = datetime(2022, 4, 20, tzinfo=UTC)
    return Release(edition, date(2022, 3, 31), when, when, "open", (), Text())


def stated(
    edition: str, value: str | None, *, bound: Bound = "exact", status: Status = "A", period: str = "2022-Q1"
) -> Statement:
    key = Key("obs", "331002", "fixed_asset_investment", "growth_yoy", "_T", "_Z", Period.parse(period))
    number = None if value is None else Decimal(value)
    at = Location("investment", f"observations/{edition}.csv", 2)
    return Statement(key, edition, number, None, "pct", status, bound, "s1", "", Text(), Text(), "", at)


def test_an_edition_sees_the_newest_statement_up_to_it() -> None:
    rows = [stated("2022-Q1", "13.7"), stated("2022-Q3", "13.5"), stated("2022-Q2", "9.0", period="2022-H1")]
    first, second, third = (as_of(rows, EDITIONS[:count]) for count in (1, 2, 3))
    growth, half = rows[0].key.id, rows[2].key.id
    assert {growth: first[growth].value} == {growth: Decimal("13.7")} and half not in first
    assert second[growth].value == Decimal("13.7") and second[half].value == Decimal("9.0")
    assert third[growth].value == Decimal("13.5")


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [stated("2022-Q3", "13.5"), stated("2022-Q1", "13.7"), stated("2022-Q2", "13.6")]
    assert as_of(rows, EDITIONS)[rows[0].key.id].edition == "2022-Q3"


def test_the_record_names_old_and_new_edition_and_value() -> None:
    rows = [stated("2022-Q1", "13.7"), stated("2022-Q2", "13.7"), stated("2022-Q3", "13.5")]
    (found,) = revisions(rows, [release(name) for name in EDITIONS])
    assert (found.previous_edition, found.edition) == ("2022-Q2", "2022-Q3")
    assert (found.old.value, found.new.value) == (Decimal("13.7"), Decimal("13.5"))


def test_nothing_stated_gives_nothing() -> None:
    assert as_of([], EDITIONS) == {} and revisions([], []) == ()
