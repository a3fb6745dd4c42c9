"""What was released is served as it was, whatever the code and the later editions make of it."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest

from generator import build as shell
from generator import intake, measures, site
from generator.measures import relations
from generator.site import descriptor, packages, tables
from generator.stages import Stages
from tests.vintages.conftest import Desk
from tests.vintages.extract import HERE

FIRST, SECOND, LATER = "2020-Q3", "2021-Q2", "2023-Q3"
REVISED = (
    "E12000007,unemployment_rate,level,,,2020-Q3,6.2,,A,exact,ons_2023_q2,2020 Q3,补充调查表。,Late returns.,,\n"
    "E12000007,unemployment_rate,level,,,2020-Q2,,,O,exact,ons_2023_q2,2020 Q2,来源撤回。,Withdrawn.,无,None\n"
)


def test_any_later_code_serves_the_bytes_that_were_committed(desk: Desk) -> None:
    """The checksums were written when the edition was released; nobody may change them or the archive."""
    lines = (HERE / "released.sha256").read_text(encoding="ascii").splitlines()
    expected = {line[66:]: line[:64] for line in lines}
    assert len(expected) == 37
    assert {path: hashlib.sha256(content).hexdigest() for path, content in desk.of(FIRST).items()} == expected


def later_code(patch: pytest.MonkeyPatch) -> None:
    """The program some years on: other columns and their order, other texts, rounding, profile and compression."""
    old = deepcopy(dict(intake.schemas()))

    def schemas() -> dict[str, Any]:
        for schema in old.values():
            schema["title"] = f"新{schema['title']}"
            for field in schema["fields"]:
                field["description_en"] = "Worded anew."
        return old

    worded: Callable[[Decimal, int], Decimal] = lambda value, decimals: round(value, decimals + 3)  # noqa: E731
    patch.setattr(intake, "schemas", schemas)
    patch.setattr(relations, "rounded", worded)
    patch.setattr(packages, "FIGURES", (*packages.FIGURES[:-1], "operands"))
    patch.setitem(tables.COLUMNS, "observations", tables.COLUMNS["observations"][::-1])  # type: ignore[arg-type]
    patch.setitem(tables.COLUMNS, "indicators", tables.COLUMNS["indicators"][:-1])  # type: ignore[arg-type]
    patch.setattr(descriptor, "PROFILE", "https://datapackage.org/profiles/3.0/datapackage.json")
    patch.setattr(import_module("generator.site.archive"), "LEVEL", 1)  # the name of the room is its function


def test_a_released_edition_outlives_later_code_and_later_editions(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    open_still = {**desk.of(FIRST), **desk.of(SECOND)}
    desk.release(SECOND)
    released = {**desk.of(FIRST), **desk.of(SECOND)}
    assert released == open_still, "releasing itself changes no byte"

    later_code(monkeypatch)
    intake.new_edition(desk.options.datasets, "ons", LATER)
    observations = desk.folder / "labour" / "observations" / f"{LATER}.csv"
    header = observations.read_text(encoding="utf-8").splitlines()[0]
    observations.write_text(f"{header}\n{REVISED}", encoding="utf-8")
    desk.edit("reference/areas.csv", ",London,", ",Greater London,")

    after = desk.served()
    assert {path: after[path] for path in released} == released
    assert {path for path in after if f"/{FIRST}/" in path or f"/{SECOND}/" in path} == set(released)
    assert figure(after, FIRST, "2020-Q3") == ("6.0", "A")
    assert figure(after, SECOND, "2020-Q3") == ("6.1", "A")
    assert figure(after, LATER, "2020-Q3") == ("6.2", "A")
    assert [figure(after, edition, "2020-Q2") for edition in (FIRST, SECOND, LATER)] == [
        ("4.8", "A"), ("4.8", "A"), ("", "O"),
    ]  # fmt: skip


def figure(files: dict[str, bytes], edition: str, period: str) -> tuple[str, str]:
    """Value and status that ``figures.csv`` of an edition gives for London."""
    lines = csv.DictReader(io.StringIO(files[f"ons/editions/{edition}/figures.csv"].decode(), newline=""))
    row = next(line for line in lines if line["id"] == f"obs.E12000007.unemployment_rate.level._T._Z.{period}")
    return row["value"], row["status"]


def test_the_later_code_of_these_tests_would_change_every_package(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the test above would prove nothing."""
    before = desk.of(SECOND)
    later_code(monkeypatch)
    after = desk.of(SECOND)
    assert before.keys() == after.keys()
    same = {path.rpartition("/")[2] for path in before if before[path] == after[path]}
    assert not same & {"figures.csv", "observations.csv", "indicators.csv", "datapackage.json", "SHA256SUMS"}
    assert not [name for name in same if name.endswith(".zip")]


def test_the_kept_figures_are_those_that_the_program_would_write_today(desk: Desk) -> None:
    """A released edition is read again from its sources: the same figures, though they are not what is served."""
    edition = measures.assemble(intake.load(desk.options.datasets, "ons", desk.options.build / "cache").tables)[0]
    made = {file.path: file.content for file in site.edition_files(edition, intake.schemas(), 0)}
    name = f"ons/editions/{FIRST}/figures.csv"
    rows = [
        {line["id"]: (line["value"], line["status"], line["unit"], line["bound"]) for line in csv.DictReader(text)}
        for text in (io.StringIO(files[name].decode(), newline="") for files in (made, desk.of(FIRST)))
    ]
    assert rows[0] == rows[1] and len(rows[0]) == 56


def test_an_edition_is_released_once(desk: Desk) -> None:
    with pytest.raises(shell.UsageError, match="released already"):
        shell.release(desk.options, "ons", FIRST, Stages())
