"""Columns that a later contract adds: files from before it, which a release may have locked, are read without them."""

from __future__ import annotations

import pytest

from generator.errors import Problem
from generator.intake import sheets
from generator.intake.contract import Schema, schema_of
from generator.intake.sheets import Sheet, read_sheet
from generator.model.bulletin import Resource
from generator.model.text import Text

UNITS = schema_of("units").columns


@pytest.fixture(autouse=True)
def grown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of units with two columns that came later."""
    now = schema_of("units")
    added = [{"name": name, "type": "string", "since": "1.1"} for name in ("symbol", "remark")]
    later = Schema(now.table, now.content, {**now.descriptor, "fields": [*now.descriptor["fields"], *added]})
    monkeypatch.setattr(sheets, "schema_of", lambda _: later)


def read(header: tuple[str, ...], cells: list[str]) -> tuple[Sheet | None, list[Problem]]:
    content = f"{','.join(header)}\n{','.join(cells)}\n".encode()
    return read_sheet(content, "reference", Resource("units", "units.csv", "units", "", Text()), Problem(""))


@pytest.mark.parametrize("given", [(), ("symbol",), ("symbol", "remark")])
def test_a_file_may_lack_the_columns_that_came_later(given: tuple[str, ...]) -> None:
    sheet, problems = read((*UNITS, *given), [*"abcdefg"[: len(UNITS)], *("x" for _ in given)])
    assert problems == [] and sheet is not None
    cells = sheet.records[0].cells
    assert list(cells) == [*UNITS, "symbol", "remark"]
    assert [cells["symbol"], cells["remark"]] == [*("x" for _ in given), "", ""][:2]
    assert sheet.records[0].beyond == ()


@pytest.mark.parametrize("header", [UNITS[:-1], (*UNITS[:-1], "symbol"), (*UNITS, "remark")])
def test_any_other_gap_is_still_told(header: tuple[str, ...]) -> None:
    sheet, problems = read(header, ["x"] * len(header))
    assert sheet is None
    assert {problem.rule for problem in problems} == {"header-missing"}
