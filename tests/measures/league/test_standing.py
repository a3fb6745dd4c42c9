"""Scores, ranks and who is not ranked, worked out by hand."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from generator.errors import DataErrors
from generator.measures.league import compute
from generator.model.league import EFFICACY, Block, Item, League, Normalisation, Outliers, Rewards
from tests.measures.league.leagues import Values, flat, league, leagues, table

HALVES = {"gdp": "1/2", "jobs": "1/2"}


def scores(one: League, values: Values) -> dict[str, str | None]:
    return {
        area: None if found.score is None else str(found.score) for area, found in sorted(compute(one, values).items())
    }


def test_min_max_by_hand() -> None:
    # gdp 0 50 100, jobs 100 0 25
    found = compute(league(flat(HALVES)), table(gdp="10 15 20", jobs="9 1 3"))
    assert [(area, str(one.score), one.rank) for area, one in found.items()] == [
        ("C", "62.50", 1),
        ("A", "50.00", 2),
        ("B", "25.00", 3),
    ]
    assert found["C"].parts == {"gdp": 50, "jobs": Fraction(25, 2)}
    assert found["C"].strengths == ("gdp",) and found["C"].weaknesses == ()  # the medians of the parts: 25 and 12.5
    assert found["A"].strengths == ("jobs",) and found["A"].weaknesses == ("gdp",)


def test_less_is_better_where_it_says_so() -> None:
    root = Block("all", (Item("energy", Fraction(1), "down"),))
    assert scores(league(root), table(energy="4 2 3")) == {"A": "0.00", "B": "100.00", "C": "50.00"}


def test_equal_published_scores_share_a_rank() -> None:
    """Ranks are taken from scores as published: 66.664 and 66.66 are 66.7 both."""
    raw = {"normalisation": Normalisation("raw"), "decimals": 1}
    values = table(gdp="66.664 66.66 70 1")
    found = compute(league(flat({"gdp": "1"}), "ABCD", **raw), values)
    assert {area: one.rank for area, one in found.items()} == {"C": 1, "A": 2, "B": 2, "D": 4}
    dense = compute(league(flat({"gdp": "1"}), "ABCD", ties="dense", **raw), values)
    assert {area: one.rank for area, one in dense.items()} == {"C": 1, "A": 2, "B": 2, "D": 3}


def test_half_to_even_at_the_last_decimal() -> None:
    raw = {"normalisation": Normalisation("raw"), "decimals": 1}
    assert scores(league(flat({"gdp": "1"}), **raw), table(gdp="0.25 0.35 -0.04")) == {
        "A": "0.2",
        "B": "0.4",
        "C": "0.0",
    }


def test_an_exact_geometric_mean_is_exact() -> None:
    """The root of 0.125 × 0.125 is 0.125 and rounds to 0.12; that of 0.375 × 0.375 to 0.38."""
    one = league(flat(HALVES, aggregation="geometric"), "AB", normalisation=Normalisation("raw"))
    assert scores(one, table(gdp="0.125 0.375", jobs="0.125 0.375")) == {"A": "0.12", "B": "0.38"}


def test_a_constant_column_scores_the_declared_constant() -> None:
    values = table(gdp="7 7 7", jobs="0 1 2")
    assert scores(league(flat(HALVES)), values) == {"A": "25.00", "B": "50.00", "C": "75.00"}
    assert scores(league(flat(HALVES), constant=Fraction(0)), values) == {"A": "0.00", "B": "25.00", "C": "50.00"}
    z = league(flat({"gdp": "1"}), normalisation=Normalisation("z", (Fraction(100), Fraction(10))))
    assert scores(z, values) == dict.fromkeys("ABC", "100.00")


@pytest.mark.parametrize(("ddof", "best"), [(0, "112.25"), (1, "110.00")])
def test_z_scores_with_the_declared_degrees_of_freedom(ddof: int, best: str) -> None:
    """1, 2, 3 have the variance 2/3, with n − 1 it is 1; and 1 ÷ √(2/3) is 1.2247."""
    z = Normalisation("z", (Fraction(100), Fraction(10)), ddof=ddof)
    assert scores(league(flat({"gdp": "1"}), normalisation=z), table(gdp="1 2 3"))["C"] == best


def test_a_target_reached_by_all_scores_full() -> None:
    root = Block("all", (Item("gdp", Fraction(1), best=Decimal(5)),))
    assert scores(league(root, normalisation=Normalisation("target")), table(gdp="5 6 9")) == dict.fromkeys(
        "ABC", "100.00"
    )


def test_completion_where_less_is_better() -> None:
    """Target 80: 60 is 125 % of it done, 100 is 75 %."""
    root = Block("all", (Item("energy", Fraction(1), "down", best=Decimal(80)),))
    one = league(root, normalisation=Normalisation("completion"))
    assert scores(one, table(energy="60 80 100")) == {"A": "125.00", "B": "100.00", "C": "75.00"}
    capped = league(root, normalisation=Normalisation("completion", cap=True))
    assert scores(capped, table(energy="60 80 100"))["A"] == "100.00"


def test_efficacy_has_no_ceiling() -> None:
    root = Block("all", (Item("gdp", Fraction(1), worst=Decimal(6), best=Decimal(12)),))
    assert scores(league(root, normalisation=EFFICACY), table(gdp="6 12 15")) == {
        "A": "60.00",
        "B": "100.00",
        "C": "120.00",
    }


def test_two_of_five_indicators() -> None:
    """B has two fifths of the weight: unranked, with its gaps, and nobody's ends move by it."""
    root = flat(dict.fromkeys("vwxyz", "1/5"))
    gaps = table(v="1 99 3", w="1 99 3", x="1 - 3", y="1 - 3", z="1 - 3")
    for rule in ("exclude", "renormalise", "zero"):
        found = compute(league(root, missing=rule), gaps)
        assert found["B"].rank is None and found["B"].score is None and found["B"].missing == ("x", "y", "z")
        assert found["B"].available == Fraction(2, 5)
        assert found["B"].reason == ("missing" if rule == "exclude" else "threshold")
        assert (found["C"].score, found["A"].score) == (100, 0)


