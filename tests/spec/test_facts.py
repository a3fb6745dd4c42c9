"""Every one of the 252 facts of the five source documents, traced to its row and back.

``stated.csv`` is our independent reading of the documents: fact, area, value, unit, period, kind of measure, qualifier,
status. It was made before the data packages and is not read by the program.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from generator.intake import load
from generator.model.bulletin import Tables
from generator.model.codes import MISSING
from generator.model.reference import Trace
from generator.model.statement import Statement

ROOT = Path(__file__).parents[2]
STATED = {
    row["fact"]: row
    for row in csv.DictReader((Path(__file__).parent / "stated.csv").open(encoding="utf-8", newline=""))
}
BULLETIN_OF_DOCUMENT = {"f000": "taizhou", "f001": "taizhou", "f002": "taizhou", "f003": "taizhou", "f004": "qiyang"}
EDITION_OF_DOCUMENT = {"f000": "2022-Q1", "f001": "2019-Q4", "f002": "2022-Q4", "f003": "2018-Q2", "f004": "2022-Q1"}


@lru_cache
def tables(bulletin: str) -> Tables:
    return load(ROOT / "datasets", bulletin).tables


@lru_cache
def statements(bulletin: str) -> Mapping[tuple[str, str], Statement]:
    return {(row.edition, row.key.id): row for row in tables(bulletin).statements}


def traces() -> list[tuple[str, Trace]]:
    return [(name, trace) for name in ("taizhou", "qiyang") for trace in tables(name).reference.trace]


def test_there_are_252_facts_and_each_is_traced_once() -> None:
    assert len(STATED) == 252
    assert Counter(trace.fact for _, trace in traces()) == Counter(dict.fromkeys(STATED, 1))


@pytest.mark.parametrize("fact", STATED)
def test_a_fact_became_a_row_with_its_value_or_says_why_not(fact: str) -> None:
    bulletin, document = BULLETIN_OF_DOCUMENT[fact[:4]], fact[:4]
    (trace,) = [trace for trace in tables(bulletin).reference.trace if trace.fact == fact]
    if trace.table == "none":
        assert trace.reason.zh and trace.reason.en and not trace.row
        return
    assert trace.edition == EDITION_OF_DOCUMENT[document]
    if trace.table == "status":
        assert trace.row.removeprefix("status.") in tables(bulletin).projects
        return
    row = statements(bulletin)[trace.edition, trace.row]
    assert row.source == f"s{document[1:]}" and row.locator
    assert_same_value(STATED[fact], row, trace)
    assert_same_place(STATED[fact], row, tables(bulletin))


def assert_same_value(stated: Mapping[str, str], row: Statement, trace: Trace) -> None:
    """The value keeps the digits of the source; a missing one has a missing status; the bound is the one stated."""
    value = row.value_high if trace.column == "value_high" else row.value
    if not stated["value"]:
        assert row.value is None and row.status in MISSING
        return
    assert str(value) == stated["value"], f"{trace.fact}: {value} for {stated['value']}"
    assert row.unit == stated["unit"] or trace.reason
    qualifier = stated["qualifier"]
    if row.value_high is None and qualifier not in {"planned", "expected"}:
        assert row.bound == qualifier
    if qualifier in {"planned", "expected"}:
        assert row.key.kind == "target" or row.status == "F"


def assert_same_place(stated: Mapping[str, str], row: Statement, held: Tables) -> None:
    """Area and period are those of the fact, unless the trace says what was corrected."""
    area = held.projects[row.key.subject].area if row.key.kind == "amount" else row.key.subject
    assert area == stated["area"]
    (trace, *_) = [trace for trace in held.reference.trace if trace.fact == stated["fact"]]
    period = stated["period"] or "undated"
    assert row.key.period.text == period or trace.correction


def test_every_row_comes_from_a_fact() -> None:
    for bulletin in ("taizhou", "qiyang"):
        traced = {(trace.edition, trace.row) for _, trace in traces() if trace.row}
        assert not [key for key in statements(bulletin) if key not in traced]


def test_values_are_never_rounded_or_padded() -> None:
    (row,) = [
        row
        for (_, name), row in statements("taizhou").items()
        if name.startswith("obs.331000.industrial_value_added.level")
    ]
    assert str(row.value) == "529.0" and row.value == Decimal(529)


def test_every_mechanism_of_the_documents_is_there() -> None:
    """92 mechanisms, 63 of them core, as counted in the documents; a core one has a view, and figures or a reason."""
    known = [one for name in ("taizhou", "qiyang") for one in tables(name).reference.mechanisms.values()]
    assert Counter(one.source for one in known) == {"s000": 26, "s001": 19, "s002": 11, "s003": 17, "s004": 19}
    core = [one for one in known if one.core]
    assert Counter(one.source for one in core) == {"s000": 19, "s001": 13, "s002": 8, "s003": 12, "s004": 11}
    assert all(one.view for one in core)
    bare = {one.id for one in core if not one.indicators and not one.gap}
    assert bare == {"attraction_rewards"}, "two projects say what they were paid"
