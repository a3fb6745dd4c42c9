"""Contribution to growth (拉动) and share of growth (贡献率), against published examples and yearbook tables.

- Textbook: the worked example at zkxblog.com, lab/read-6199356 (its own results, 74.55 % and 14.62 points, are slips of
  the pen: computed exactly, its numbers give those below)
- Longyan: the city's economy in the first half of 2023 (test.lcxgzs.cn, news/detail/id/5750)
- Guangdong: growth of 2009 as worked out in an answer at wapiknow.baidu.com, question 324722660
- Fujian: Fujian Statistical Yearbook 2020, table 2-7 (tjj.fujian.gov.cn)
- Corps: Xinjiang Production and Construction Corps, yearbooks 2019, table 2-6, and 2020, table 2-8 (tjj.xjbt.gov.cn)
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.measures.change import growth
from generator.measures.contribution import contribution_from_growth, share_of_growth
from generator.measures.operations import OPERATIONS
from generator.measures.precision import attainable
from generator.measures.result import Result, applied, percent, stated
from generator.measures.rounding import rounded


def number(text: str) -> Result:
    return stated(Decimal(text))


def to(decimals: int, result: Result) -> Decimal:
    assert result.value is not None, result.reason
    return rounded(result.value, decimals)


PART, PART_GROWTH, TOTAL, TOTAL_GROWTH = (number(text) for text in ("23.58", "27", "40.98", "19.6"))
PULL = contribution_from_growth(PART, PART_GROWTH, TOTAL, TOTAL_GROWTH)


def test_textbook_contribution_in_percentage_points() -> None:
    assert to(10, PULL) == Decimal("14.6306314200")


def test_textbook_share_of_growth_in_per_cent() -> None:
    assert to(10, share_of_growth(PULL, TOTAL_GROWTH)) == Decimal("74.6460786733")


def test_textbook_the_share_of_the_year_before_gives_the_same_contribution() -> None:
    base, total_base = (
        stated(Fraction("23.58") / Fraction("1.27")),
        stated(Fraction("40.98") / Fraction("1.196")),
    )
    assert applied(OPERATIONS["product_percent"], percent(base, total_base), PART_GROWTH) == PULL
    assert growth(PART, base, comparable=True) == PART_GROWTH


def test_longyan_a_share_over_100_is_no_mistake() -> None:
    """7.7 points of a growth of 3.188 %: the other parts fell."""
    assert to(1, share_of_growth(number("7.7"), number("3.188"))) == Decimal("241.5")


def test_guangdong_growth_at_comparable_prices_does_not_add_up_on_levels_at_current_prices() -> None:
    """The contributions come to 9.53 points of a growth of 9.5 %: take shares of the base year instead."""
    industries = (("2006.02", "4.9"), ("19270.48", "8.7"), ("17805.09", "11.0"))
    whole = (number("39081.59"), number("9.5"))
    pulls = [contribution_from_growth(number(level), number(rate), *whole) for level, rate in industries]
    assert [to(2, pull) for pull in pulls] == [Decimal(text) for text in ("0.26", "4.32", "4.94")]
    assert rounded(sum((pull.value or Fraction(0) for pull in pulls), Fraction(0)), 2) == Decimal("9.53")


def test_guangdong_a_published_contribution_is_within_what_the_rounded_operands_leave_open() -> None:
    """Heavy industry, 67.2 % of the whole, grew by 23.6 % and the whole by 21.8 %. Published: 15.7 points.

    From the rounded operands it is 15.63, which would be 15.6.
    """

    def pull(share: Fraction, part_growth: Fraction, total_growth: Fraction) -> Fraction:
        operands = (stated(share), stated(part_growth), stated(100), stated(total_growth))
        return contribution_from_growth(*operands).value or Fraction(0)

    operands = [Decimal(text) for text in ("67.2", "23.6", "21.8")]
    assert rounded(pull(*map(Fraction, operands)), 2) == Decimal("15.63")
    found = attainable(pull, *operands)
    assert [found.admits(Decimal(text)) for text in ("15.5", "15.6", "15.7", "15.8")] == [False, True, True, False]


# yearbook, year, growth, then share of growth and contribution of the primary, secondary and tertiary industry
YEARBOOKS = [
    ("Fujian", 1980, "18.4", ("25.1", "4.6"), ("43.2", "8.0"), ("31.7", "5.8")),
    ("Fujian", 1986, "5.7", ("10.4", "0.6"), ("92.8", "5.3"), ("-3.2", "-0.2")),
    ("Fujian", 1996, "13.2", ("12.1", "1.6"), ("50.0", "6.6"), ("37.9", "5.0")),
    ("Fujian", 2006, "14.9", ("0.6", "0.1"), ("54.5", "8.1"), ("44.9", "6.7")),
    ("Corps", 1996, "1.7", ("-49.7", "-0.8"), ("-67.2", "-1.1"), ("216.9", "3.7")),
    ("Corps", 2018, "6.0", ("28.5", "1.7"), ("3.8", "0.2"), ("67.6", "4.0")),
]


@pytest.mark.parametrize(("source", "year", "total", "primary", "secondary", "tertiary"), YEARBOOKS)
def test_yearbook_shares_follow_from_contributions_and_growth(
    source: str, year: int, total: str, primary: tuple[str, str], secondary: tuple[str, str], tertiary: tuple[str, str]
) -> None:
    def share(contribution: Fraction, of: Fraction) -> Fraction:
        return share_of_growth(stated(contribution), stated(of)).value or Fraction(0)

    for published, contribution in (primary, secondary, tertiary):
        assert attainable(share, Decimal(contribution), Decimal(total)).admits(Decimal(published))
