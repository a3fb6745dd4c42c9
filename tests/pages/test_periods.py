"""Periods in words."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.period import Period
from generator.pages.wording import periods

# written; in a table and in a sentence, Chinese and English
WORDED = [
    ("2022", "2022年", "2022年", "2022", "in 2022"),
    ("2018-H1", "2018年上半年", "2018年上半年", "H1 2018", "in the first half of 2018"),
    ("2022-Q3", "2022年三季度", "2022年三季度", "Q3 2022", "in the third quarter of 2022"),
    ("2023-03", "2023年3月", "2023年3月", "Mar 2023", "in March 2023"),
    ("2022-05-31", "截至2022年5月31日", "截至2022年5月31日", "31 May 2022", "as of 31 May 2022"),
    ("2022-01/2022-04", "2022年1—4月", "2022年1—4月", "Jan–Apr 2022", "from January to April 2022"),
    ("2021-11/2022-02", *["2021年11—2022年2月"] * 2, "Nov 2021–Feb 2022", "from November 2021 to February 2022"),
    ("2021/2022", "2021—2022年", "2021—2022年", "2021–2022", "in 2021–2022"),
    ("undated", "未注明时间", "", "undated", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "zh_label", "zh_phrase", "en_label", "en_phrase"), WORDED)
def test_a_period_in_words(text: str, zh_label: str, zh_phrase: str, en_label: str, en_phrase: str) -> None:
    period = Period.parse(text)
    assert (periods.label(period, "zh"), periods.phrase(period, "zh")) == (zh_label, zh_phrase)
    assert (periods.label(period, "en"), periods.phrase(period, "en")) == (en_label, en_phrase)


def test_an_edition_has_a_name() -> None:
    assert (periods.edition("2022-Q1", "zh"), periods.edition("2022-Q1", "en")) == (
        "2022年一季度",
        "First quarter of 2022",
    )


def test_a_span_that_had_not_ended_is_cut_at_the_last_day_of_data() -> None:
    period, until = Period.parse("2022-01/2022-05"), date(2022, 5, 28)
    assert (periods.label(period, "zh", until), periods.label(period, "en", until)) == (
        "2022年1月至5月28日",
        "1 Jan–28 May 2022",
    )
    assert periods.phrase(period, "en", until) == "from 1 January to 28 May 2022"
