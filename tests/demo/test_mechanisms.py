"""The mechanisms of the demonstration and what it has on file: every view, in full, told the same everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from generator import intake, measures
from generator.demo import Plan, write
from generator.model.edition import Edition
from generator.model.mechanism import VIEWS
from generator.model.schedule import Tally
from generator.model.stage import STAGES

ROOT = Path(__file__).parents[2]
QUARTER_END = date(2026, 9, 30)


@pytest.fixture(scope="module")
def editions() -> tuple[Edition, ...]:
    """Those of the shipped demonstration, which another test compares with what the command writes; without leagues,
    which take longest and have tests of their own."""
    return measures.assemble(replace(intake.load(ROOT / "datasets", "demo").tables, contests=()))


@pytest.fixture(scope="module")
def newest(editions: tuple[Edition, ...]) -> Edition:
    return editions[-1]


def values(edition: Edition, concept: str, measure: str = "level") -> Mapping[tuple[str, str], Fraction]:
    """The prefecture's figures of one concept, by breakdown and period."""
    return {
        (one.key.breakdown, one.period.text): Fraction(one.value)
        for one in edition.figures.values()
        if (one.key.kind, one.key.subject, one.key.concept, one.key.measure) == ("obs", "990100", concept, measure)
        and one.value is not None
    }


def test_every_view_has_a_core_mechanism(newest: Edition) -> None:
    core = [one for one in newest.tables.reference.mechanisms.values() if one.core]
    assert {one.view for one in core} == {*VIEWS}
    assert [one.id for one in core if one.gap] == ["heat_map"]  # planned, and the only one without anything to show


def test_projects_stand_at_every_stage_at_some_time(editions: tuple[Edition, ...]) -> None:
    assert {row.stage for row in editions[-1].tables.project_status} == {*STAGES} - {"not_stated"}
    corrected = [row.project for row in editions[-1].tables.project_status if row.reason]
    assert corrected == ["xiaping_pumped_storage"]


def test_plans_of_projects_are_kept_about_as_plans_are(newest: Edition) -> None:
    """Most milestones in time, some late, a few open past their date; campaigns have the nodes that they announce."""
    assert newest.schedule.whole is not None
    tally = newest.schedule.whole.tally
    assert Fraction(7, 10) < Fraction(tally.met, tally.judged) < Fraction(9, 10)
    assert tally.overdue > 2
    mechanisms = newest.tables.reference.mechanisms
    for name in ("spring_campaign", "autumn_campaign"):
        assert newest.schedule.campaigns[name].tally.all == mechanisms[name].thresholds["nodes"]


def test_the_states_of_a_campaign_add_up_to_its_nodes(newest: Edition) -> None:
    """Of the twenty of autumn 14 are done, the contractor and the road late; three are past due on 30 September, and of
    the other three the grid contract is due that day."""
    campaign = newest.schedule.campaigns["autumn_campaign"]
    assert campaign.tally == Tally(met=12, late=2, overdue=3, open=3, due=18, today=1)
    assert campaign.tally.all == sum(one.all for one in campaign.by_area.values()) == 20
    assert campaign.figures["on_time"].value == Decimal("70.6"), "12 of 17"


def test_what_was_decided_was_a_candidate_but_not_every_candidate_was_decided_on(newest: Edition) -> None:
    review = newest.schedule.reviews["red_flags_and_snails"]
    found = {(one.project, one.flag) for one in review.candidates}
    decided = {(one.project, one.award) for one in review.decided if one.period.text == "2026-Q3"}
    assert decided < found
    assert Counter(flag for _, flag in decided) == {"red_flag": 2, "snail": 2}


def test_counts_of_the_heads_projects_are_those_of_the_projects_on_file(newest: Edition) -> None:
    """Stated of the prefecture, and counted from the stages of the projects on the list."""
    passage = {(one.start, one.goal): one for one in newest.pipelines["county_head_projects"].passages}[
        "signed", "landed"
    ]
    day = ("_T", QUARTER_END.isoformat())
    assert values(newest, "head_projects_signed")[day] == len(passage.base)
    assert values(newest, "head_projects_landed")[day] == len(passage.met)


def test_no_step_on_the_way_to_a_loan_is_larger_than_the_one_before(newest: Edition) -> None:
    steps = [values(newest, name) for name in ("loan_intent", "loan_agreed", "loans_disbursed")]
    assert all(first[key] > second[key] > third[key] for first, second, third in [steps] for key in first)
    assert len(steps[0]) == 12


def test_settled_in_process_and_open_problems_add_up(newest: Edition) -> None:
    found, day = values(newest, "firm_problems"), QUARTER_END.isoformat()
    parts = sum(found[part, day] for part in ("problems_settled", "problems_in_process", "problems_open"))
    ages = sum(found[part, day] for part in ("open_30_days", "open_90_days", "open_longer"))
    assert (parts, ages) == (found["_T", day], found["problems_open", day])


def test_a_batch_holds_what_was_started_in_its_quarter(newest: Edition) -> None:
    batches = {batch.id: batch for batch in newest.dossier.batches}
    assert len(batches) == 12
    newest_batch = batches["starts_2026_q3"]
    totals = values(newest, "centralised_start_projects")
    assert totals["starts_2026_q3", "2026-Q3"] == totals["_T", "2026-Q3"] > len(newest_batch.projects) > 0
    started = {
        row.project for row in newest.tables.project_status if row.stage == "started" and row.edition == "2026-Q3"
    }
    assert started & {*newest_batch.projects} == started


def test_aims_are_met_missed_open_and_beyond_judgement(newest: Edition) -> None:
    own = Counter(one.state for one in newest.aims if one.target.key.subject == "990100")
    assert min(own[state] for state in ("met", "missed", "open", "unjudged")) > 0


def test_projects_are_as_many_as_asked(tmp_path: Path) -> None:
    """And a project stays what it was in a longer list."""
    few, many = (write(tmp_path / str(number), Plan(4, 3, 6, 3, projects=number)) for number in (5, 90))
    rows = [(folder / "projects" / "projects.csv").read_text(encoding="utf-8").splitlines() for folder in (few, many)]
    assert [len(one) - 1 for one in rows] == [5, 64]  # of the 46 named ones 20 lie in the first four counties
    assert rows[0][:3] == rows[1][:3]
