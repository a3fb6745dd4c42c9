"""League tables of editions: expected scores, ranks and rewards are worked out by SQL and by hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from generator.errors import DataErrors, Problem
from generator.measures import assemble
from generator.measures.league import tables as module
from generator.measures.league.entries import spans
from generator.memory import Memory
from generator.model.codes import Basis
from generator.model.contest import Series
from generator.model.edition import Edition
from generator.model.league import Block, Item, Normalisation
from generator.model.standing import LeagueTable
from tests.measures.league.races import CONTEST, EDITIONS, ROWS, other, tables


@cache
def editions() -> tuple[Edition, ...]:
    return assemble(tables())


def race(edition: str) -> LeagueTable:
    return next(one.leagues["race"] for one in editions() if one.name == edition)


# What each edition is about, by the last months of the periods as they are written in ROWS.
ABOUT = {
    "2024-Q3": ("2024-01/2024-09", "2024-09-30"),
    "2024-Q4": ("2024", "2024-12-31"),
    "2025-Q1": ("2025-Q1", "2025-03-31"),
}
SCORES = """
    with entered as (select *, min(value) over kind as low, max(value) over kind as high from entry
                     window kind as (partition by indicator)),
         total as (select area, round(sum(weight * 100.0 * (value - low) / (high - low)), 2) as score
                   from entered group by area)
    select area, score, rank() over (order by score desc) from total order by score desc
"""


def by_sql(edition: str) -> list[tuple[str, float, int]]:
    """The league in SQL: areas with both values, exact ones, in 亿元."""
    base = sqlite3.connect(":memory:")
    base.execute("create table entry (area, indicator, value real, weight real)")
    for row in (line.split() for line in ROWS.split("\n") if line):
        period = row[3].replace("2024-01/2024-12", "2024")
        if row[0] == edition and period in ABOUT[edition] and row[4] != "over":
            value = float(row[4]) / (10_000 if row[5:] else 1)
            base.execute(
                "insert into entry values (?, ?, ?, ?)", (row[1], row[2], value, {"output": 0.6}.get(row[2], 0.4))
            )
    base.execute("delete from entry where area in (select area from entry group by area having count(*) < 2)")
    return list(base.execute(SCORES))


@pytest.mark.parametrize("edition", EDITIONS)
def test_scores_and_ranks_are_those_of_sql(edition: str) -> None:
    found = [(area, float(one.score or 0), one.rank) for area, one in race(edition).standings.items() if one.rank]
    assert found == by_sql(edition)


def test_who_competes_is_who_exists_at_the_end_of_the_quarter() -> None:
    assert [race(name).contest.league.peers for name in EDITIONS] == [
        ("990101", "990102", "990103", "990104"),
        ("990101", "990102", "990103", "990104"),
        ("990101", "990112", "990103"),
    ]


def test_a_bounded_value_is_missing_and_named() -> None:
    table = race("2025-Q1")
    one = table.standings["990103"]
    assert (one.rank, one.score, one.reason, one.missing) == (None, None, "missing", ("firms",))
    assert table.values["990103"] == {"output": Decimal("4.0"), "firms": None}
    assert table.figures["990103"]["firms"] == "obs.990103.firms.level._T._Z.2025-03-31"


def test_rewards_add_up_within_a_year() -> None:
    """Third quarter: 03, 04; fourth: 02, 03; then a new year, in which 02 is called 12."""
    won = [{area: (one.award, one.total) for area, one in race(name).standings.items()} for name in EDITIONS]
    assert won[0]["990103"] == (60, 60) and won[0]["990104"] == (40, 40)
    assert won[1]["990102"] == (60, 60) and won[1]["990103"] == (40, 100) and won[1]["990104"] == (None, 40)
    assert won[2]["990112"] == (60, 60) and won[2]["990101"] == (40, 40) and won[2]["990103"] == (None, 0)


def test_a_change_is_told_by_its_causes() -> None:
    """02 was third; with its corrected output of 28 it would have been first, and the new figures left it there.
    01 was last of four; without 04, which is merged, third; and second since 03 gives no exact number of firms."""
    assert race("2024-Q3").before == {} and race("2024-Q3").changes == {}
    change = race("2024-Q4").changes["990102"]
    assert (change.before, change.now, change.revision, change.data) == (3, 1, -2, 0)
    assert race("2025-Q1").before == {"990112": 1, "990103": 2, "990104": 3, "990101": 4}
    change = race("2025-Q1").changes["990101"]
    assert (change.before, change.now, change.peers, change.data) == (4, 2, -1, -1)
    change = race("2025-Q1").changes["990112"]
    assert (change.before, change.now) == (1, 1)


def test_past_revisions_are_those_of_the_figures_that_tables_took(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of eight outputs one was corrected, from 20 to 28; no number of firms was."""
    assert race("2024-Q4").revisions is None and race("2025-Q1").revisions is not None
    taken = []
    monkeypatch.setattr(module, "of_revisions", lambda league, values, standings, sizes: taken.append(sizes))
    assemble(tables())
    assert {name: sorted(sizes) for name, sizes in taken[0].items()} == {"output": [0] * 7 + [8], "firms": [0] * 8}


