"""What is on file about projects: read as it was written, and every way to break it told at its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.intake import worded
from generator.model.period import Period
from generator.model.text import LANGS, Text
from tests.intake.project_cases import CASES, FILES, LATER_LEADS, LATER_MILESTONES, STATUS
from tests.intake.small_bulletin import Bench


@pytest.fixture
def filed(bench: Bench) -> Bench:
    """The small bulletin with mechanisms, milestones, a batch, an award and a lead."""
    for file, content in FILES.items():
        bench.write(file, content)
    return bench


def test_everything_on_file_is_read(filed: Bench) -> None:
    tables = filed.load().tables
    plant, dossier = tables.projects["plant_1"], tables.dossier
    assert (plant.tier, plant.programmes, plant.chain) == ("province", ("starts", "flags"), "part_a")
    assert plant.post == Text("分管副县长", "Deputy head in charge")
    flags = tables.reference.mechanisms["flags"]
    assert flags.thresholds == {"lag": Decimal(10), "overdue": Decimal(30)}
    assert (flags.frequency, flags.core, flags.view) == (("quarterly", "monthly"), True, "flags")
    assert not tables.reference.mechanisms["meetings"].core
    pipe = tables.reference.chain_links["pipe"]
    assert (pipe.chain, pipe.state, pipe.feeds, pipe.candidates.en) == ("part_a", "weak", (), "Company A")
    assert tables.reference.chain_links["plate"].feeds == ("hull", "pipe")
    assert [(row.milestone, row.edition, row.due.text) for row in dossier.milestones] == [
        ("permit", "2022-Q1", "2022-02"), ("opening", "2022-Q1", "2022-12"), ("opening", "2022-Q2", "2023-03"),
    ]  # fmt: skip
    assert dossier.milestones[0].done == Period.parse("2022-02")
    assert dossier.milestones[1].done is None
    assert [(row.held_on.text, row.projects) for row in dossier.batches] == [("2022-03", ("plant_1",))]
    assert [(row.project, row.award, row.mechanism) for row in dossier.awards] == [("plant_1", "star", "flags")]
    assert [(row.step, row.project) for row in dossier.leads] == [("screening", ""), ("joint_review", "plant_1")]


@pytest.mark.parametrize("case", CASES, ids=[f"{number}-{case[0]}" for number, case in enumerate(CASES)])
def test_one_broken_rule_is_one_problem_at_its_place(case: tuple[str, str, int, str, str, str], filed: Bench) -> None:
    rule, file, line, column, old, new = case
    filed.edit(file, old, new)
    assert filed.found() == [(rule, file, line, column)]
    assert all(worded(problem, lang) for problem in filed.problems() for lang in LANGS)


def test_a_reason_makes_a_step_back_a_correction(filed: Bench) -> None:
    filed.edit(STATUS, "under_construction,2022-05,,,,,s1,,,,,", "signed,2022-01,,,,,s1,,,,误登,Recorded in error")
    filed.edit(LATER_LEADS, "joint_review,2022-05,plant_1,s1,,,", "information,2022-05,,s1,,误登,Recorded in error")
    assert filed.found() == []


def test_a_row_without_a_stage_is_no_step(filed: Bench) -> None:
    filed.edit(STATUS, "under_construction,2022-05", "not_stated,undated")
    assert filed.found() == []


def test_a_milestone_said_again_needs_no_reason(filed: Bench) -> None:
    filed.edit(LATER_MILESTONES, "2023-03,,,s1,,供地推迟,The land came later", "2022-12,2022-06,,s1,,,")
    assert filed.found() == []


def test_what_is_only_told_may_be_told_of_a_mechanism(filed: Bench) -> None:
    told = "r9,none,flags,,,verified,两项,Two items,,"
    filed.append("reference/relations.csv", told)
    assert filed.found() == []
    filed.edit("reference/relations.csv", told, told.replace("none,flags", "sum,flags 2"))
    assert filed.found() == [("figure-unknown", "reference/relations.csv", 3, "operands")]
