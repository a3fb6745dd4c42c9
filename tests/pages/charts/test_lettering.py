"""Widths without a font, and lines that fit."""

import pytest

from generator.pages.charts.lettering import cut, fitted, width, wrapped


@pytest.mark.parametrize(("text", "em"), [("临海市", 3.0), ("，", 1.0), ("", 0.0)])
def test_a_chinese_character_is_as_wide_as_it_is_high(text, em):
    assert width(text, 14) == 14 * em


def test_bold_is_wider_and_capitals_are_wider_than_small_letters():
    assert width("13.7", 14, bold=True) > width("13.7", 14)
    assert width("ABC", 14) > width("abc", 14) > width("iii", 14)


def test_chinese_breaks_anywhere_but_never_before_a_closing_mark():
    assert wrapped("一二三四，五六", 10, 40) == ["一二三四，", "五六"]


def test_latin_breaks_after_words_and_a_long_word_stands_alone():
    assert wrapped("of Taizhou", 10, 30) == ["of", "Taizhou"]


def test_lines_fit_the_room():
    lines = wrapped("未公布：椒江区、黄岩区、路桥区、三门县、温岭市、玉环市、仙居县、天台县", 13.5, 200)
    assert len(lines) == 3
    assert all(width(line, 13.5) <= 200 for line in lines)


def test_what_has_no_room_gives_way_to_an_ellipsis():
    """By hand, at size 10: a letter has 6.2, a blank 3.6, a Chinese character 10, an ellipsis 9.2 or 10."""
    assert cut("abcd", 10, 24.8) == "abcd"
    assert cut("abcde", 10, 24.8) == "ab…"
    assert cut("县乡村户", 10, 30) == "县乡…"
    assert fitted("abc abc", 10, 25, 2) == ["abc", "abc"]
    assert fitted("abc abc abc", 10, 25, 2) == ["abc", "ab…"]
    assert fitted("abcabcabc ab", 10, 25, 2) == ["ab…", "ab"]
    assert fitted("一二，三四", 10, 20, 2) == ["一二，", "三四"]
