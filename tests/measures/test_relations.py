"""Declared arithmetic: what becomes a computed figure, what is checked, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator import intake
from generator.measures import assemble, disagreements
from generator.model.bulletin import Tables
from generator.model.codes import Bound
from generator.model.edition import Edition

DATASETS = Path(__file__).parents[1] / "golden" / "datasets"
RESULT = "obs.990101.key_project_investment.level._T._Z.2026-H1"


@pytest.fixture(scope="module")
def tables() -> Tables:
    return intake.load(DATASETS, "luming").tables


def with_result(tables: Tables, value: str | None, bound: Bound = "exact") -> Edition:
    """The newest edition if the key projects had come to ``value`` in the half year."""
    number = None if value is None else Decimal(value)
    status = "O" if value is None else "A"
    rows = tuple(
        replace(row, value=number, status=status, bound=bound) if row.key.id == RESULT else row
        for row in tables.statements
    )
    return assemble(replace(tables, statements=rows))[-1]


def test_a_computed_figure_knows_its_formula_inputs_and_unit(tables: Tables) -> None:
    figure = with_result(tables, "18.33").figures["calc.k2"]
    assert (figure.value, figure.unit.id, figure.formula.zh) == (Decimal("21.67"), "CNY_100M", "a − b")
    assert figure.inputs == ("target.990101.key_project_investment.level._T.2026", RESULT)
    assert figure.status == "F"  # it leans on a plan


def test_a_whole_result_shows_no_decimals(tables: Tables) -> None:
    assert str(with_result(tables, "18").figures["calc.k2"].value) == "22"


def test_a_bound_of_an_operand_bounds_the_result(tables: Tables) -> None:
    assert with_result(tables, "18.33", "over").figures["calc.k2"].bound == "at_most"


def test_a_missing_operand_gives_no_figure(tables: Tables) -> None:
    assert "calc.k2" not in with_result(tables, None).figures


def test_a_verified_relation_is_the_published_figure_not_one_of_ours(tables: Tables) -> None:
    assert "calc.k1" not in with_result(tables, "18.33").figures


@pytest.mark.parametrize(("value", "agrees"), [("18.33", True), ("18.30", True), ("18.34", True), ("18.36", False)])
def test_published_and_computed_agree_within_the_published_rounding(tables: Tables, value: str, agrees: bool) -> None:
    """45.8 % of 40 was published. 18.30 gives 45.75 and 18.34 gives 45.85: both may have been rounded to it."""
    edition = with_result(tables, value)
    assert (disagreements(edition.tables, edition.figures) == []) is agrees


def test_a_disagreement_points_at_the_published_row(tables: Tables) -> None:
    edition = with_result(tables, "20")
    (problem,) = disagreements(edition.tables, edition.figures)
    assert problem.file.endswith("investment/observations/2026-Q2.csv") and problem.line == 5
    assert (problem.column, problem.value, problem.facts["computed"]) == ("value", "45.8", "50")
