"""Whatever bytes there are, the readers give a result or words; and the laws of periods hold for every period."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import Problem
from generator.intake import worded
from generator.intake.contract import schema_of
from generator.intake.sheets import Sheet, read_sheet
from generator.intake.structure import _problems, _validated
from generator.intake.yamlfile import read_yaml
from generator.model.bulletin import Resource
from generator.model.period import Period
from generator.model.text import Text
from tests.corpus.altering import BULLETIN, DESCRIPTOR, PEERS
from tests.intake.small_bulletin import FILES


def steady(examples: int) -> settings:
    """The same examples in every run, and no clock."""
    quiet = list(HealthCheck)
    return settings(derandomize=True, database=None, deadline=None, suppress_health_check=quiet, max_examples=examples)


PLACE = Problem("", "demo/reference", file="demo/reference/peers.csv")
RESOURCE = Resource("peers", "peers.csv", "peers", "", Text())

# Bytes that come near to what the readers expect: pieces of sound files, of their marks, and of anything.
_CSV = st.sampled_from(
    [*FILES[PEERS].encode().splitlines(keepends=True), b",", b'"', b"\n", b"\r", b"\0", b";", b"\xef\xbb\xbf"]
)
_YAML = st.sampled_from(
    [*FILES[BULLETIN].encode().splitlines(keepends=True), *b": - ? ! & * { } [ ] | > # % @ ` ' \" << --- ... ~".split(),
     b"\n", b"  ", b"\t", b"0x", b"2022-13-45", b"1e9999", b"\xef\xbb\xbf", b"!!python/object:os.system"]
)  # fmt: skip
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def pieces(known: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    return st.lists(known | st.binary(max_size=6), max_size=20).map(b"".join)


def assert_worded(problems: list[Problem]) -> None:
    for problem in problems:
        assert worded(problem, "en").isprintable()
        assert worded(problem, "zh").isprintable()


@steady(150)
@given(pieces(_CSV))
def test_bytes_are_a_sheet_or_words(content: bytes) -> None:
    sheet, problems = read_sheet(content, "reference", RESOURCE, PLACE)
    assert (sheet is None) == bool(problems)
    assert_worded(problems)


@steady(60)
@given(pieces(_CSV).map(lambda rows: FILES[PEERS].encode() + rows))
def test_rows_below_a_sound_header_are_sound_or_told_at_a_line_that_is_there(content: bytes) -> None:
    sheet, problems = read_sheet(content, "reference", RESOURCE, PLACE)
    found = list(_structure(sheet)) if sheet else problems
    lines = len(content.splitlines())
    assert all(problem.line is None or 1 <= problem.line <= lines + 1 for problem in found)
    assert_worded(found)


def _structure(sheet: Sheet) -> list[Problem]:
    return list(_problems(sheet, _validated(sheet, [])))


@steady(300)
@given(pieces(_YAML))
def test_bytes_are_a_group_of_entries_or_words(content: bytes) -> None:
    file, problems = read_yaml(content, Problem("", "demo", file=f"demo/{BULLETIN}"))
    assert file.data or problems
    assert_worded(problems)


@steady(60)
@given(_JSON)
def test_json_is_yaml_or_words(value: object) -> None:
    import json

    file, problems = read_yaml(json.dumps({"a": value}).encode(), Problem("", "demo", file=f"demo/{DESCRIPTOR}"))
    assert list(file.data) == ["a"] or problems
    assert_worded(problems)


# --- periods, against a grammar and a calendar written a second time

YEARS = st.integers(1000, 9999)
MONTHS = st.tuples(YEARS, st.integers(1, 12))


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str, date, date]:
    """A period as text, its kind, and its first and last day by the calendar of the standard library."""
    year, month = draw(MONTHS)
    kind = draw(st.sampled_from(["year", "half", "quarter", "month", "day", "months", "years"]))
    length = {"year": 12, "half": 6, "quarter": 3}.get(kind, 1)
    begin = (month - 1) // length * length + 1
    first, last = date(year, begin, 1), _end(year, begin + length - 1)
    texts = {"year": f"{year}", "half": f"{year}-H{(month + 5) // 6}", "quarter": f"{year}-Q{(month + 2) // 3}"}
    text = texts.get(kind, f"{year}-{month:02d}")
    if kind == "day":
        first = last = date(year, month, draw(st.integers(1, monthrange(year, month)[1])))
        text = last.isoformat()
    elif kind == "months":
        later = draw(MONTHS.filter(lambda other: other != (year, month)))
        (one, two) = sorted([(year, month), later])
        first, last, text = date(*one, 1), _end(*two), f"{one[0]}-{one[1]:02d}/{two[0]}-{two[1]:02d}"
    elif kind == "years":
        one, two = sorted([year, draw(YEARS.filter(lambda other: other != year))])  # type: ignore[assignment]
        first, last, text = date(one, 1, 1), date(two, 12, 31), f"{one}/{two}"  # type: ignore[arg-type]
    return text, kind, first, last


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


GRAMMAR = re.compile(
    schema_of("observations").field("period")["constraints"]["pattern"]
)  # the form that validators of the published tables use


@steady(300)
@given(written())
def test_a_period_is_read_and_printed_as_it_was_written(one: tuple[str, str, date, date]) -> None:
    text, kind, first, last = one
    period = Period.parse(text)
    assert (str(period), period.kind, period.first, period.last) == one
    assert Period.parse(str(period)) == period
    assert GRAMMAR.fullmatch(text)
    assert period.slug.replace("_", "/") == text
    assert period.year_to_date == (kind != "day" and first.year == last.year and (first.month, first.day) == (1, 1))


@steady(300)
@given(written())
def test_what_comes_before_adjoins_and_is_of_the_same_kind(one: tuple[str, str, date, date]) -> None:
    period = Period.parse(one[0])
    before, year_before = period.predecessor(), period.year_before()
    assert period.first and period.last
    if before:
        assert before.last == period.first - timedelta(days=1)
        assert before.kind == period.kind
        assert before.sort_key < period.sort_key
    else:
        assert 2 * period.first.year - period.last.year <= 1000
    if year_before and year_before.first and year_before.last:
        assert year_before.kind == period.kind
        assert (year_before.first.year, year_before.last.year) == (period.first.year - 1, period.last.year - 1)
        assert (year_before.first.month, year_before.last.month) == (period.first.month, period.last.month)
    else:
        assert period.first.year == 1000


@steady(300)
@given(
    st.from_regex(r"[0-9HQ/\-]{1,16}", fullmatch=True) | st.text(max_size=12) | written().map(lambda one: one[0] + " ")
)
def test_nothing_else_is_a_period(text: str) -> None:
    """What is accepted is in the grammar of the published schema, and says two days of the calendar, in order."""
    try:
        period = Period.parse(text)
    except ValueError:
        return
    assert GRAMMAR.fullmatch(text)
    assert period.kind == "undated" or (period.first and period.last and period.first <= period.last)


@steady(100)
@given(st.lists(written().map(lambda one: one[0]) | st.just("undated"), max_size=6))
def test_periods_have_one_order(texts: list[str]) -> None:
    """By end, then by start; undated first. It does not hang on the order in which they come."""
    keys = [period.sort_key for period in sorted(map(Period.parse, texts), key=lambda period: period.sort_key)]
    assert keys == [p.sort_key for p in sorted(map(Period.parse, reversed(texts)), key=lambda p: p.sort_key)]
    ends = [(end, start) for end, start in keys if end != date.min]
    assert ends == sorted(ends)
    assert len(ends) == len([text for text in texts if text != "undated"])


@pytest.mark.parametrize("text", ["1000", "1000-01", "1000-Q1", "1000/2000", "9999", "9999-12-31", "9000/9999"])
def test_the_ends_of_the_calendar_are_no_accident(text: str) -> None:
    period = Period.parse(text)
    for other in (period.predecessor(), period.year_before()):
        assert other is None or other.sort_key < period.sort_key