def test_a_gap_below_the_threshold_is_renormalised_or_zero() -> None:
    root = flat({"v": "1/2", "w": "1/3", "x": "1/6"})
    values = table(v="0 10 5", w="0 10 5", x="0 10 -")
    assert scores(league(root, missing="renormalise"), values)["C"] == "50.00"  # (25 + 16.67) ÷ (5/6)
    assert scores(league(root, missing="zero"), values)["C"] == "41.67"
    assert scores(league(root, missing="exclude"), values)["C"] is None


def test_nan_and_an_absent_area_are_missing() -> None:
    found = compute(league(flat({"gdp": "1"})), {"A": {"gdp": Decimal("NaN")}, "B": {"gdp": Decimal(1)}})
    assert [found[area].rank for area in "ABC"] == [None, 1, None]


def test_nobody_ranked_is_no_error() -> None:
    assert [one.reason for one in compute(league(flat(HALVES)), {}).values()] == ["missing"] * 3


def test_zero_in_a_geometric_mean_is_refused_unless_a_floor_is_declared() -> None:
    root, values = flat(HALVES, aggregation="geometric"), table(gdp="0 5 10", jobs="10 5 10")
    with pytest.raises(DataErrors) as caught:
        compute(league(root), values)
    assert {problem.rule for problem in caught.value.problems} == {"league-positive"}
    assert scores(league(root, floor=Fraction(1)), values)["A"] == "10.00"  # √(1 × 100)


def test_the_logarithm_of_zero_is_refused() -> None:
    root = Block("all", (Item("income", Fraction(1), log=True),))
    with pytest.raises(DataErrors) as caught:
        compute(league(root), table(income="0 5 10"))
    assert caught.value.problems[0].facts["area"] == "A"


def test_geometric_parts_follow_the_logarithms() -> None:
    """100 and 10 against a least score of 1: √1000 splits 2 to 1."""
    root = flat(HALVES, aggregation="geometric")
    found = compute(league(root, "AB", normalisation=Normalisation("raw")), table(gdp="100 1", jobs="10 1"))["A"]
    assert float(found.parts["gdp"] / found.parts["jobs"]) == pytest.approx(2, rel=1e-15)
    assert str(found.score) == "31.62"


