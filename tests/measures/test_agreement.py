"""What a source states against what follows from it: only what rounding cannot explain is a disagreement."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator import intake
from generator.measures import assemble, disagreements
from generator.model.bulletin import Tables
from generator.model.reference import Measure
from generator.model.text import Text

DATASETS = Path(__file__).parents[1] / "golden" / "datasets"
INVESTED = "obs.990101.key_project_investment.level._T._Z.2026-H1"
COMPLETED = "obs.990101.key_project_investment.completion._T._Z.2026-H1"  # 45.8 % of a target of 40
NOTE = Text("来源如此。", "As in the source.")


@pytest.fixture(scope="module")
def tables() -> Tables:
    return intake.load(DATASETS, "luming").tables


def problems(
    tables: Tables, *, invested: str, completed: str = "45.8", rule: str = "", note: Text = Text()
) -> list[str]:
    """The rules that are broken if these were stated; without a ``rule`` by the relation that the bulletin declares."""
    said = {INVESTED: Decimal(invested), COMPLETED: Decimal(completed)}
    rows = tuple(
        replace(row, value=said[row.figure], note=note) if row.figure in said else row for row in tables.statements
    )
    measures, relations = dict(tables.reference.measures), tables.reference.relations
    if rule:
        measures["completion"] = Measure("completion", Text(), "pct", 1, rule)
        relations = {}
    reference = replace(tables.reference, measures=measures, relations=relations)
    edition = assemble(replace(tables, statements=rows, reference=reference))[-1]
    return [problem.rule for problem in disagreements(edition.tables, edition.figures)]


@pytest.mark.parametrize("rule", ["", "completion(level)"])
@pytest.mark.parametrize(
    ("invested", "completed", "agrees"),
    [
        ("18.33", "45.8", True),
        ("18.34", "45.8", True),  # 45.85 may have been rounded either way
        ("18.35", "45.8", False),  # at the least 18.345 of 40, which is 45.8625 %
        ("18.3", "45.6", True),  # 18.25 to 18.35 of 40 are 45.625 to 45.875 %, and 45.625 % is shown as 45.6 %
        ("18.3", "45.9", True),
        ("18.3", "45.5", False),
        ("18.3", "46.0", False),
    ],
)
def test_operands_are_rounded_too(tables: Tables, rule: str, invested: str, completed: str, agrees: bool) -> None:
    """The target of 40 was set, not measured: it is exact."""
    assert (problems(tables, invested=invested, completed=completed, rule=rule) == []) is agrees


def test_a_note_answers_a_rule_and_no_relation(tables: Tables) -> None:
    assert problems(tables, invested="20", rule="completion(level)") == ["published-derived"]
    assert problems(tables, invested="20", rule="completion(level)", note=NOTE) == []
    assert problems(tables, invested="20", note=NOTE) == ["published-computed"]
