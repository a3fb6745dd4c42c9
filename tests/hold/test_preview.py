"""A preview that remembers its last run shows what a build from nothing shows, whatever was changed."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from trees import differences, tree

from generator import build as shell
from generator import demo
from generator.memory import Memory
from generator.stages import Stages

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("preview")]
PLAN = demo.Plan(areas=3, indicators=4, quarters=6, editions=2)


def another_digit(table: Path, line: int = -1, *, zero: bool = False) -> None:
    """Another last digit for the value in one line of a table, or a ``zero`` behind it."""
    lines = table.read_text("utf-8").splitlines(keepends=True)
    cells = lines[line].split(",")
    column = lines[0].strip().split(",").index("value")
    cells[column] = f"{cells[column]}0" if zero else cells[column][:-1] + ("1" if cells[column][-1] != "1" else "2")
    lines[line] = ",".join(cells)
    table.write_text("".join(lines), "utf-8")


def newest_value(bulletin: Path) -> None:
    another_digit(max(bulletin.glob("*/observations/*.csv"), key=lambda path: (path.stem, path.as_posix())))


def newest_zero(bulletin: Path) -> None:
    """The same number with one digit more: 8.0 is not written as 8.00."""
    table = max(bulletin.glob("*/observations/*.csv"), key=lambda path: (path.stem, path.as_posix()))
    another_digit(table, zero=True)


def older_value(bulletin: Path) -> None:
    another_digit(min(bulletin.glob("*/observations/*.csv"), key=lambda path: (path.stem, path.as_posix())), 1)


def names_and_projects(bulletin: Path) -> None:
    areas = bulletin / "reference" / "areas.csv"
    areas.write_text(areas.read_text("utf-8").replace("晴湾市", "晴海市"), "utf-8")
    another_digit(max((bulletin / "projects" / "amounts").glob("*.csv")))


def headlines(bulletin: Path) -> None:
    """The newest edition loses its first headline."""
    releases = bulletin / "releases.yaml"
    text = releases.read_text("utf-8")
    at = text.rindex("headlines:")
    releases.write_text(text[:at] + re.sub(r"\n\s*- \S+", "", text[at:], count=1), "utf-8")


def reasons(bulletin: Path) -> None:
    """Every row gets a reason, which only the packages and the record show: all figures stay as they are."""
    for table in bulletin.glob("*/observations/*.csv"):
        rows = list(csv.DictReader(table.read_text("utf-8").splitlines()))
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*rows[0]], lineterminator="\n")
            writer.writeheader()
            writer.writerows(row | {"reason_zh": "说明", "reason_en": "a word"} for row in rows)


CHANGES: tuple[Callable[[Path], None], ...] = (
    newest_value, newest_zero, older_value, names_and_projects, headlines, reasons
)  # fmt: skip


def test_what_is_remembered_is_what_would_be_made_again(tmp_path: Path) -> None:
    bulletin, memory = demo.write(tmp_path / "datasets", PLAN), Memory()
    options = shell.Options(tmp_path / "datasets", tmp_path / "site", tmp_path / "build", languages=("zh",))
    shell.build(options, Stages(), memory)
    last = tree(options.site)
    for change in CHANGES:
        change(bulletin)
        shell.build(options, Stages(), memory)
        remembered = tree(options.site)
        shell.build(options, Stages())
        assert differences(remembered, tree(options.site)) == "", change.__name__
        assert remembered != last, f"{change.__name__} changed nothing"
        last = remembered
