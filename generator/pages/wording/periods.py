"""Periods in words: 2022年1—4月; January to April 2022."""

from __future__ import annotations

from datetime import date

from generator.model.period import Period
from generator.model.text import Lang

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_QUARTERS_ZH = ("一", "二", "三", "四")
_ORDINALS = ("first", "second", "third", "fourth")


def label(period: Period, lang: Lang, until: date | None = None) -> str:
    """Short, for tables and axes: 2022年一季度 / Q1 2022; 截至2022年5月31日 / 31 May 2022.

    ``until`` cuts a span of months that had not ended when its edition was made: 2022年1月至5月28日.
    """
    if until and period.first:
        return _cut_zh(period.first, until) if lang == "zh" else _cut_en(period.first, until, short=True)
    return _zh(period) if lang == "zh" else _short_en(period)


def phrase(period: Period, lang: Lang, until: date | None = None) -> str:
    """Inside a sentence: 2022年一季度 / in the first quarter of 2022. Empty for an undated period."""
    if period.first is None:
        return ""
    if until:
        return _cut_zh(period.first, until) if lang == "zh" else f"from {_cut_en(period.first, until, short=False)}"
    return _zh(period) if lang == "zh" else _phrase_en(period)


def edition(name: str, lang: Lang) -> str:
    """The name of an edition: 2022年一季度 / First quarter of 2022."""
    text = _zh(Period.parse(name)) if lang == "zh" else _phrase_en(Period.parse(name)).removeprefix("in the ")
    return text[:1].upper() + text[1:]


def day(value: date, lang: Lang) -> str:
    """A calendar day: 2022年5月31日 / 31 May 2022."""
    if lang == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def _cut_zh(first: date, until: date) -> str:
    year = "" if first.year == until.year else f"{until.year}年"
    return f"{first.year}年{first.month}月至{year}{until.month}月{until.day}日"


def _cut_en(first: date, until: date, *, short: bool) -> str:
    begin, end = (MONTHS[day.month - 1][: 3 if short else None] for day in (first, until))
    year = "" if first.year == until.year else f" {first.year}"
    return f"1 {begin}{year}{'–' if short else ' to '}{until.day} {end} {until.year}"


def _zh(period: Period) -> str:
    first, last = period.first, period.last
    if first is None or last is None:
        return "未注明时间"
    match period.kind:
        case "year":
            return f"{first.year}年"
        case "half":
            return f"{first.year}年{'上' if first.month == 1 else '下'}半年"
        case "quarter":
            return f"{first.year}年{_QUARTERS_ZH[first.month // 3]}季度"
        case "month":
            return f"{first.year}年{first.month}月"
        case "day":
            return f"截至{day(last, 'zh')}"
        case "years":
            return f"{first.year}—{last.year}年"
        case _:
            year = "" if first.year == last.year else f"{last.year}年"
            return f"{first.year}年{first.month}—{year}{last.month}月"


def _short_en(period: Period) -> str:
    first, last = period.first, period.last
    if first is None or last is None:
        return "undated"
    match period.kind:
        case "year":
            return f"{first.year}"
        case "half":
            return f"H{(first.month + 5) // 6} {first.year}"
        case "quarter":
            return f"Q{(first.month + 2) // 3} {first.year}"
        case "month":
            return f"{MONTHS[first.month - 1][:3]} {first.year}"
        case "day":
            return f"{last.day} {MONTHS[last.month - 1][:3]} {last.year}"
        case "years":
            return f"{first.year}–{last.year}"
        case _:
            year = "" if first.year == last.year else f" {first.year}"
            return f"{MONTHS[first.month - 1][:3]}{year}–{MONTHS[last.month - 1][:3]} {last.year}"


def _phrase_en(period: Period) -> str:
    first, last = period.first, period.last
    if first is None or last is None:
        return ""
    match period.kind:
        case "half":
            return f"in the {_ORDINALS[(first.month - 1) // 6]} half of {first.year}"
        case "quarter":
            return f"in the {_ORDINALS[(first.month - 1) // 3]} quarter of {first.year}"
        case "month":
            return f"in {MONTHS[first.month - 1]} {first.year}"
        case "day":
            return f"as of {day(last, 'en')}"
        case "months":
            year = "" if first.year == last.year else f" {first.year}"
            return f"from {MONTHS[first.month - 1]}{year} to {MONTHS[last.month - 1]} {last.year}"
        case _:
            return f"in {_short_en(period)}"
