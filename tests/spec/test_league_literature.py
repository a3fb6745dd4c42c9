"""Worked examples of composite indicators and of voting, as published.

- Handbook: OECD/JRC, Handbook on Constructing Composite Indicators (2008), pages 106-111 and tables 25 to 37
- COINr: the unit tests and the vignette "treat" of the R package COINr (bluefoxr/COINr, b968203)
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from generator.measures.league import compute
from generator.measures.league.aggregate import mean
from generator.measures.league.orders import Outranking, borda, copeland, kemeny, outranking
from generator.measures.league.outliers import kurtosis, skewness, treated
from generator.model.league import EFFICACY, Block, Item, League, Normalisation, Outliers
from generator.model.text import Text

ONE = Fraction(1)


def orders(*profile: tuple[int, str]) -> Outranking:
    return outranking((Fraction(votes), {name: place for place, name in enumerate(order)}) for votes, order in profile)


# Handbook table 25: how many of 21 indicators give a, b, c, d the ranks 1 to 4; the orders behind it, found from
# its outranking matrix, table 26
TABLE_25 = {"a": (8, 0, 0, 13), "b": (7, 9, 5, 0), "c": (6, 5, 10, 0), "d": (0, 7, 6, 8)}
TABLE_25_ORDERS = ((3, "abcd"), (5, "acbd"), (7, "bdca"), (6, "cbda"))
TABLE_26 = {
    "ab": 8,
    "ac": 8,
    "ad": 8,
    "ba": 13,
    "bc": 10,
    "bd": 21,
    "ca": 13,
    "cb": 11,
    "cd": 14,
    "da": 13,
    "db": 0,
    "dc": 7,
}


def test_borda_and_condorcet_of_the_handbook() -> None:
    matrix = orders(*TABLE_25_ORDERS)
    assert {name: frequencies(name) for name in "abcd"} == TABLE_25
    assert {one + other: int(votes) for (one, other), votes in matrix.items()} == TABLE_26
    assert borda(matrix) == {"a": 24, "b": 44, "c": 38, "d": 20}
    assert sorted(copeland(matrix).items(), key=lambda pair: -pair[1]) == [("c", 3), ("b", 1), ("d", -1), ("a", -3)]


def frequencies(name: str) -> tuple[int, ...]:
    return tuple(sum(votes for votes, order in TABLE_25_ORDERS if order[place] == name) for place in range(4))


def test_borda_as_a_league() -> None:
    """The same profile through the engine: 21 indicators of equal weight, Borda points per indicator."""
    indicators = [order for votes, order in TABLE_25_ORDERS for _ in range(votes)]
    items = tuple(Item(f"i{number}", Fraction(1, 21)) for number in range(21))
    league = League("h", Text(), tuple("abcd"), Block("all", items, aggregation="borda"))
    values = {
        name: {f"i{number}": Decimal(-order.index(name)) for number, order in enumerate(indicators)} for name in "abcd"
    }
    found = compute(league, values)
    assert {name: 21 * (one.exact or 0) for name, one in found.items()} == {"b": 44, "c": 38, "a": 24, "d": 20}


TABLE_28 = ((23, "abc"), (17, "bca"), (2, "bac"), (10, "cab"), (8, "cba"))


def test_kemeny_of_the_handbook() -> None:
    matrix = orders(*TABLE_28)
    assert borda(matrix) == {"a": 58, "b": 69, "c": 53}
    assert kemeny(matrix) == (104, [("b", "c", "a")])
    support = {"abc": 100, "bca": 104, "cab": 86, "bac": 94, "cba": 80, "acb": 76}
    assert {order: int(sum(matrix[pair] for pair in pairs(order))) for order in support} == support


def test_a_third_area_turns_two_others_under_borda() -> None:
    whole = orders((3, "cbad"), (2, "badc"), (2, "adcb"))
    assert borda(whole) == {"a": 13, "b": 12, "c": 11, "d": 6}
    assert borda(orders((3, "cba"), (2, "bac"), (2, "acb"))) == {"a": 6, "b": 7, "c": 8}


def test_the_three_best_orders_of_the_technology_achievement_index() -> None:
    names = ("Finland", "USA", "Sweden", "Japan", "Korea")
    eighths = ((0, 4, 3, 6, 5), (4, 0, 4, 5, 5), (5, 4, 0, 6, 5), (2, 3, 2, 0, 6), (3, 3, 3, 2, 0))
    matrix = {
        (names[row], names[column]): Fraction(eighths[row][column], 8)
        for row, column in product(range(5), repeat=2)
        if row != column
    }
    assert kemeny(matrix) == (
        Fraction("6.375"),
        [
            ("Sweden", "Finland", "USA", "Japan", "Korea"),
            ("Sweden", "USA", "Finland", "Japan", "Korea"),
            ("USA", "Sweden", "Finland", "Japan", "Korea"),
        ],
    )


def pairs(order: str) -> list[tuple[str, str]]:
    return [(one, other) for place, one in enumerate(order) for other in order[place + 1 :]]


def test_the_efficacy_coefficient_of_an_examination_paper() -> None:
    """(5.81 − 6) ÷ (12 − 6) × 40 + 60 = 58.73"""
    assert score("5.81", Item("roe", ONE, worst=Decimal(6), best=Decimal(12)), EFFICACY) == Decimal("58.73")


@pytest.mark.parametrize(
    ("value", "up", "expected"),
    [
        ("1", True, "0.1"),
        ("11", True, "1"),
        ("-1", True, "0"),
        ("1", False, "0.9"),
        ("-1", False, "1"),
        ("11", False, "0"),
    ],
)
def test_goalposts_of_coinr(value: str, up: bool, expected: str) -> None:
    posts = (Decimal(0), Decimal(10)) if up else (Decimal(10), Decimal(0))
    item = Item("x", ONE, "up" if up else "down", *posts)
    assert score(value, item, Normalisation("goalposts", (Fraction(0), ONE), cap=True)) == Decimal(expected)


@pytest.mark.parametrize(("cap", "expected"), [(False, ["0", "0.5", "1.1"]), (True, ["0", "0.5", "1"])])
def test_distance_to_target_of_coinr(cap: bool, expected: list[str]) -> None:
    league = one_indicator(Item("x", ONE, best=Decimal(10)), Normalisation("target", (Fraction(0), ONE), cap), "abc")
    found = compute(league, {area: {"x": Decimal(x)} for area, x in zip("abc", (0, 5, 11), strict=True)})
    assert [found[area].score for area in "abc"] == [Decimal(text) for text in expected]


@pytest.mark.parametrize(
    ("kind", "weights", "expected"),
    [
        ("geometric", (1, 1, 1), 1.8171205928321397),
        ("geometric", (1, 1, 2), 2.0597671439071177),
        ("harmonic", (2, 1, 1), 1.4117647058823528),
    ],
)
def test_means_of_coinr(kind: str, weights: tuple[int, ...], expected: float) -> None:
    shares = [Fraction(weight, sum(weights)) for weight in weights]
    found, _ = mean(kind, [Fraction(1), Fraction(2), Fraction(3)], shares, ONE)  # type: ignore[arg-type]
    assert float(found) == pytest.approx(expected, rel=1e-15)


def test_the_mazziotta_pareto_index_by_hand() -> None:
    """90, 100, 110: mean 100, population variance 200/3, so MPI± = 100 ± 2/3; even scores pay and gain nothing."""
    third = [Fraction(1, 3)] * 3
    assert mean("mpi", [Fraction(90), Fraction(100), Fraction(110)], third, ONE)[0] == 100 - Fraction(2, 3)
    assert mean("mpi_plus", [Fraction(90), Fraction(100), Fraction(110)], third, ONE)[0] == 100 + Fraction(2, 3)
    assert {mean(kind, [Fraction(100)] * 3, third, ONE)[0] for kind in ("mpi", "mpi_plus")} == {Fraction(100)}


def test_skewness_and_kurtosis_of_coinr() -> None:
    values = [Fraction(x) for x in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100)]
    assert skewness(values) == pytest.approx(3.0632410342394985, rel=1e-14)
    assert kurtosis(values) == pytest.approx(9.74139083456914, rel=1e-14)


def test_one_outlier_is_winsorised_as_coinr_does() -> None:
    """Its test: 1 to 10 and 100 become 1 to 10 and 10."""
    assert list(treated(column(*range(1, 11), 100), Outliers("coinr", 5)).values()) == [*range(1, 11), 10]


def test_two_outliers_and_one_allowed_are_logged_as_coinr_does() -> None:
    """Its test, with its default logarithm: ln(x − min + 0.01 × range) of the untouched column."""
    values = (*range(1, 21), 100, 200)
    logged = treated(column(*values), Outliers("coinr", 1)).values()
    assert list(map(float, logged)) == pytest.approx([math.log(x - 1 + 1.99) for x in values], rel=1e-14)


def test_a_column_within_the_limits_is_left_alone() -> None:
    assert treated(column(1, 2, 3, 4, 5), Outliers("coinr")) == column(1, 2, 3, 4, 5)
    assert list(treated(column(1, 2, 3, 4, 50), Outliers("winsorise", 1)).values()) == [2, 2, 3, 4, 4]


def column(*values: int) -> Mapping[str, Fraction]:
    return {f"{place:02}": Fraction(value) for place, value in enumerate(values)}


def one_indicator(item: Item, normalisation: Normalisation, areas: str) -> League:
    return League("one", Text(), tuple(areas), Block("all", (item,)), normalisation)


def score(value: str, item: Item, normalisation: Normalisation) -> Decimal | None:
    return compute(one_indicator(item, normalisation, "a"), {"a": {item.id: Decimal(value)}})["a"].score
