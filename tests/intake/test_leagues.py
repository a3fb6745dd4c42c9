"""leagues.yaml: read exactly, and every way to break it is told at its place."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction as F

import pytest

from generator.errors import DataErrors
from generator.intake import lock, worded
from generator.intake.league_form import LEAGUE
from generator.intake.leagues import LEAGUES
from generator.measures import assemble
from generator.model.contest import Contest, Series
from generator.model.league import Block, Doubt, Item, League, Normalisation, Outliers, Rewards
from generator.model.text import LANGS, Text
from tests.corpus.altering import Alter
from tests.corpus.declarations import WHOLE_YAML
from tests.intake.league_cases import CASES, ITEM, SOUND
from tests.intake.small_bulletin import Bench

INDICATORS = "reference/indicators.csv"
Q1 = "investment/observations/2022-Q1.csv"
SECOND = SOUND.index("- id: race", 20)


@pytest.fixture
def racing(bench: Bench) -> Bench:
    """The small bulletin with two entries of one league."""
    bench.write(LEAGUES, SOUND, describe=False)
    return bench


def test_everything_that_is_written_is_read_exactly(racing: Bench) -> None:
    first, second = racing.load().tables.contests
    items = (
        Item("investment", F(1, 3), worst=Decimal(-5), best=Decimal("12.5")),
        Item("portion", F(2, 3), worst=Decimal(0), best=Decimal(100)),
    )
    members = (
        Block("growth", items, F(3, 10), "geometric", Text("增长", "Growth")),
        Item("clusters", F(1, 5), worst=Decimal(10), best=Decimal(400)),
        Item("approval_days", F(1, 2), "down", Decimal(30), Decimal(5), log=True),
    )
    ends = (F(60), F(100))
    league = League(
        "race", Text("赛马总榜", "The race"), (), Block("race", members),
        Normalisation("goalposts", ends, cap=True), Outliers("winsorise", 1),
        "renormalise", F(3, 4), F(1, 10), F(1, 2), 1, "dense",
        Rewards(2, (Decimal(300), Decimal("200.5")), "all", Decimal(450), Decimal(1)),
        Doubt(
            F(1, 10),
            (Normalisation("rank", ends), Normalisation("min-max", ends, cap=True), Normalisation("z", (F(0), F(1))),
             Normalisation("z", (F(50), F(10)), ddof=1)),
            (Outliers("none"),), ("mpi", "median"), 200, 7,
        ),
    )  # fmt: skip
    series = {
        "investment": Series("investment", "growth_yoy", "_T"),
        "portion": Series("investment", "share", "_T"),
        "clusters": Series("investment", "level", "part_a"),
        "approval_days": Series("approval_days", "level", "_T"),
    }
    note = Text("试行。", "On trial.")
    assert first == Contest(league, "counties", series, "2022-Q1", "2022-Q1", "CNY_100M", note)
    members = (Item("investment", F(1, 2), "down"), Item("approval_days", F(1, 2), "down"))
    assert second.league == League("race", Text("赛马总榜", "The race"), (), Block("race", members))
    assert (second.first, second.last, second.unit, second.note) == ("2022-Q2", "", "", Text())
    assert [one.covers("2022-Q2") for one in (first, second)] == [False, True]


def test_a_method_or_a_number_of_places_may_stand_alone(racing: Bench) -> None:
    racing.edit(
        LEAGUES,
        "- {indicator: approval_days, weight: 0.5}\n",
        "- {indicator: approval_days, weight: 0.5}\n  rewards: 3\n",
    )
    _, second = racing.load().tables.contests
    assert second.league.rewards == Rewards(3)


def test_a_bulletin_need_not_have_leagues(sound: Bench) -> None:
    assert sound.load().tables.contests == ()


@pytest.mark.parametrize(
    ("rule", "line", "column", "old", "new"), CASES, ids=[f"{n}-{c[0]}" for n, c in enumerate(CASES)]
)
def test_one_broken_rule_is_one_problem_at_its_place(
    rule: str, line: int, column: str, old: str, new: str, racing: Bench
) -> None:
    racing.edit(LEAGUES, old, new)
    assert racing.found() == [(rule, LEAGUES, line, column)]
    for lang in LANGS:
        assert "{" not in worded(racing.problems()[0], lang), "a fact is missing"


@pytest.mark.parametrize(
    ("rule", "column", "old", "new"),
    [
        ("league-direction", "leagues.members", "as_of,down", "as_of,none"),
        ("league-span", "leagues.members.indicator", "days,0,as_of", "days,0,span"),
    ],
)
def test_an_indicator_must_say_when_and_which_way(rule: str, column: str, old: str, new: str, racing: Bench) -> None:
    racing.edit(INDICATORS, old, new)
    found = [(one, line, place) for one, file, line, place in racing.found() if file == LEAGUES]
    assert found == [(rule, 25, column), (rule, 49, column)]


def test_all_entries_are_told_of_at_once(racing: Bench) -> None:
    racing.edit(LEAGUES, "ties: dense", "ties: olympic")
    racing.edit(LEAGUES, ITEM, ITEM.replace("investment", "gdp"))
    assert [(rule, line) for rule, _, line, _ in racing.found()] == [("choice", 33), ("unknown-id", 48)]


@pytest.mark.parametrize("wrong", [3, True, [], [1], {"a": 1}, "x", ["x"], "", None])
def test_any_type_anywhere_ends_in_words(wrong: object, racing: Bench) -> None:
    """An entry for every key, with this one wrong, so that one run tells of all of them."""
    plain = {"id": "race", "title": "a", "title_en": "a", "peers": "counties", "from": "2022-Q1", "members": []}
    keys = LEAGUE.forms[0].known
    entries: list[object] = [{**plain, key: wrong} for key in keys]
    for outer in ("normalisation", "outliers", "rewards", "doubt"):
        entries += [{**plain, outer: {key: wrong}} for key in keys[outer].forms[0].known]
    assert keys["members"].each
    for form in keys["members"].each.forms:
        sound = dict.fromkeys(form.required, 1) | {"members": []}
        entries += [{**plain, "members": [{**sound, key: wrong}]} for key in form.known]
    racing.write(LEAGUES, json.dumps({"leagues": [*entries, wrong]}, indent=1), describe=False)
    problems = racing.problems()
    assert {problem.file for problem in problems} == {f"demo/{LEAGUES}"}
    assert len({problem.line for problem in problems}) > len(keys)
    for problem in problems:
        assert worded(problem, "en").isprintable()


@pytest.mark.parametrize(("alter", "rule", "line"), WHOLE_YAML.values(), ids=list(WHOLE_YAML))
def test_a_file_that_cannot_be_read_is_told_of_once(alter: Alter, rule: str, line: int | None, racing: Bench) -> None:
    lock(racing.load().tables, "2022-Q1", b"snapshot")
    racing.write(LEAGUES, alter(SOUND.encode()), describe=False)
    assert racing.found() == [(rule, LEAGUES, line, "")]


def test_a_released_edition_keeps_its_leagues(racing: Bench) -> None:
    """Its method may be written or worded differently; another edition may have another."""
    lock(racing.load().tables, "2022-Q1", b"snapshot")
    for old, new in (("0.3\n", "3/10\n"), ("赛马总榜\n  title_en: The race\n  note", "榜\n  title_en: Race\n  note")):
        racing.edit(LEAGUES, old, new)
    racing.edit(LEAGUES, "weight: 0.5, direction: down", "weight: 0.5, direction: up")
    racing.edit(LEAGUES, "constant: 0.1", "constant: 10%")
    assert racing.problems() == ()
    racing.edit(LEAGUES, "runs: 200", "runs: 300")
    assert racing.found() == [("lock-leagues", LEAGUES, 2, "leagues")]


def test_a_league_may_not_be_taken_from_a_released_edition_nor_given_to_it(racing: Bench) -> None:
    lock(racing.load().tables, "2022-Q1", b"snapshot")
    racing.write(LEAGUES, "leagues:\n" + SOUND[SECOND:], describe=False)
    assert racing.found() == [("lock-leagues", LEAGUES, 2, "leagues")]
    (racing.folder / LEAGUES).unlink()
    assert racing.found() == [("lock-leagues", LEAGUES, None, "leagues")]


def test_a_league_may_not_be_given_to_a_released_edition(bench: Bench) -> None:
    """Locks from before there were leagues hold as long as there are none."""
    lock(bench.load().tables, "2022-Q1", b"snapshot")
    assert bench.problems() == ()
    bench.write(LEAGUES, "leagues:\n" + SOUND[SECOND:], describe=False)
    assert bench.problems() == ()
    bench.write(LEAGUES, SOUND, describe=False)
    assert bench.found() == [("lock-leagues", LEAGUES, 2, "leagues")]


def test_peers_of_a_released_league_stay_the_same(racing: Bench) -> None:
    """However they are written: by their parent, or by a code that has been renamed before."""
    lock(racing.load().tables, "2022-Q1", b"snapshot")
    racing.edit("reference/peers.csv", "children:010200", "010204")
    assert racing.problems() == ()
    racing.edit("reference/peers.csv", "010204", "010200")
    assert racing.found() == [("lock-leagues", LEAGUES, 2, "leagues")]


@pytest.mark.parametrize(("since", "joins"), [("", True), ("2022-03-31", True), ("2022-04-01", False)])
def test_an_area_may_join_the_peers_after_the_quarter_that_was_released(since: str, joins: bool, racing: Bench) -> None:
    lock(racing.load().tables, "2022-Q1", b"snapshot")
    racing.append("reference/areas.csv", f"010205,新县,New County,county,010200,{since},,,,,")
    assert racing.found() == ([("lock-leagues", LEAGUES, 2, "leagues")] if joins else [])


def test_what_only_the_figures_show_has_its_place_too(racing: Bench) -> None:
    """The logarithm of the days of approval is asked for in line 25; they are none in the first edition."""
    racing.edit(Q1, "2022-03-31,,,O,exact", "2022-03-31,0,,A,exact")
    with pytest.raises(DataErrors) as found:
        assemble(racing.load().tables)
    (problem,) = found.value.problems
    assert (problem.rule, problem.file, problem.line) == ("league-log", f"demo/{LEAGUES}", 25)
    text = worded(problem, "en")
    assert "edition 2022-Q1 the value of “approval_days” for 010203 is 0," in text


def test_a_topic_may_not_have_the_name_of_a_league_package(racing: Bench) -> None:
    racing.edit("bulletin.yaml", "topics: [investment]", "topics: [investment, league-race]")
    (racing.folder / "investment").rename(racing.folder / "league-race")
    found = [one for one in racing.found() if one[0] == "league-topic"]
    assert found == [("league-topic", LEAGUES, 2, "leagues.id"), ("league-topic", LEAGUES, 42, "leagues.id")]
