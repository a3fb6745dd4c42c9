"""Four issues of one file, every row: what counts as revised, counted twice, here by plain floats and by the program.

The numbers of rows were counted on the four upstream files themselves, by key and value alone.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise

import pytest

from generator.measures.vintages import as_of, revisions
from generator.model.bulletin import Release
from generator.model.figure import Revision
from generator.model.period import Period
from generator.model.revision import changed, rewritten
from generator.model.statement import Key, Location, Statement
from generator.model.text import Text
from tests.vintages.extract import ABSENT, ISSUES, KEY, VALUES, published

EDITIONS = tuple(ISSUES)
PAIRS = tuple(pairwise(EDITIONS))
ROWS = dict(zip(EDITIONS, (8231, 8540, 9261, 9261), strict=True))
MATCHED = dict(zip(PAIRS, (8231, 8540, 9261), strict=True))
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def cells() -> Mapping[str, Mapping[Row, str]]:
    """The cell of every key that an issue has, by edition."""
    with gzip.open(VALUES, "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    columns = {edition: len(KEY) + place for place, edition in enumerate(EDITIONS)}
    return {
        edition: {tuple(row[: len(KEY)]): row[at] for row in rows if row[at] != ABSENT}
        for edition, at in columns.items()
    }


@pytest.fixture(scope="module")
def statements(cells: Mapping[str, Mapping[Row, str]]) -> Mapping[tuple[str, Row], Statement]:
    return {(edition, key): stated(edition, key, cell) for edition in EDITIONS for key, cell in cells[edition].items()}


def stated(edition: str, key: Row, cell: str) -> Statement:
    """The row as a statement of a series that is published with one decimal."""
    year, *parts = key
    about = Key("obs", "uk", "unemployment_rate", "level", "|".join(parts), "_Z", Period.parse(year.replace(" ", "-")))
    value = Decimal(published(cell)) if cell else None
    status = "A" if cell else "O"
    at = Location("labour", f"observations/{edition}.csv", 2)
    return Statement(about, edition, value, None, "pct", status, "exact", "s", "", Text(), Text(), "", at, decimals=1)


@pytest.fixture(scope="module")
def record(statements: Mapping[tuple[str, Row], Statement]) -> tuple[Revision, ...]:
    when = datetime(2023, 6, 1, tzinfo=UTC)
    releases = [Release(edition, date(2023, 3, 31), when, when, "open", (), Text()) for edition in EDITIONS]
    return revisions(tuple(statements.values()), releases)


def moved(cells: Mapping[str, Mapping[Row, str]], pair: tuple[str, str], more_than: float) -> set[Row]:
    """The keys of both issues of which two numbers lie more than so much apart, as floats."""
    old, new = (cells[edition] for edition in pair)
    return {key for key in old if old[key] and new.get(key) and abs(float(old[key]) - float(new[key])) > more_than}


def filled(cells: Mapping[str, Mapping[Row, str]], pair: tuple[str, str]) -> set[Row]:
    old, new = (cells[edition] for edition in pair)
    return {key for key in old if not old[key] and new.get(key)}


def test_the_file_is_the_four_issues(cells: Mapping[str, Mapping[Row, str]]) -> None:
    assert {edition: len(found) for edition, found in cells.items()} == ROWS
    assert {pair: len(cells[pair[0]].keys() & cells[pair[1]].keys()) for pair in PAIRS} == MATCHED


@pytest.mark.parametrize(
    ("pair", "as_floats", "more_than_noise", "at_one_decimal", "blanks_filled"),
    [(PAIRS[0], 2521, 631, 186, 0), (PAIRS[1], 459, 456, 240, 14), (PAIRS[2], 0, 0, 0, 0)],
)
def test_what_floats_say(
    cells: Mapping[str, Mapping[Row, str]],
    pair: tuple[str, str],
    as_floats: int,
    more_than_noise: int,
    at_one_decimal: int,
    blanks_filled: int,
) -> None:
    counted = [len(moved(cells, pair, more_than)) for more_than in (0, 1e-9, 0.05)]
    assert counted == [as_floats, more_than_noise, at_one_decimal]
    assert len(filled(cells, pair)) == blanks_filled
    assert not filled(cells, (pair[1], pair[0])), "nothing was blanked"


@pytest.mark.parametrize(("pair", "revised"), list(zip(PAIRS, (186, 240 + 14, 0), strict=True)))
def test_the_program_finds_exactly_the_rows_that_moved_by_half_a_decimal_or_were_filled(
    cells: Mapping[str, Mapping[Row, str]],
    statements: Mapping[tuple[str, Row], Statement],
    pair: tuple[str, str],
    revised: int,
) -> None:
    old, new = pair
    found = {key for key in cells[old] if changed(statements[old, key], statements[new, key])}
    assert found == moved(cells, pair, 0.05) | filled(cells, pair)
    assert len(found) == revised


def test_the_record_holds_them_in_the_edition_that_changed_them(record: tuple[Revision, ...]) -> None:
    counted = [sum(one.edition == edition for one in record) for edition in EDITIONS]
    assert counted == [0, 186, 254, 0]
    assert sum(one.old.value is None for one in record) == 14
    assert not [one for one in record if one.new.value is None]
    assert {(one.previous_edition, one.edition) for one in record} == {*PAIRS[:2]}


def test_each_edition_sees_its_own_issue_to_the_last_digit(
    cells: Mapping[str, Mapping[Row, str]], statements: Mapping[tuple[str, Row], Statement]
) -> None:
    rows = tuple(statements.values())
    for count, edition in enumerate(EDITIONS, start=1):
        seen = as_of(rows, EDITIONS[:count])
        expected = {statements[edition, key].key.id: published(cell) for key, cell in cells[edition].items()}
        assert {figure: "" if row.value is None else str(row.value) for figure, row in seen.items()} == expected


@pytest.mark.parametrize(("pair", "noise"), list(zip(PAIRS, (45, 140, 0), strict=True)))
def test_what_only_moved_beyond_the_published_decimal_is_told_apart(
    cells: Mapping[str, Mapping[Row, str]],
    statements: Mapping[tuple[str, Row], Statement],
    pair: tuple[str, str],
    noise: int,
) -> None:
    old, new = pair
    found = {key for key in cells[old] if rewritten(statements[old, key], statements[new, key])}
    both = [key for key in cells[old] if cells[old][key] and cells[new][key]]
    as_written = {key for key in both if half_a_digit(published(cells[old][key]), published(cells[new][key]))}
    assert found == as_written - moved(cells, pair, 0.05)
    assert len(found) == noise


def half_a_digit(old: str, new: str) -> bool:
    """True if two numbers lie more than half a unit of the last digit that both have apart, as floats."""
    digits = min(len(cell.partition(".")[2]) for cell in (old, new))
    return abs(float(old) - float(new)) > 0.5 * 10**-digits
