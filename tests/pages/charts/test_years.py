"""The time axis."""

from datetime import date

from generator.pages.charts.years import axis, stretch


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


def test_a_stretch_of_months_begins_and_ends_on_its_days():
    """From 11 July: 20 of its days to 31 July, whose middle is 21 July; no line where the axis itself begins."""
    found = stretch(date(2026, 7, 11), date(2026, 9, 30), "zh")
    assert (found.first, found.last) == ("2026-07-11", "2026-09-30")
    assert found.lines == (date(2026, 8, 1), date(2026, 9, 1))
    assert [name for _, name in found.names] == ["2026年7月", "8月", "9月"]
    assert found.names[0][0] == (date(2026, 7, 11).toordinal() + date(2026, 8, 1).toordinal()) / 2


def test_a_stretch_over_the_turn_of_the_year_names_the_quarters_and_the_new_year():
    found = stretch(date(2025, 8, 20), date(2026, 5, 2), "en")
    assert [name for _, name in found.names] == ["Aug 2025", "Oct", "Jan 2026", "Apr"]
    assert found.lines == (date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1))


def test_a_stretch_of_years_names_the_part_of_each_that_it_has():
    found = stretch(date(2023, 7, 1), date(2026, 9, 30), "en")
    assert [name for _, name in found.names] == ["2023", "2024", "2025", "2026"]
    assert found.names[0][0] == (date(2023, 7, 1).toordinal() + date(2024, 1, 1).toordinal()) / 2
    assert found.lines == (date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1))


def test_a_stretch_of_two_days_has_its_month():
    assert [name for _, name in stretch(date(2026, 9, 29), date(2026, 9, 30), "zh").names] == ["2026年9月"]
