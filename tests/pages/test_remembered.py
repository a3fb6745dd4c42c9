"""Panels, scoreboards and front pages that a preview remembers are those that would be made from nothing."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import demo, intake, measures
from generator.memory import Memory
from generator.model.page import File, Page
from generator.pages import Volume, front, mechanisms, overviews, scoreboard

PLAN = demo.Plan(areas=2, indicators=22, quarters=3, editions=2, projects=10)  # enough to have every mechanism


@dataclass(frozen=True)
class Change:
    """Another ``cell`` in the last row of a table. ``shown``: the kind of page on which it must be seen."""

    table: str
    column: str
    cell: str
    shown: str = "mechanism"


CHANGES = (
    Change("organisation/observations/2026-Q3.csv", "value", "3"),
    Change("services/observations/2026-Q3.csv", "status", "A"),
    Change("attraction/targets/2026-Q2.csv", "value", "1"),
    Change("projects/amounts/2026-Q3.csv", "value", "3.21", "edition"),
    Change("projects/batches/2026-Q3.csv", "name_zh", "另一次集中开工"),
    Change("projects/milestones/2026-Q2.csv", "done", "2025-04-21"),
    Change("projects/awards/2026-Q3.csv", "body_zh", "另一机关"),
    Change("projects/leads/2026-Q3.csv", "step", "dropped"),
    Change("reference/chain_links.csv", "state", "gap"),
)


def apply(change: Change, bulletin: Path) -> None:
    table = bulletin / change.table
    rows = list(csv.DictReader(table.read_text("utf-8").splitlines()))
    assert rows[-1][change.column] != change.cell
    rows[-1][change.column] = change.cell
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def made(datasets: Path, memory: Memory) -> dict[str, Page | File]:
    tables = intake.load(datasets, "demo", datasets / "cache", memory).tables
    volume = Volume("zh", measures.assemble(tables, memory), (), datasets / "cache", memory)
    kinds = (front, scoreboard, mechanisms, overviews)
    every: list[Page | File] = [page for kind in kinds for page in kind.pages(volume)]
    every += [file for kind in (mechanisms, overviews) for file in kind.files(volume)]
    return {one.path: one for one in every}


@pytest.fixture(scope="module")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("remembered")
    demo.write(folder, PLAN)
    return folder


def test_what_is_remembered_is_what_would_be_made(datasets: Path) -> None:
    memory = Memory()
    last = made(datasets, memory)
    for change in CHANGES:
        apply(change, datasets / "demo")
        remembered, anew = made(datasets, memory), made(datasets, Memory())
        assert [path for path in anew if anew[path] != remembered.get(path)] == [], change
        assert remembered.keys() == anew.keys()
        changed = [one for path, one in anew.items() if one != last.get(path)]
        assert change.shown in {one.kind for one in changed if isinstance(one, Page)}, f"{change} changed nothing"
        last = anew