def test_a_change_of_method_counts_apart_even_if_an_item_means_something_else() -> None:
    """From 2024-Q4 the race is about firms alone, under the name of output: the old method's item is read as it was."""
    old = replace(CONTEST, last="2024-Q3")
    root = Block("all", (Item("output", Fraction(1)),))
    new = replace(other(root=root), series={"output": Series("firms", "level", "_T")}, first="2024-Q4")
    second = assemble(replace(tables(), contests=(old, new)))[1].leagues["race"]
    change = second.changes["990101"]  # fourth by the old method with any figures, first by firms: 8, 6, 2, 4
    assert (change.before, change.revision, change.data, change.method, change.now) == (4, 0, 0, -3, 1)
    assert second.standings["990101"].total == 60


def test_results_are_figures_and_stay() -> None:
    first, second, third = (one.figures for one in editions())
    score, rank, award = (f"league.990103.race.{what}._T.counties.2024-Q3" for what in ("score", "rank", "award"))
    assert [str(first[name].value) for name in (score, rank, award)] == ["60.00", "1", "60.00"]
    assert first[award].unit.id == "CNY_10K" and first[rank].inputs == (score,) and first[award].inputs == (rank,)
    assert first[score].inputs == (
        "obs.990103.output.level._T._Z.2024-01_2024-09", "obs.990103.firms.level._T._Z.2024-09-30"
    )  # fmt: skip
    assert third[score] == second[score] == first[score]
    assert first[score].status == "A" and third["league.990101.race.rank._T.counties.2025-Q1"].status == "P"
    assert "league.990103.race.rank._T.counties.2025-Q1" not in third  # not ranked
    assert all(name in third for figure in third.values() for name in figure.inputs)


def test_without_money_there_is_no_figure_of_the_award() -> None:
    found = assemble(tables(contest=replace(CONTEST, unit="")))[0]
    assert found.leagues["race"].standings["990103"].award == 60
    assert not [name for name in found.figures if ".award." in name]


def test_a_league_that_is_not_yet_or_no_longer_in_force_has_no_table() -> None:
    found = assemble(tables(contest=replace(CONTEST, first="2024-Q4", last="2024-Q4")))
    assert [[*one.leagues] for one in found] == [[], ["race"], []]
    assert found[2].leagues == {} and "league.990102.race.rank._T.counties.2024-Q4" in found[2].figures


def test_figures_without_an_answer_are_problems_of_the_declaration() -> None:
    """In each edition the last of a column scores 0, of which there is no geometric mean."""
    contest = other(root=replace(CONTEST.league.root, aggregation="geometric"))
    places = {"output": Problem("", "demo", file="demo/leagues.yaml", line=8, column="leagues.members")}
    with pytest.raises(DataErrors) as found:
        assemble(tables(contest=replace(contest, places=places)))
    said = {(one.rule, one.file, one.line, one.facts["league"], one.facts["edition"]) for one in found.value.problems}
    assert said == {("league-positive", "demo/leagues.yaml", 8, "race", edition) for edition in EDITIONS}
    assert {(one.facts["member"], one.facts["block"], one.value) for one in found.value.problems} == {
        ("output", CONTEST.league.root.id, "0")
    }


@pytest.mark.parametrize(
    ("basis", "edition", "periods"),
    [
        ("quarter", "2025-Q3", "2025-Q3 2025-07/2025-09"),
        ("ytd", "2025-Q1", "2025-Q1 2025-01/2025-03"),
        ("ytd", "2025-Q2", "2025-H1 2025-01/2025-06"),
        ("ytd", "2025-Q3", "2025-01/2025-09"),
        ("ytd", "2025-Q4", "2025 2025-01/2025-12"),
        ("as_of", "2024-Q1", "2024-03-31"),
        ("year", "2025-Q3", "2024 2024-01/2024-12"),
        ("year", "2025-Q4", "2025 2025-01/2025-12"),
        ("span", "2025-Q4", ""),
    ],
)
def test_the_period_an_edition_is_about(basis: Basis, edition: str, periods: str) -> None:
    assert [one.text for one in spans(basis, edition)] == periods.split()


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The editions whose table was worked out, not remembered."""
    done: list[str] = []
    whole = module.worked_out

    def work(inputs: module.Inputs, stamp: str) -> LeagueTable:
        done.append(inputs.edition)
        return whole(inputs, stamp)

    monkeypatch.setattr(module, "worked_out", work)
    yield done


def test_a_table_is_worked_out_once(worked: list[str], tmp_path: Path) -> None:
    first = assemble(tables(), None, tmp_path)
    assert worked == [*EDITIONS]
    assert assemble(tables(), None, tmp_path) == first
    assert worked == [*EDITIONS]
    assemble(tables(contest=other(normalisation=Normalisation("rank"))), None, tmp_path)
    assert worked == [*EDITIONS] * 2


def test_a_preview_works_out_again_what_differs_in_digits_only(worked: list[str]) -> None:
    """4.0 said as 4.00 is the same score, and another figure; the editions before are remembered."""
    memory, whole = Memory(), tables()
    before = assemble(whole, memory)
    rows = tuple(
        replace(row, value=Decimal("4.00")) if row.edition == "2025-Q1" and row.value == 4 else row
        for row in whole.statements
    )
    after = assemble(replace(whole, statements=rows), memory)
    assert worked == [*EDITIONS, "2025-Q1"]
    assert str(after[2].leagues["race"].values["990103"]["output"]) == "4.00"
    assert after[2].leagues != before[2].leagues and after[1].leagues == before[1].leagues


def test_half_a_file_is_never_taken(worked: list[str], tmp_path: Path) -> None:
    first = assemble(tables(), None, tmp_path)
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:100])
    assert assemble(tables(), None, tmp_path) == first
    assert worked == [*EDITIONS] * 2 and not [*tmp_path.glob("*.part")]
