"""Tables that are broken after the kinds found in the wild, as data: the whole file, its cells, others."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from tests.corpus.altering import (
    AMOUNTS,
    AREAS,
    BREAKDOWNS,
    INDICATORS,
    PEERS,
    PROJECTS,
    Q1,
    RELATIONS,
    RELEASES,
    SOURCES,
    STATUS,
    TARGETS,
    TRACE,
    UNITS,
    Alter,
    patched,
    recoded,
    swap,
)
from tests.intake.small_bulletin import FILES, OBSERVATIONS

# --- the file as a whole: how it was saved, its separators, header and rows. Told of Q1 unless another file is named.

HEADER = OBSERVATIONS.encode()
COLUMNS = OBSERVATIONS.split(",")
_BODY = FILES[Q1].encode().removeprefix(HEADER + b"\n")
# A file that says nothing of its rows makes those who name them speak.
LOST = (
    ("figure-unknown", RELATIONS, 2, "operands"),
    ("trace-row", TRACE, 2, "row"),
    ("headline-unknown", RELEASES, 7, "editions.headlines"),
)

FILES_AS_A_WHOLE: Mapping[str, tuple[Alter, Iterable[tuple[str, int | None, str]]]] = {
    "GBK": (recoded("gbk"), [("encoding-gbk", None, "")]),
    "GB 18030": (recoded("gb18030"), [("encoding-gbk", None, "")]),
    "UTF-16 with mark": (recoded("utf-16"), [("encoding-utf16", None, "")]),
    "UTF-16 without mark": (recoded("utf-16-le"), [("encoding-utf16", None, "")]),
    "UTF-16, big end first": (recoded("utf-16-be"), [("encoding-utf16", None, "")]),
    "Big5 in one cell": (patched("增长", "增長".encode("big5")), [("encoding-unknown", 5, "")]),
    "Latin-1 in one cell": (patched("增长", b"caf\xe9"), [("encoding-unknown", 5, "")]),
    "half a character": (patched("第二", "第二".encode()[:-1]), [("encoding-unknown", 7, "")]),
    "cut off in a character": (lambda text: text + "010203,投".encode()[:-1], [("encoding-unknown", 9, "")]),
    "surrogates in bytes": (patched("增长", b"\xed\xa0\x80"), [("encoding-unknown", 5, "")]),
    "overlong bytes": (patched("增长", b"\xc0\xaf"), [("encoding-unknown", 5, "")]),
    "mark alone": (lambda _: b"\xef\xbb\xbf", [("file-empty", None, "")]),
    "nothing": (lambda _: b"", [("file-empty", None, "")]),
    "blank lines alone": (lambda _: b"\r\n \n", [("file-empty", None, "")]),
    "spreadsheet renamed": (lambda _: b"PK\x03\x04" + bytes(40), [("not-csv", None, "")]),
    "old spreadsheet renamed": (lambda _: b"\xd0\xcf\x11\xe0" + bytes(40), [("not-csv", None, "")]),
    "web page": (lambda _: b"<!DOCTYPE html><html></html>", [("header-none", 1, "")]),
    "semicolons": (lambda text: text.replace(b",", b";"), [("delimiter", 1, "")]),
    "tabs": (lambda text: text.replace(b",", b"\t"), [("delimiter", 1, "")]),
    "full-width commas": (lambda text: text.replace(b",", "，".encode()), [("delimiter", 1, "")]),
    "semicolons below commas": (
        lambda text: HEADER + b"\n" + _BODY.replace(b",", b";"),
        [("delimiter", line, "") for line in range(2, 9)],
    ),
    "tabs in one row": (
        lambda text: text + _BODY.split(b"\n")[3].replace(b",", b"\t") + b"\n", [("delimiter", 9, "")],
    ),
    "quote not closed": (swap(",增长,", ',"增长,'), [("quote", 5, "")]),
    "quote not closed at the end": (lambda text: text + b'"', [("quote", 9, "")]),
    "text after a quote": (swap(",增长,", ',"增"长,'), [("quote", 5, "")]),
    "header missing": (lambda _: _BODY, [("header-none", 1, "")]),
    "line above the header": (lambda text: "固定资产投资\n".encode() + text, [("header-none", 1, "")]),
    "blank line above the header": (lambda text: b"\n" + text, [("header-none", 1, "")]),
    "header in Chinese": (swap(OBSERVATIONS, ",".join("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳")), [("header-none", 1, "")]),
    "two marks": (
        lambda text: b"\xef\xbb\xbf" * 2 + text, [("header-missing", 1, "area"), ("header-unknown", 1, "\ufeffarea")],
    ),
    "column without a name": (swap("note_en\n", "note_en,\n"), [("header-blank", 1, "Q")]),
    "name of spaces": (swap("note_en\n", "note_en,  \n"), [("header-blank", 1, "  ")]),
    "column twice": (swap("note_en\n", "note_en,value\n"), [("header-repeated", 1, "value")]),
    "column renamed": (
        swap("value_high", "high"), [("header-unknown", 1, "high"), ("header-missing", 1, "value_high")],
    ),
    "capitals in the header": (
        swap("locator", "Locator"), [("header-unknown", 1, "Locator"), ("header-missing", 1, "locator")],
    ),
    "space in the header": (
        swap(",source", ", source"), [("header-unknown", 1, " source"), ("header-missing", 1, "source")],
    ),
    "columns exchanged": (swap("status,bound", "bound,status"), [("header-order", 1, "")]),
    "column too many": (swap("note_en\n", "note_en,remark\n"), [("header-unknown", 1, "remark")]),
    "column too few": (swap(",note_en\n", "\n"), [("header-missing", 1, "note_en")]),
    "ten thousand columns": (
        lambda text: text.replace(HEADER, HEADER + b"," + b",".join(b"c%d" % n for n in range(10_000))),
        [("columns-many", 1, "")],
    ),
    "ten thousand cells": (patched(",增长,,,,", b",x" * 10_000), [("extra-cell", 5, "Q")]),
    "cell too many": (swap(",增长,,,,", ",增长,,,,,"), [("extra-cell", 5, "Q")]),
    "comma without quotes": (
        swap(",增长,,,,", ",增长,一,,,,"), [("extra-cell", 5, "Q"), ("one-language", 5, "reason_en")],
    ),
    "cell too few": (swap(",增长,,,,", ",增长,,,"), [("missing-cell", 5, "note_en")]),
    "cells cut off": (
        swap(",增长,,,,", ",增长"),
        [("missing-cell", 5, "reason_zh")],
    ),
    "blank rows between": (lambda text: text.replace(b"\n010203,approval", b"\n\n,,,\n010203,approval"),
                           [("blank-row", 8, ""), ("blank-row", 9, "")]),
    "blank rows below": (lambda text: text + b"\n" + b"," * 15 + b"\n", [("blank-row", 9, ""), ("blank-row", 10, "")]),
    "total left in": (lambda text: text + "合计,,,,,,600.0,,,,,,,,,\n".encode(), [("total-row", 9, "area")]),
    "row twice": (lambda text: text + _BODY.split(b"\n")[3] + b"\n",
                  [("key-repeated", 9, "area")]),
    "line ends of an old Macintosh": (lambda text: text.replace(b"\n", b"\r"), []),
    "line ends mixed": (lambda text: text.replace(b"\n", b"\r\n", 3), []),
    "no line end at the end": (lambda text: text.rstrip(b"\n"), []),
    "mark at the beginning": (lambda text: b"\xef\xbb\xbf" + text, []),
    "everything in quotes": (lambda text: b"\n".join(
        b",".join(b'"%s"' % cell for cell in line.split(b",")) for line in text.split(b"\n")[:-1]) + b"\n", []),
}  # fmt: skip

# --- one cell of line 5 of Q1, by column: what is written in it, and the rule. Blank where it is sound.

ROW = dict(zip(COLUMNS, FILES[Q1].splitlines()[4].split(","), strict=True))

# Controls, marks of direction and of nothing, private use, what is no character, what was lost in a conversion.
INVISIBLE = (
    "\n", "\0", "\x07", "\x1b[31m", "\x85", "\u00ad", "\u200b", "\u200f", "\u2028", "\u202e", "\u2066", "\ufeff",
    "\ue000", "\uffff", "\ufffd", "\U000e0041",
)  # fmt: skip

CELLS: Mapping[str, Mapping[str, str]] = {
    "value": {
        **dict.fromkeys(("13.7%", "13.7 %", "13.7％", "１３．７％"), "per-cent-sign"),
        **dict.fromkeys(("1,234.5", "1,234", "1 234", "1，234", "12,345,678"), "thousands-comma"),
        **dict.fromkeys(("１３．７", "１３.７", "−13.7", "13。7"), "full-width"),
        **dict.fromkeys(("13.7亿元", "13.7个百分点", "13.7 mu", "13.7pp", "13亿", "3万", "约13", "近 13.7",
                         "超13亿元", "￥13.7", "$13.7"), "unit-in-cell"),
        **dict.fromkeys(("1.37E+01", "1e5", "1.2E-3"), "scientific-number"),
        **dict.fromkeys(("NaN", "nan", "-", "—", "——", "…", "……", "/", "N/A", "无", "null", "NULL"), "placeholder"),
        **dict.fromkeys(("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#####", "#SPILL!", "#CALC!", "#名称?",
                         "#GETTING_DATA"), "spreadsheet-error"),
        **dict.fromkeys(("=1+1", "=A1", '=HYPERLINK("http://example.org")'), "formula-in-cell"),
        **dict.fromkeys(("+13.7",), "plus-sign"),
        **dict.fromkeys(("13-14", "13~14", "13—14", "13至14"), "range-in-cell"),
        **dict.fromkeys((" 13.7", "13.7 ", "\u300013.7"), "space-around"),
        **dict.fromkeys(("inf", "-inf", "Infinity", "十三", "13.7-", "(13.7)", "13,7", "--5",
                         "1_000", "١٣", "TRUE", "13.7.1", "1/3", "@SUM(A1)", "'13.7"), "number-form"),
        **dict.fromkeys((".5", "5.", "00.5", "-.5", "0013", "-013.7"), "number-zeros"),
        **dict.fromkeys(("13.7\u200b", "1\u202e3.7", "13\x007", "13.7\ufeff"), "text-control"),
        **dict.fromkeys(("1" * 21, "0." + "0" * 20 + "1", "1" * 100_000), "number-long"),
        **dict.fromkeys(("-13.7", "0", "-0", "13.70", "1" * 20), ""),
    },
    "period": {
        **dict.fromkeys(("2022/3/1", "2022/03", "2022.3", "2022.03.31", "44621", "44651", "1-Mar", "Mar-22", "22-Mar",
                         "2022年3月", "３/2022", "3/1/2022") , "spreadsheet-date"),
        **dict.fromkeys(("2022Q1", "2022-Q5", "2022-Q0", "2022-q1x", "2022-13", "2022-00", "2022-1", "2022-H3", "22-Q1",
                         "2022-01/P3M", "2022-01--2022-03", "2022-Q1/2022-Q2", "2022-M01", "2022-W01", "2022-03-31T00",
                         "一季度", "2022年", "2022年一季度", "latest", "UNDATED ", "2022-03-1", "20220331x"),
                        "period-form"),
        **dict.fromkeys(("0000", "0000-Q1", "0001-Q1", "0999", "2022-02-30", "2021-02-29", "2022-04-31"), "period-day"),
        **dict.fromkeys(("2022-03/2022-01", "2022-01/2022-01", "2022/2021", "2022/2022", "0001/2022"), "period-order"),
        **dict.fromkeys(("2022-02", "2022-02/2022-03", "2021-02", "2022-03-31"), "period-basis"),
        **dict.fromkeys(("2022-H1", "2022", "2022-01/2022-04"), "period-future"),
        **dict.fromkeys(("２０２２-Q1",), "full-width"),
        **dict.fromkeys((" 2022-Q1", "2022-Q1 "), "space-around"),
        **dict.fromkeys(("2022-q1", "Undated"), "letter-case"),
        "合计": "total-row", "": "blank-cell", "9999": "period-future", "undated": "",
    },
    "area": {
        **dict.fromkeys(("10203",), "leading-zero"),
        **dict.fromkeys(("10203.0", "1.0203E+4", "1.0E+5"), "code-as-number"),
        **dict.fromkeys(("合计", "总计", "全市合计", "Total", "SUBTOTAL", "合 计", "总\u3000计", "合计：",
                         "Grand total:"), "total-row"),
        **dict.fromkeys(("010203\u200b", "\ufeff010203"), "text-control"),
        **dict.fromkeys(("０１０２０３",), "full-width"),
        **dict.fromkeys(("010203 ", " 010203", "\u00a0010203"), "space-around"),
        **dict.fromkeys(("鹿鸣县", "0102/03", "../areas", "010203;010204", "<b>1</b>", "x" * 21), "form"),
        **dict.fromkeys(("990101", "constructor", "__proto__", "null", "010203x"), "unknown-id"),
        "010204": "code-not-valid", "": "blank-cell",
    },
    "indicator": {"investments": "unknown-id", "Investment": "letter-case", "投资": "form", "": "blank-cell"},
    "measure": {"growth": "unknown-id", "同比": "form", "": "blank-cell"},
    "breakdown": {"part_c": "unknown-id", "tier_1": "code-not-valid", "甲": "form", "_Z": "form", "_T": ""},
    "peers": {"cities": "unknown-id", "各县": "form", "_T": "form", "_Z": ""},
    "status": {
        **dict.fromkeys(("p",), "letter-case"), **dict.fromkeys(("Ｐ",), "full-width"),
        **dict.fromkeys(("X", "初步", "P,A", "PP"), "choice"),
        "": "status-blank", "O": "status-missing", " P": "space-around",
    },
    "bound": {"Exact": "letter-case", "≥": "choice", "约": "choice", "": "blank-cell"},
    "source": {"s9": "unknown-id", "公报": "form", "": "blank-cell", "S1": "unknown-id"},
    "locator": {
        **dict.fromkeys(("=增长", "+增长", "-增长", "@增长", "\t增长", "\r增长", "＝增长", "＋增长", "－增长", "＠增长",
                         "=cmd|'/c calc'!A0", "-2+3+cmd|' /C calc'!A0"), "text-formula"),
        **dict.fromkeys((f"增{mark}长" for mark in INVISIBLE), "text-control"),
        **dict.fromkeys((" 增长", "增长 ", "\u3000增长", "增长\u00a0"), "space-around"),
        **dict.fromkeys(("增" * 41, "x" * 200_000), "text-long"),
        **dict.fromkeys(("增长", "增" * 40, "'增长", "نمو", "증가", "🙂", "a\u0301", "增\u00a0长"), ""),
    },
    "note_en": {"A note": "one-language"},
}  # fmt: skip

# --- rows and keys of the other tables: a text replaced in one file, and what is told of it.

EDITS: Iterable[tuple[str, str, str, str, str, int, str]] = [
    ("day without zeros", AREAS, "2021-01-01", "2021-1-1", "date-form", 3, "valid_from"),
    ("day without signs", AREAS, "2021-01-01", "20210101", "date-form", 3, "valid_from"),
    ("day of a spreadsheet", AREAS, "2021-01-01", "2021/1/1", "spreadsheet-date", 3, "valid_from"),
    ("serial number of a day", AREAS, "2021-01-01", "44197", "spreadsheet-date", 3, "valid_from"),
    ("no day of the calendar", AREAS, "2021-01-01", "2021-02-29", "date-form", 3, "valid_from"),
    ("whole number in a program", PEERS, "children:010200,,", "children:010200,1_0,", "integer-form", 2, "count"),
    ("whole number in Arabic digits", PEERS, "children:010200,,", "children:010200,٣,", "integer-form", 2, "count"),
    ("whole number in full width", PEERS, "children:010200,,", "children:010200,３,", "full-width", 2, "count"),
    ("whole number with a sign", PEERS, "children:010200,,", "children:010200,+3,", "plus-sign", 2, "count"),
    ("endless whole number", PEERS, "children:010200,,", f"children:010200,{'9' * 4000},", "number-long", 2, "count"),
    ("count of nobody", PEERS, "children:010200,,", "children:010200,0,", "out-of-range", 2, "count"),
    ("half a place", INDICATORS, "CNY_100M,1,ytd", "CNY_100M,1.5,ytd", "integer-form", 2, "decimals"),
    ("too many decimals", INDICATORS, "CNY_100M,1,ytd", "CNY_100M,99,ytd", "out-of-range", 2, "decimals"),
    ("true in Chinese", BREAKDOWNS, "甲,A,,,,true", "甲,A,,,,真", "boolean-form", 2, "additive"),
    ("TRUE of a spreadsheet", BREAKDOWNS, "甲,A,,,,true", "甲,A,,,,TRUE", "letter-case", 2, "additive"),
    ("one for true", BREAKDOWNS, "甲,A,,,,true", "甲,A,,,,1", "boolean-form", 2, "additive"),
    ("factor through zero", UNITS, "1/15", "1/0", "number-form", 3, "factor"),
    ("factor of nothing", UNITS, "1/15", "0", "out-of-range", 3, "factor"),
    ("factor of nothing, at length", UNITS, "1/15", "0.00", "out-of-range", 3, "factor"),
    ("factor of nothing, in parts", UNITS, "1/15", "0/15", "out-of-range", 3, "factor"),
    ("fraction of decimals", UNITS, "1/15", "1.5/15", "number-form", 3, "factor"),
    ("endless factor", UNITS, "1/15", f"1/{'3' * 50}", "number-long", 3, "factor"),
    ("address of a script", SOURCES, "https://example.org/report", "javascript:alert(1)", "form", 2, "url"),
    ("published on no day", SOURCES, "2022-04-20", "2022-02-30", "period-day", 2, "published_on"),
    ("published in no year", SOURCES, "2022-04-20", "0000", "period-day", 2, "published_on"),
    ("address of a file", SOURCES, "https://example.org/report", "file:///etc/passwd", "form", 2, "url"),
    ("address with a space", SOURCES, "https://example.org/report", "https://example.org/a b", "form", 2, "url"),
    ("key blank", TRACE, "f2,s1", ",s1", "blank-cell", 3, "fact"),
    ("orphan unit", INDICATORS, "investment,CNY_100M", "investment,CNY", "unknown-id", 2, "unit"),
    ("orphan parent", AREAS, "county,010200,2021", "county,010299,2021", "unknown-id", 3, "parent"),
    ("orphan host", PROJECTS, "park_1,机械", "park_9,机械", "unknown-id", 3, "host"),
    ("orphan member", PEERS, "children:010200", "010203 010299", "unknown-id", 2, "members"),
    ("member twice", PEERS, "children:010200", "010203 010203", "yaml-repeated", 2, "members"),
    ("target set after the data", TARGETS, "目标,2022,", "目标,2023,", "period-future", 2, "set_on"),
    ("successor without a day", AREAS, "2020-12-31,010203", ",010203", "succession-half", 4, "valid_to"),
    ("successor of some kind", AREAS, "010203,renamed", "010203,", "succession-half", 4, "succession"),
    ("renamed to nothing", AREAS, "010203,renamed", ",renamed", "succession-half", 4, "successor"),
    ("half a tile", AREAS, "2021-01-01,,,,1,1", "2021-01-01,,,,1,", "blank-cell", 3, "tile_col"),
    ("tile beyond the map", AREAS, "2021-01-01,,,,1,1", "2021-01-01,,,,1000000,1", "out-of-range", 3, "tile_row"),
    ("land in money", AMOUNTS, "land_area,undated,mu", "land_area,undated,CNY_100M", "amount-unit", 3, "unit"),
    ("investment in rates", AMOUNTS, "undated,CNY_100M", "undated,pct", "amount-unit", 2, "unit"),
    ("investment below nothing", AMOUNTS, "CNY_100M,12", "CNY_100M,-12", "amount-negative", 2, "value"),
    ("expected to go back", STATUS, "2022-03,completed", "2022-03,signed", "expected-back", 2, "expected_stage"),
    ("expected to go nowhere", STATUS, "2022-03,completed", "2022-03,", "blank-cell", 2, "expected_stage"),
    ("orphan source", TARGETS, "at_least,s1", "at_least,s9", "unknown-id", 2, "source"),
    ("orphan project", STATUS, "plant_1,started", "plant_9,started", "unknown-id", 2, "project"),
    ("orphan unit of an amount", AMOUNTS, "CNY_100M,12", "CNY_10K,12", "unknown-id", 2, "unit"),
    ("orphan topic", INDICATORS, "investment,days", "tea,days", "topic-unknown", 3, "topic"),
    ("area in itself", AREAS, "Qingyu,prefecture,,", "Qingyu,prefecture,010200,", "circle", 2, "parent"),
    ("successor of itself", AREAS, "010203,renamed", "010204,renamed", "circle", 4, "successor"),
    ("breakdown in itself", BREAKDOWNS, "一档,Tier 1,,", "一档,Tier 1,tier_1,", "circle", 4, "parent"),
    ("host of itself", PROJECTS, "park,010203,,", "park,010203,park_1,", "circle", 2, "host"),
    ("no such stage", STATUS, "plant_1,started", "plant_1,开工", "choice", 2, "stage"),
    ("no such item", AMOUNTS, "plant_1,land_area", "plant_1,land", "choice", 3, "item"),
    ("stage of the future", STATUS, "2022-03,completed", "2023-03,completed", "period-future", 2, "since"),
    ("operand too many", RELATIONS, "r1,sum,", "r1,change_percent,3 ", "operand-count", 2, "operands"),
    ("operand too few", RELATIONS, "obs.010203.investment.level.part_a._Z.2022-Q1 2", "2", "operand-count", 2,
     "operands"),
    ("no operands", RELATIONS, "obs.010203.investment.level.part_a._Z.2022-Q1 2", "", "operand-count", 2, "operands"),
    ("a thousand operands", RELATIONS, "2022-Q1 2,", f"2022-Q1{' 2' * 1000},", "operand-count", 2, "operands"),
    ("endless operand", RELATIONS, "2022-Q1 2,", f"2022-Q1 {'9' * 400},", "number-long", 2, "operands"),
    ("figure of nobody", RELATIONS, "level.part_a", "level.part_z", "figure-unknown", 2, "operands"),
    ("fact of nobody", TRACE, "level._T._Z", "level.part_z._Z", "trace-row", 2, "row"),
]  # fmt: skip


def cell(column: str, text: str) -> Alter:
    """Q1 with another text in one cell of line 5, quoted as CSV needs it."""

    def alter(content: bytes) -> bytes:
        line = io.StringIO(newline="")
        csv.writer(line, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow({**ROW, column: text}.values())
        return b"\n".join([*content.split(b"\n")[:4], line.getvalue().encode()[:-1], *content.split(b"\n")[5:]])

    return alter
