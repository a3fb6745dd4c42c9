"""Rank changes and their parts; ranks that hang on who else takes part."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings

from generator.measures.league import compute, rank_changes, reversals
from generator.model.league import League, Normalisation
from tests.measures.league.leagues import Values, flat, league, leagues, table


def test_each_part_by_hand() -> None:
    """A was 1st of three. Its revised figure makes it 2nd, the new ones 3rd, jobs alone 1st, a fourth peer 2nd."""
    raw = Normalisation("raw")
    before = league(flat({"gdp": "1"}), "ABC", normalisation=raw)
    now = league(flat({"jobs": "1"}), "ABCD", normalisation=raw)
    published = table(gdp="9 8 7", jobs="1 1 1")
    revised = table(gdp="7.5 8 7", jobs="1 1 1")
    new = table(gdp="1 8 7 5", jobs="5 4 3 6")
    change = rank_changes(before, published, revised, now, new)["A"]
    assert (change.before, change.now) == (1, 2)
    assert (change.revision, change.data, change.method, change.peers) == (1, 1, -2, 1)


@settings(max_examples=40, deadline=None)
@given(leagues(), leagues())
def test_the_parts_sum_to_the_change(first: tuple[League, Values], second: tuple[League, Values]) -> None:
    (before, published), (now, values) = first, second
    names = ("p", "q", "r", "s")
    every = {area: {name: values.get(area, {}).get(name) for name in names} for area in {*before.peers, *now.peers}}
    for change in rank_changes(before, published, published, now, every).values():
        assert change.revision == 0
        assert change.revision + change.data + change.method + change.peers == change.now - change.before


def test_a_new_area_has_no_change() -> None:
    one = league(flat({"gdp": "1"}), "AB")
    values = table(gdp="1 2 3")
    assert set(rank_changes(one, values, values, replace(one, peers=("A", "B", "C")), values)) == {"A", "B"}


def test_leaving_out_an_area_can_turn_two_others() -> None:
    """By ranks over seven equal indicators, the profile of the OECD/JRC Handbook's table 31: a 13, b 12, c 11 Borda
    points; without d, the last, it is c 8, b 7, a 6."""
    orders = ["cbad"] * 3 + ["badc"] * 2 + ["adcb"] * 2
    values: Values = {
        area: {f"i{number}": Decimal(4 - order.index(area)) for number, order in enumerate(orders)} for area in "abcd"
    }
    one = league(flat(dict.fromkeys(values["a"], "1/7")), "abcd", normalisation=Normalisation("rank"))
    standings = compute(one, values)
    assert list(standings) == ["a", "b", "c", "d"]
    turned = {(one.above, one.below) for one in reversals(one, values, standings) if one.dropped == "d"}
    assert turned == {("a", "b"), ("a", "c"), ("b", "c")}


def test_fixed_ends_never_turn_anybody() -> None:
    one = league(flat({"gdp": "1/2", "jobs": "1/2"}), "ABCD", normalisation=Normalisation("raw"))
    values = table(gdp="1 5 2 8", jobs="9 4 4 1")
    assert reversals(one, values, compute(one, values)) == []
