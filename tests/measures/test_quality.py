"""The quality of editions, counted by hand on three rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from generator import intake
from generator.measures.quality import quality
from generator.measures.vintages import revisions
from generator.model.bulletin import Release, Tables
from generator.model.codes import NOT_APPLICABLE, TOTAL, Status
from generator.model.period import Period
from generator.model.quality import Quality, Returns
from generator.model.statement import Key, Location, Statement
from generator.model.text import Text

GOLDEN = Path(__file__).parents[1] / "golden" / "datasets"
AREA = "990101"
ENDS = {"2026-Q1": date(2026, 3, 31), "2026-Q2": date(2026, 6, 30), "2026-Q3": date(2026, 9, 30)}


def row(edition: str, indicator: str, period: str, value: str | None, status: Status = "A") -> Statement:
    key = Key("obs", AREA, indicator, "level", TOTAL, NOT_APPLICABLE, Period.parse(period))
    number = None if value is None else Decimal(value)
    at = Location("x", "y", 2)
    return Statement(key, edition, number, None, "u", status, "exact", "s", "", Text(), Text(), "", at)


def release(edition: str, days_late: int = 0) -> Release:
    due = datetime(2026, 11, 1, tzinfo=UTC)
    return Release(edition, ENDS[edition], due, due.replace(day=1 + days_late), "open", (), Text())


def found(*rows: Statement) -> list[Quality]:
    tables: Tables = intake.load(GOLDEN, "luming").tables
    releases = (release("2026-Q1"), release("2026-Q2", days_late=3), release("2026-Q3"))
    own = {one.edition: [two for two in rows if two.edition == one.edition] for one in releases}
    return quality(replace(tables, releases=releases), own, revisions(rows, releases))


def test_a_gap_that_is_filled_later_is_late_and_no_correction() -> None:
    first, second, third = found(
        row("2026-Q1", "a", "2026-Q1", None, "O"),
        row("2026-Q1", "b", "2026-Q1", "5", "P"),
        row("2026-Q2", "a", "2026-Q1", "7"),
        row("2026-Q2", "b", "2026-Q1", "6"),
        row("2026-Q2", "b", "2026-H1", "12", "P"),
    )
    assert first.areas[AREA] == Returns(named=2, filled=1, provisional=1, late=0, revised=0)
    assert second.areas[AREA] == Returns(named=3, filled=3, provisional=1, late=1, revised=1)
    assert (first.areas[AREA].complete, second.areas[AREA].unconfirmed) == (Decimal("50.0"), Decimal("33.3"))
    assert third.areas == {}
    assert (first.delay, second.delay) == (0, 3)


def test_history_undated_and_impossible_rows_are_not_late() -> None:
    first, second, _ = found(
        row("2026-Q1", "a", "2020", "5"),  # told with the first edition
        row("2026-Q1", "c", "2026-Q1", None, "M"),  # cannot exist
        row("2026-Q2", "d", "undated", "5"),
        row("2026-Q2", "e", "2025", "5"),  # the first edition's data reached beyond 2025
    )
    assert first.areas[AREA] == Returns(named=1, filled=1)
    assert second.areas[AREA] == Returns(named=2, filled=2, late=1)


def compiled(known: date, scheduled: date, released: date | None) -> Quality:
    return Quality(scheduled=scheduled, released=released, known=known)


def test_a_release_more_than_a_year_after_its_data_was_never_announced() -> None:
    known = date(2018, 8, 14)
    assert compiled(known, date(2026, 11, 22), date(2026, 11, 22)).afterwards
    assert compiled(known, date(2019, 8, 15), date(2019, 8, 15)).afterwards  # a year and a day
    assert not compiled(known, date(2019, 8, 14), date(2019, 8, 14)).afterwards  # a year to the day
    assert not compiled(known, date(2018, 8, 20), date(2018, 8, 20)).afterwards
    assert not compiled(known, date(2026, 11, 22), None).afterwards  # not released yet
    assert not compiled(date(2024, 2, 29), date(2025, 2, 28), date(2025, 2, 28)).afterwards
    assert compiled(date(2024, 2, 29), date(2025, 3, 1), date(2025, 3, 1)).afterwards


def test_an_announced_release_that_came_years_late_is_late() -> None:
    late = compiled(date(2018, 6, 30), date(2018, 8, 14), date(2020, 8, 14))
    assert (late.afterwards, late.delay) == (False, 731)  # 2020 has a 29 February


def test_the_quality_of_an_edition_knows_the_last_day_of_its_data() -> None:
    assert [one.known for one in found()] == list(ENDS.values())
