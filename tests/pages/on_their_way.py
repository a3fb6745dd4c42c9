"""Five projects over six editions, from 2020-Q1 to 2021-Q2, written by hand: what they come to can be counted out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from panel import AT, assembled, code

from generator import measures
from generator.model.edition import Edition
from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.project import Batch, Dossier, Project, ProjectStatus
from generator.model.reference import Breakdown
from generator.model.stage import Stage
from generator.model.statement import Key, Statement
from generator.model.text import Text

A, B, C, D, TOWN = "a", "b", "c", "d", "town"
STEPS: tuple[tuple[str, str, Stage, str], ...] = (
    ("2020-Q1", A, "reserve", "2020-01-10"),
    ("2020-Q1", B, "signed", "2020-02"),
    ("2020-Q1", TOWN, "started", "2020-02"),  # no project in the narrow sense: only a list may hold it
    ("2020-Q2", A, "signed", "2020-04-20"),
    ("2020-Q3", A, "land", "2020-08-01"),
    ("2020-Q3", C, "reserve", "2020-07-15"),
    ("2020-Q3", D, "started", "2020-Q3"),
    ("2020-Q4", A, "started", "2020-11-01"),
    ("2020-Q4", B, "stopped", "2020-12-15"),
    ("2021-Q1", A, "completed", "2021-02-28"),
    ("2021-Q2", A, "in_production", "2021-06-04"),
)
HELD = {"first": "2020-07-20", "second": "2020-09-20"}  # batches, by their day
INVESTED = {A: "10", B: "3.5", D: "25"}  # 100 million yuan; that of c is not stated


@lru_cache
def editions() -> tuple[Edition, ...]:
    """Two mechanisms look at all projects of the area, one at a list of two, one at the large ones only."""
    tables = assembled(1, 3, 6, 6)[-1].tables
    mechanisms = (
        _mechanism("all"),
        _mechanism("again"),
        _mechanism("listed"),
        _mechanism("large", "floor=10"),
        replace(_mechanism("planned"), state="planned"),
        replace(_mechanism("beside"), core=False),
        replace(_mechanism("starts"), view="batches", indicators=("i00",)),
    )
    parts = {
        one: Breakdown(one, "batch", Text(f"批次{one}", f"Batch {one}"), "", None, None, False, False) for one in HELD
    }
    reference = replace(tables.reference, mechanisms={one.id: one for one in mechanisms}, breakdowns=parts)
    steps = tuple(
        ProjectStatus(project, edition, stage, Period.parse(since), "", None, Text(), "s2020-Q1", "", Text(), AT)
        for edition, project, stage, since in STEPS
    )
    projects = {name: _project(name) for name in (A, B, C, D, TOWN)}
    changed = replace(
        tables,
        reference=reference,
        projects=projects,
        project_status=steps,
        statements=(*tables.statements, *_amounts(), *_totals()),
        dossier=Dossier(batches=tuple(_batch(name, day) for name, day in HELD.items())),
    )
    return measures.assemble(changed)


def _amounts() -> Iterator[Statement]:
    for name, invested in INVESTED.items():
        key = Key("amount", name, "total_investment", "", "", "", Period.parse("undated"))
        source = "s2020-Q1"
        yield Statement(
            key, "2020-Q1", Decimal(invested), None, "money", "F", "exact", source, "", Text(), Text(), "", AT
        )


def _totals() -> Iterator[Statement]:
    """28.5 hundred million yuan started together at the first batch; of the second nothing is stated."""
    key = Key("obs", code(0), "i00", "level", "first", "_Z", Period.parse("2020-Q3"))
    yield Statement(
        key, "2020-Q3", Decimal("28.5"), None, "money", "A", "exact", "s2020-Q3", "", Text(), Text(), "", AT
    )


def _batch(name: str, day: str) -> Batch:
    words, projects = Text(f"批次{name}", f"Batch {name}"), (A, D) if name == "first" else ()
    return Batch(
        name, words, code(0), "start", Period.parse(day), "starts", projects,
        source="s2020-Q3", locator="", reason=Text(), note=Text(), edition="2020-Q3", at=AT,
    )  # fmt: skip


def _project(name: str) -> Project:
    words = Text(f"项目{name}", f"Project {name}")
    kind = "town" if name == TOWN else "project"
    listed = ("listed",) if name in (A, TOWN) else ()
    tier = {A: "province", D: "prefecture"}.get(name, "")
    return Project(name, words, kind, code(0), "", Text(), "", (), "s2020-Q1", "", Text(), tier, listed)


def _mechanism(name: str, *parameters: str) -> Mechanism:
    words = Text(f"机制{name}", f"Mechanism {name}")
    return Mechanism(
        name, words, code(0), words, Text(), ("quarterly",), Text(), Period.parse("undated"), "in_force", True,
        "pipeline", parameters, (), Text(), "s2020-Q1", "", Text(),
    )  # fmt: skip
