"""Numbers in words, against what a statistician of each language would write."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.model.codes import Bound
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Unit
from generator.model.statement import Key
from generator.model.text import Text
from generator.pages.wording.numbers import in_prose, in_table, percent

UNITS = {
    "CNY_100M": Unit("CNY_100M", Text("亿元", "100 million yuan"), "", "money", "CNY", Fraction(10**8)),
    "CNY_10K": Unit("CNY_10K", Text("万元", "10,000 yuan"), "", "money", "CNY", Fraction(10**4)),
    "USD_10K": Unit("USD_10K", Text("万美元", "10,000 US dollars"), "", "money", "USD", Fraction(10**4)),
    "pct": Unit("pct", Text("%", "%"), "", "rate", "", None),
    "kWh_100M": Unit("kWh_100M", Text("亿千瓦时", "100 million kWh"), "100 million kWh", "other", "", None),
    "persons_10k": Unit("persons_10k", Text("万人", "10,000 persons"), "10,000 persons", "count", "", None),
    "bags": Unit("bags", Text("袋", "50 kg bags"), "", "other", "", None),
    "pp": Unit("pp", Text("个百分点", "percentage points"), "percentage point", "points", "", None),
    "projects": Unit("projects", Text("个", "projects"), "project", "count", "", None),
    "rank": Unit("rank", Text("位", "rank"), "rank", "rank", "", None),
}


def figure(value: str, unit: str, bound: Bound = "exact", high: str = "") -> Figure:
    key = Key("obs", "331000", "x", "level", "_T", "_Z", Period.parse("2022"))
    upper = Decimal(high) if high else None
    return Figure(key.id, key, Decimal(value), upper, UNITS[unit], "A", bound, "2022-Q4", "s", "", Text())


# value, unit, bound, upper end; in a Chinese sentence, in an English sentence (with ordinary spaces)
WORDED = [
    ("102.8", "CNY_100M", "exact", "", "102.8亿元", "10.28 billion yuan"),
    ("529.0", "CNY_100M", "exact", "", "529.0亿元", "52.90 billion yuan"),
    ("6188", "CNY_100M", "exact", "", "6188亿元", "618.8 billion yuan"),
    ("1.38", "CNY_100M", "about", "", "约1.38亿元", "about 138 million yuan"),
    ("1950", "CNY_10K", "exact", "", "1950万元", "19.5 million yuan"),
    ("60", "CNY_10K", "exact", "", "60万元", "600,000 yuan"),
    ("2500", "USD_10K", "over", "", "超过2500万美元", "over 25 million US dollars"),
    ("28", "CNY_100M", "at_least", "", "28亿元以上", "at least 2.8 billion yuan"),
    ("200", "CNY_100M", "under", "", "近200亿元", "nearly 20 billion yuan"),
    ("50", "CNY_100M", "exact", "100", "50—100亿元", "5–10 billion yuan"),
    ("3.05", "kWh_100M", "exact", "", "3.05亿千瓦时", "305 million kWh"),
    ("930", "kWh_100M", "over", "", "超过930亿千瓦时", "over 93 billion kWh"),
    ("85.81", "persons_10k", "exact", "", "85.81万人", "858,100 persons"),
    ("1", "persons_10k", "exact", "", "1万人", "10,000 persons"),
    ("120", "persons_10k", "about", "", "约120万人", "about 1.2 million persons"),
    ("1.5", "persons_10k", "exact", "2", "1.5—2万人", "15,000–20,000 persons"),
    ("7", "bags", "exact", "", "7袋", "7 × 50 kg bags"),
    ("13.7", "pct", "exact", "", "13.7%", "13.7%"),
    ("-2.5", "pct", "exact", "", "−2.5%", "−2.5%"),
    ("9.1", "pp", "exact", "", "9.1个百分点", "9.1 percentage points"),
    ("1", "projects", "exact", "", "1个", "1 project"),
    ("4645", "projects", "exact", "", "4645个", "4,645 projects"),
    ("3", "rank", "exact", "", "第3位", "3rd"),
    ("11", "rank", "exact", "", "第11位", "11th"),
    ("22", "rank", "exact", "", "第22位", "22nd"),
]


@pytest.mark.parametrize(("value", "unit", "bound", "high", "zh", "en"), WORDED)
def test_in_a_sentence(value: str, unit: str, bound: Bound, high: str, zh: str, en: str) -> None:
    shown = figure(value, unit, bound, high)
    assert in_prose(shown, "zh").plain == zh
    assert in_prose(shown, "en").plain.replace("\N{NARROW NO-BREAK SPACE}", " ") == en


def test_under_a_heading_with_the_unit_the_data_keeps_its_unit_in_both_languages() -> None:
    shown = figure("102.8", "CNY_100M")
    assert in_table(shown, "zh", with_unit=False).plain == in_table(shown, "en", with_unit=False).plain == "102.8"


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("225.81", "CNY_100M", "225.81亿元", "225.81 × 100 million yuan"),
        ("3.05", "kWh_100M", "3.05亿千瓦时", "3.05 × 100 million kWh"),
        ("85.81", "persons_10k", "85.81万人", "85.81 × 10,000 persons"),
    ],
)
def test_the_unit_of_the_data_beside_a_number_does_not_run_into_it(value: str, unit: str, zh: str, en: str) -> None:
    assert in_table(figure(value, unit), "zh").plain == zh
    assert in_table(figure(value, unit), "en").plain == en


def test_without_its_unit_a_number_keeps_the_word_that_counts() -> None:
    """Else 1.2 million would be 1.2, and 20万 would be 20."""
    assert in_prose(figure("120", "persons_10k"), "en", with_unit=False).plain == "1.2\N{NARROW NO-BREAK SPACE}million"
    assert in_prose(figure("85.81", "persons_10k"), "en", with_unit=False).plain == "858,100"
    assert in_prose(figure("9.8", "CNY_100M"), "en", with_unit=False).plain == "980\N{NARROW NO-BREAK SPACE}million"
    assert in_prose(figure("200000", "projects"), "zh", with_unit=False).plain == "20万"


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("-6.3", "pct", "6.3%", "6.3%"),
        ("-1", "pp", "1个百分点", "1 percentage point"),
        ("-20", "CNY_100M", "20亿元", "2 billion yuan"),
    ],
)
def test_where_the_words_say_that_it_is_below_zero_the_minus_goes(value: str, unit: str, zh: str, en: str) -> None:
    shown = figure(value, unit)
    assert in_prose(shown, "zh", magnitude=True).plain == zh
    assert in_prose(shown, "en", magnitude=True).plain.replace("\N{NARROW NO-BREAK SPACE}", " ") == en


@pytest.mark.parametrize(("value", "unit"), [(value, unit) for value, unit, *_ in WORDED if unit.startswith("CNY")])
def test_english_money_is_the_same_sum(value: str, unit: str) -> None:
    """Undo the words: the digits times their word are the value times its unit, exactly."""
    words = in_prose(figure(value, unit), "en")
    size = {"billion": 10**9, "million": 10**6}.get(words.after.split()[0], 1)
    factor = UNITS[unit].factor
    assert factor is not None
    assert Decimal(words.digits.replace(",", "")) * size == Decimal(value) * factor.numerator


@pytest.mark.parametrize(
    ("share", "most", "shown"),
    [
        *(("1/3", 1, "33.3"), ("1/4", 1, "25"), ("1", 1, "100"), ("0", 1, "0"), ("1/1600", 1, "0.1")),
        *(("1/3", 2, "33.33"), ("1/8", 2, "12.5"), ("3/10", 2, "30"), ("1/1000", 2, "0.1"), ("1/800", 2, "0.12")),
    ],
)
def test_a_share_in_per_cent_has_no_more_decimals_than_it_needs(share: str, most: int, shown: str) -> None:
    """1/800 is 0.125 %, half way between two, and goes to the even one."""
    assert f"{percent(Fraction(share), most):f}" == shown