def test_logarithms_do_not_part_what_is_equal() -> None:
    """A third of the way from 0 to 3, and from ln 1 to ln 8: A and B tie, each beating half of the other."""
    inner = Block("inner", (Item("gdp", Fraction(1, 2)), Item("income", Fraction(1, 2), log=True)))
    one = league(Block("all", (inner,), aggregation="borda"))
    assert scores(one, table(gdp="1 0 3", income="1 2 8")) == {"A": "0.50", "B": "0.50", "C": "2.00"}


def test_awards_run_on() -> None:
    rewards = Rewards(1, (Decimal(50),))
    found = compute(
        league(flat({"gdp": "1"}), rewards=rewards), table(gdp="1 2 3"), {"C": Decimal(20), "A": Decimal(5)}
    )
    assert [(one.award, one.total) for one in found.values()] == [(50, 70), (None, 0), (None, 5)]


@settings(max_examples=150, deadline=None)
@given(leagues())
def test_parts_sum_to_the_score_exactly(drawn: tuple[League, Values]) -> None:
    ranked = [one for one in compute(*drawn).values() if one.exact is not None]
    event("ranked" if ranked else "nobody ranked")
    assert all(sum(one.parts.values()) == one.exact for one in ranked)


@settings(max_examples=60, deadline=None)
@given(leagues(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_changes_nothing(drawn: tuple[League, Values], chance: random.Random) -> None:
    one, values = drawn
    peers, members = list(one.peers), list(one.root.members)
    chance.shuffle(peers)
    chance.shuffle(members)
    other = replace(one, peers=tuple(peers), root=replace(one.root, members=tuple(members)))
    turned = {area: dict(reversed(row.items())) for area, row in reversed(values.items())}
    before, after = compute(one, values), compute(other, turned)
    assert {area: (x.score, x.rank) for area, x in before.items()} == {
        area: (x.score, x.rank) for area, x in after.items()
    }


@settings(max_examples=60, deadline=None)
@given(leagues(), st.sampled_from([Decimal("0.001"), Decimal(7), Decimal(10000)]), st.integers(-9, 9))
def test_the_unit_of_a_min_max_column_changes_nothing(
    drawn: tuple[League, Values], factor: Decimal, shift: int
) -> None:
    values = drawn[1]
    (alone, inner) = drawn[0].root.members  # alone is the indicator p
    root = replace(drawn[0].root, members=(replace(alone, log=False), inner))
    one = replace(drawn[0], root=root, normalisation=Normalisation("min-max"), outliers=Outliers("winsorise", 1))
    scaled = {
        area: {name: x if x is None or name != "p" else x * factor + shift for name, x in row.items()}
        for area, row in values.items()
    }
    assert exact(one, values) == exact(one, scaled)


def exact(one: League, values: Values) -> dict[str, tuple[Fraction | None, int | None]]:
    return {area: (found.exact, found.rank) for area, found in compute(one, values).items()}


SQL = """
WITH ends AS (SELECT indicator, MIN(value) AS low, MAX(value) AS high FROM stated GROUP BY indicator),
     scored AS (SELECT area, SUM(weight * CASE WHEN up THEN value - low ELSE high - value END / (high - low)) AS score
                FROM stated JOIN ends USING (indicator) JOIN weights USING (indicator) GROUP BY area)
SELECT area, RANK() OVER (ORDER BY ROUND(100 * score, 6) DESC) FROM scored
"""


@pytest.mark.parametrize("seed", range(5))
def test_sql_finds_the_same_ranks(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - figures to sort, not secrets
    areas, weights = tuple(f"{number:02}" for number in range(30)), {"p": 5, "q": 3, "r": 2}
    values: Values = {area: {name: Decimal(chance.randint(0, 999)) / 10 for name in weights} for area in areas}
    items = tuple(Item(name, Fraction(part, 10), "down" if name == "r" else "up") for name, part in weights.items())
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE stated (area, indicator, value REAL)")
    base.execute("CREATE TABLE weights (indicator, weight REAL, up INTEGER)")
    rows = [(area, name, float(x or 0)) for area, row in values.items() for name, x in row.items()]
    base.executemany("INSERT INTO stated VALUES (?, ?, ?)", rows)
    base.executemany("INSERT INTO weights VALUES (?, ?, ?)", [(n, part / 10, n != "r") for n, part in weights.items()])
    expected = dict(base.execute(SQL).fetchall())
    found = compute(league(Block("all", items), areas, decimals=6), values)
    assert {area: one.rank for area, one in found.items()} == expected
