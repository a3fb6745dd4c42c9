"""The time axis."""

from datetime import date

from generator.pages.charts.years import axis


def test_whole_years_that_hold_all_spans():
    found = axis([date(2019, 1, 1), date(2022, 1, 1)], [date(2020, 1, 1), date(2022, 4, 1)], "zh")
    assert (found.first, found.last) == ("2019-01-01", "2023-01-01")
    assert [name for _, name in found.names] == ["2019年", "2020年", "2021年", "2022年"]


def test_a_span_to_the_end_of_december_needs_no_further_year():
    assert axis([date(2021, 1, 1)], [date(2023, 1, 1)], "en").last == "2023-01-01"


def test_one_year_is_named_by_its_quarters():
    found = axis([date(2022, 1, 1)], [date(2022, 4, 1)], "en")
    assert [name for _, name in found.names] == ["Jan 2022", "Apr", "Jul", "Oct"]
    assert [name for _, name in axis([date(2022, 1, 1)], [date(2022, 4, 1)], "zh").names][:2] == ["2022年1月", "4月"]


def test_many_years_name_only_some_and_always_the_last():
    names = [name for _, name in axis([date(2005, 1, 1)], [date(2025, 1, 1)], "en").names]
    assert names[-1] == "2024"
    assert len(names) <= 7
