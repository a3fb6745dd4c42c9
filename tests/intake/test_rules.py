"""Every rule: break exactly one thing, and be told exactly that, at its file, line and column."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest

from generator.intake import lock, worded
from generator.intake.rules import RULES
from generator.model.text import LANGS
from tests.corpus.cases import CASES as CORPUS
from tests.intake.boundary_cases import OF_BOUNDARIES
from tests.intake.league_cases import OF_LEAGUES
from tests.intake.project_cases import OF_PROJECTS
from tests.intake.small_bulletin import FILES, OBSERVATIONS, Bench

Q1, Q2 = "investment/observations/2022-Q1.csv", "investment/observations/2022-Q2.csv"
TARGETS = "investment/targets/2022-Q1.csv"
AMOUNTS, STATUS = "projects/amounts/2022-Q1.csv", "projects/status/2022-Q1.csv"
AREAS, INDICATORS, SOURCES = "reference/areas.csv", "reference/indicators.csv", "reference/sources.csv"
MEASURES, UNITS, BREAKDOWNS = "reference/measures.csv", "reference/units.csv", "reference/breakdowns.csv"
RELATIONS, TRACE, PROJECTS = "reference/relations.csv", "reference/trace.csv", "projects/projects.csv"
DESCRIPTOR, BULLETIN, RELEASES = "investment/datapackage.yaml", "bulletin.yaml", "releases.yaml"
LOCK, SNAPSHOT = "releases.lock", "released/2022-Q1.zip"
SECOND_HEADLINES = "headlines: [obs.010203.investment.level._T._Z.2022-H1]"
LEVEL = "010203,investment,level"


@dataclass(frozen=True)
class Case:
    """One way to break one rule, and where the problem must be."""

    rule: str
    file: str
    line: int | None
    column: str
    harm: Callable[[Bench], object]


def edited(rule: str, file: str, line: int, column: str, old: str, new: str) -> Case:
    return Case(rule, file, line, column, lambda bench: bench.edit(file, old, new))


def appended(rule: str, file: str, line: int, column: str, row: str) -> Case:
    return Case(rule, file, line, column, lambda bench: bench.append(file, row))


def value(rule: str, written: str) -> Case:
    """What an editor left in the cell of a growth rate, line 5 of the first edition."""
    return edited(rule, Q1, 5, "value", ",13.7,", f",{written},")


def saved(rule: str, content: bytes, line: int | None = None) -> Case:
    """The first file of observations, saved in another way."""
    return Case(rule, Q1, line, "", lambda bench: bench.write(Q1, content))


def header(rule: str, column: str, old: str, new: str) -> Case:
    return edited(rule, Q1, 1, column, old, new)


def path(rule: str, written: str) -> Case:
    """A descriptor that sends the reader elsewhere instead of to the second file of observations."""

    def harm(bench: Bench) -> None:
        bench.edit(DESCRIPTOR, "path: observations/2022-Q2.csv", f"path: '{written}'")
        (bench.folder / Q2).unlink()

    return Case(rule, DESCRIPTOR, 38, "resources.path", harm)


def link(bench: Bench) -> None:
    outside = bench.datasets / "outside.csv"
    (bench.folder / Q2).rename(outside)
    (bench.folder / Q2).symlink_to(outside)


PATHS = [
    path("path-scheme", "http://example.org/data.csv"),
    path("path-scheme", "file:///etc/passwd"),
    path("path-backslash", r"observations\2022-Q2.csv"),
    path("path-absolute", "/etc/passwd"),
    path("path-home", "~/data.csv"),
    path("path-variable", "$HOME/data.csv"),
    path("path-up", "../reference/areas.csv"),
    path("path-hidden", ".git/config.csv"),
    path("path-form", "observations//2022-Q2.csv"),
    path("path-kind", "schemas"),
    path("resource-path", "observations/2022-Q1.csv"),
    Case("file-missing", DESCRIPTOR, 38, "resources.path", lambda bench: (bench.folder / Q2).unlink()),
    Case("path-link", DESCRIPTOR, 38, "resources.path", link),
]

DECLARATIONS = [
    edited("path-name", BULLETIN, 14, "topics", "topics: [investment]", "topics: [investment, Industry]"),
    edited("name-reserved", BULLETIN, 14, "topics", "topics: [investment]", "topics: [investment, released]"),
    edited("bulletin-id", BULLETIN, 1, "id", "id: demo", "id: other"),
    edited("time-zone", BULLETIN, 12, "time_zone", "Asia/Shanghai", "Asia/Luming"),
    edited("yaml-form", BULLETIN, 3, "", "title_en: Luming", "title_en: : Luming"),
    edited("yaml-anchor", BULLETIN, 2, "", "title: 鹿鸣", "title: &a 鹿鸣"),
    edited("yaml-repeated", BULLETIN, 2, "", "title: 鹿鸣", "id: demo\ntitle: 鹿鸣"),
    edited("yaml-key-missing", BULLETIN, 1, "", "publisher: 编辑组\n", ""),
    edited("yaml-key-unknown", BULLETIN, 10, "contacts", "contact: corr", "contacts: a\ncontact: corr"),
    edited("yaml-type", BULLETIN, 8, "official", "official: false", "official: 'no'"),
    edited("yaml-type", BULLETIN, 13, "home", '["010203"]', "[331000]"),
    edited(
        "topic-unknown", BULLETIN, 15, "topic_titles.tea",
        "topics: [investment]", "topics: [investment]\ntopic_titles: {tea: {zh: 茶叶, en: Tea}}",
    ),
    edited(
        "yaml-key-missing", BULLETIN, 15, "topic_titles.investment",
        "topics: [investment]", "topics: [investment]\ntopic_titles: {investment: {zh: 投资}}",
    ),
    edited("contact-form", BULLETIN, 10, "contact", "corrections@luming.gov.cn", "统计局"),
    edited("contact-example", BULLETIN, 10, "contact", "luming.gov.cn", "luming.example"),
    edited("official-demonstration", BULLETIN, 8, "official", "official: false", "official: true"),
    edited("unknown-id", BULLETIN, 13, "home", '["010203"]', '["010999"]'),
    Case(
        "yaml-encoding", BULLETIN, None, "",
        lambda bench: bench.write(BULLETIN, FILES[BULLETIN].encode("gb18030"), describe=False),
    ),
    Case(
        "folder-missing", "industry", None, "",
        lambda bench: bench.edit(BULLETIN, "topics: [investment]", "topics: [investment, industry]"),
    ),
    Case(
        "package-undeclared", "industry", None, "",
        lambda bench: bench.write("industry/observations/2022-Q1.csv", OBSERVATIONS + "\n"),
    ),
    edited("edition-form", RELEASES, 10, "editions.edition", "edition: 2022-Q2", "edition: 2022Q2"),
    appended(
        "edition-order", RELEASES, 15, "editions.edition",
        '  - edition: 2022-Q2\n    data_until: 2022-06-30\n    scheduled_at: "2022-08-20T09:00:00+08:00"\n'
        f"    status: open\n    {SECOND_HEADLINES}",
    ),
    appended(
        "edition-empty", RELEASES, 15, "editions.edition",
        '  - edition: 2022-Q3\n    data_until: 2022-09-30\n    scheduled_at: "2022-11-20T09:00:00+08:00"\n'
        "    status: open",
    ),
    edited("release-status", RELEASES, 13, "editions.status", f"open\n    {SECOND_HEADLINES}", "done"),
    edited("release-time", RELEASES, 12, "editions.scheduled_at", '"2022-08-20T09:00:00+08:00"', '"2022-08-20"'),
    edited("headlines-none", RELEASES, 14, "editions.headlines", SECOND_HEADLINES, "headlines: []"),
    edited("headline-unknown", RELEASES, 14, "editions.headlines", "_Z.2022-H1]", "_Z.2022]"),
    Case(
        "editions-none", RELEASES, 1, "editions",
        lambda bench: bench.write(RELEASES, "editions: []\n", describe=False),
    ),
]  # fmt: skip

DESCRIPTORS = [
    edited("package-name", DESCRIPTOR, 2, "name", "\nname: investment", "\nname: other"),
    edited("descriptor-profile", DESCRIPTOR, 1, "$schema", "2.0/datapackage.json", "1.0/datapackage.json"),
    edited("descriptor-invalid", DESCRIPTOR, 1, "", "- name: CC-BY-4.0\n", "- name: 4\n"),
    edited("yaml-key-unknown", DESCRIPTOR, 1, "profile", "$schema", "profile: http://example.org/p.json\n$schema"),
    edited("table-unknown", DESCRIPTOR, 61, "resources.table", "table: targets", "table: aims"),
    edited("resource-setting", DESCRIPTOR, 37, "resources.name", "name: observations-2022-q2", "name: second"),
    Case(
        "resource-repeated", DESCRIPTOR, 77, "resources.name",
        lambda bench: bench.append(DESCRIPTOR, _resources(bench)[-1].rstrip()),
    ),
    Case(
        "schema-copy", "investment/schemas/targets.json", None, "",
        lambda bench: bench.edit("investment/schemas/targets.json", '"maxLength": 40', '"maxLength": 90'),
    ),
    Case(
        "file-undeclared", "investment/observations/2022-Q3.csv", None, "",
        lambda bench: bench.write("investment/observations/2022-Q3.csv", OBSERVATIONS + "\n", describe=False),
    ),
    Case(
        "edition-unknown", "investment/observations/2022-Q3.csv", 1, "",
        lambda bench: bench.write("investment/observations/2022-Q3.csv", OBSERVATIONS + "\n"),
    ),
    Case(
        "file-size", DESCRIPTOR, None, "",
        lambda bench: bench.append(DESCRIPTOR, "# " + "x" * 1_000_001),
    ),
]  # fmt: skip


def _resources(bench: Bench) -> list[str]:
    text = (bench.folder / DESCRIPTOR).read_text(encoding="utf-8")
    return ["- name: " + part for part in text.split("resources:\n")[1].split("- name: ")[1:]]


ENCODINGS = [
    saved("encoding-gbk", FILES[Q1].encode("gb18030")),
    saved("encoding-utf16", FILES[Q1].encode("utf-16")),
    saved("encoding-unknown", FILES[Q1].encode() + b"\xff", 9),
    saved("not-csv", b"PK\x03\x04\x14\x00"),
    saved("file-empty", b"\n"),
    saved("delimiter", FILES[Q1].replace(",", ";").encode(), 1),
    edited("quote", Q1, 5, "", ",s1,增长,", ',s1,"增长,'),
]

HEADERS = [
    header("header-blank", "Q", "note_en\n", "note_en,\n"),
    header("header-repeated", "note_zh", "note_en\n", "note_en,note_zh\n"),
    header("header-unknown", "remark", "note_en\n", "note_en,remark\n"),
    header("header-missing", "note_en", ",note_en\n", "\n"),
    header("header-order", "", "value,value_high", "value_high,value"),
]

CELLS = [
    value("full-width", "１３.７"),
    value("per-cent-sign", "13.7%"),
    value("per-cent-sign", "13.7％"),
    value("thousands-comma", '"1,234.5"'),
    value("unit-in-cell", "13.7个百分点"),
    value("plus-sign", "+13.7"),
    value("formula-in-cell", "=400*2"),
    value("range-in-cell", "13-14"),
    value("scientific-number", "1.37E+01"),
    value("spreadsheet-error", "#N/A"),
    value("spreadsheet-error", "#####"),
    value("placeholder", "—"),
    value("space-around", " 13.7"),
    value("number-form", "13.7.1"),
    edited("spreadsheet-date", Q1, 5, "period", "growth_yoy,,,2022-Q1", "growth_yoy,,,Mar-22"),
    edited("spreadsheet-date", Q1, 5, "period", "growth_yoy,,,2022-Q1", "growth_yoy,,,2022/3/1"),
    edited("period-form", Q1, 5, "period", "growth_yoy,,,2022-Q1", "growth_yoy,,,2022Q1"),
    edited("period-form", Q1, 5, "period", "growth_yoy,,,2022-Q1", "growth_yoy,,,2022-13"),
    edited("period-form", Q1, 5, "period", "growth_yoy,,,2022-Q1", "growth_yoy,,,2022-01/P3M"),
    edited("code-as-number", Q1, 5, "area", "010203,investment,growth", "10203.0,investment,growth"),
    edited("leading-zero", Q1, 5, "area", "010203,investment,growth", "10203,investment,growth"),
    edited("total-row", Q1, 5, "area", "010203,investment,growth", "合计,investment,growth"),
    edited("total-row", Q1, 5, "area", "010203,investment,growth", "Total,investment,growth"),
    edited("total-row", Q1, 4, "breakdown", "part_b", "total"),
    edited("spreadsheet-date", SOURCES, 2, "published_on", "2022-04-20", "2022/4/20"),
    edited("spreadsheet-date", AREAS, 3, "valid_from", "2021-01-01", "44197"),
    edited("letter-case", Q1, 5, "status", ",13.7,,P,", ",13.7,,p,"),
    edited("choice", Q1, 5, "status", ",13.7,,P,", ",13.7,,Z,"),
    edited("status-blank", Q1, 5, "status", ",13.7,,P,", ",13.7,,,"),
    edited("status-blank", Q1, 5, "status", ",13.7,,P,", ",,,,"),
    edited("blank-cell", Q1, 5, "source", "exact,s1,增长", "exact,,增长"),
    edited("form", SOURCES, 2, "url", "https://example.org", "example.org"),
    edited("text-long", Q1, 5, "locator", "增长", "增" * 41),
    edited("out-of-range", INDICATORS, 2, "decimals", "CNY_100M,1,ytd", "CNY_100M,9,ytd"),
    edited("integer-form", INDICATORS, 2, "decimals", "CNY_100M,1,ytd", "CNY_100M,一,ytd"),
    edited("boolean-form", BREAKDOWNS, 2, "additive", "甲,A,,,,true", "甲,A,,,,是"),
    edited("date-form", AREAS, 3, "valid_from", "2021-01-01", "2021-02-30"),
    edited("blank-row", Q1, 6, "", "010203,investment,share", "," * 15 + "\n010203,investment,share"),
    edited("extra-cell", Q1, 5, "Q", ",s1,增长,,,,", ",s1,增长,,,,,多"),
    edited("missing-cell", Q1, 5, "note_en", ",s1,增长,,,,", ",s1,增长,,,"),
    appended("key-repeated", "reference/peers.csv", 3, "id", "counties,各县,Counties,,,,"),
    edited("unknown-id", INDICATORS, 2, "unit", "CNY_100M", "CNY_10K"),
]

VOCABULARY = [
    edited("unknown-id", Q1, 5, "indicator", "investment,growth_yoy", "investments,growth_yoy"),
    edited("unknown-id", Q1, 5, "measure", "growth_yoy", "growth"),
    edited("unknown-id", Q1, 4, "breakdown", "part_b", "part_c"),
    edited("unknown-id", Q1, 7, "peers", "counties", "cities"),
    edited("unknown-id", Q1, 5, "source", "s1,增长", "s9,增长"),
    edited("unknown-id", AMOUNTS, 2, "unit", "CNY_100M", "CNY_10K"),
    edited("unknown-id", AMOUNTS, 2, "project", "plant_1,total", "plant_2,total"),
    edited("unknown-id", PROJECTS, 3, "host", "park_1,机械", "park_2,机械"),
    edited("unknown-id", "reference/peers.csv", 2, "members", "children:010200", "children:010900"),
    edited("topic-unknown", INDICATORS, 3, "topic", "investment,days", "services,days"),
    Case(
        "table-missing", "reference/peers.csv", None, "",
        lambda bench: (
            (bench.folder / "reference/peers.csv").unlink(),
            bench.write("reference/areas.csv", FILES["reference/areas.csv"]),
        ),
    ),
]  # fmt: skip


def _second_topic(bench: Bench) -> None:
    bench.edit(BULLETIN, "topics: [investment]", "topics: [investment, services]")
    row = "010203,investment,growth_yoy,,,2022-H1,9.1,,P,exact,s1,增长,,,,\n"
    bench.write("services/observations/2022-Q2.csv", f"{OBSERVATIONS}\n{row}")


STATISTICS = [
    Case("wrong-package", "services/observations/2022-Q2.csv", 2, "indicator", _second_topic),
    edited("period-day", Q1, 8, "period", "2022-03-31", "2022-02-30"),
    edited("period-order", Q1, 5, "period", "yoy,,,2022-Q1", "yoy,,,2022-03/2022-01"),
    edited("period-basis", Q1, 5, "period", "yoy,,,2022-Q1", "yoy,,,2022-02"),
    edited("period-basis", Q1, 8, "period", "2022-03-31", "2022-Q1"),
    edited("period-future", Q1, 5, "period", "yoy,,,2022-Q1", "yoy,,,2022-H1"),
    edited("period-future", STATUS, 2, "since", "2022-03,", "2022-05,"),
    appended("period-spelling", Q2, 4, "period", f"{LEVEL},,,2022-01/2022-03,301.0,,P,exact,s1,投资额,,,,"),
    appended("period-spelling", Q2, 4, "period", f"{LEVEL},,,2022-01/2022-06,700.0,,P,exact,s1,投资额,,,,"),
    edited("code-not-valid", Q1, 5, "area", "010203,investment,growth", "010204,investment,growth"),
    edited("code-not-valid", Q1, 4, "breakdown", "part_b", "tier_1"),
    edited("validity-order", AREAS, 3, "valid_to", "2021-01-01,,,", "2021-01-01,2020-01-01,,"),
    edited("value-missing", Q1, 5, "value", "13.7", ""),
    edited("status-missing", Q1, 5, "status", "13.7,,P", "13.7,,O"),
    edited("target-blank", TARGETS, 2, "value", "1500,,at_least", ",,exact"),
    edited("bound-of-missing", Q1, 8, "bound", ",,,O,exact", ",,,O,about"),
    edited("range-open", Q1, 8, "value_high", ",,,O,exact", ",,3,O,exact"),
    edited("range-order", Q1, 6, "value_high", "40,50,", "40,39,"),
    edited("range-bound", Q1, 6, "bound", "40,50,A,exact", "40,50,A,about"),
    edited("rank-form", Q1, 7, "value", "2022-Q1,2,,", "2022-Q1,0,,"),
    edited("rank-peers", Q1, 7, "peers", "rank_level,,counties,", "rank_level,,,"),
    edited("rank-bound", Q1, 7, "bound", "2022-Q1,2,,A,exact", "2022-Q1,2,,A,at_least"),
    edited("rank-bound", Q1, 7, "value_high", "2022-Q1,2,,A", "2022-Q1,2,4,A"),
    edited("growth-below", Q1, 5, "value", "13.7", "-113.7"),
    edited("share-range", Q1, 6, "value", "40,50,", "140,,"),
    edited("measure-unit", MEASURES, 4, "unit", "gap in growth rate,pp", "gap in growth rate,pct"),
    edited("measure-rule", MEASURES, 3, "rule", "growth,pct,1,", "growth,pct,1,growth(level"),
    edited("measure-operand", MEASURES, 5, "rule", "share,pct,1,", "share,pct,1,share_of_parent(levels)"),
    edited("measure-rule-unit", MEASURES, 4, "unit", "rate,pp,1,", "rate,pp,1,completion(level)"),
    edited("unit-kind", UNITS, 5, "kind", "percentage point,points", "percentage point,rate"),
    edited("target-positive", TARGETS, 2, "value", ",1500,", ",0,"),
    edited("parts-sum", Q1, 2, "value", ",300.0,", ",310.0,"),
    edited("total-falls", Q2, 3, "value", ",700.0,", ",299.0,"),
    appended("stated-twice", Q2, 4, "", "010203,investment,level,_T,_Z,2022-H1,700.0,,P,exact,s1,投资额,,,,"),
    edited("withdrawal-reason", Q2, 2, "reason_zh", "301.0,,A,exact,s1,投资额,核实,Verified", ",,O,exact,s1,投资额,,"),
    edited("revision-reason", Q2, 2, "reason_zh", "投资额,核实,Verified", "投资额,,"),
    Case(
        "revision-fine", Q2, 4, "value",
        lambda bench: (
            bench.edit(Q1, ",13.7,", ",13.71,"),
            bench.append(Q2, "010203,investment,growth_yoy,,,2022-Q1,13.72,,A,exact,s1,增长,,,,"),
        ),
    ),
    edited("bound-reason", Q2, 2, "reason_zh", "301.0,,A,exact,s1,投资额,核实,Verified", "300.0,,A,over,s1,投资额,,"),
    Case(
        "unit-reason", "projects/amounts/2022-Q2.csv", 2, "reason_zh",
        lambda bench: (
            bench.append("reference/units.csv", "ha,公顷,hectares,hectare,area,ha,1"),
            bench.write(
                "projects/amounts/2022-Q2.csv",
                "\n".join(FILES[AMOUNTS].splitlines()[::2]).replace(",mu,", ",ha,") + "\n",
            ),
        ),
    ),
    appended("tile-taken", AREAS, 5, "tile_row", "010205,新县,New County,county,010200,,,,,1,1"),
    edited("text-formula", Q1, 5, "locator", "s1,增长", "s1,=增长"),
    edited("text-formula", Q1, 5, "locator", "s1,增长", "s1,＠增长"),
    edited("text-control", Q1, 5, "locator", "s1,增长", "s1,增\u202e长"),
    edited("text-control", Q1, 5, "locator", "s1,增长", 's1,"增\n长"'),
    edited("space-around", Q1, 5, "locator", "s1,增长", "s1,增长 "),
    edited("one-language", Q1, 8, "note_en", "未公布,Not published", "未公布,"),
    edited("figure-unknown", RELATIONS, 2, "operands", "level.part_a._Z", "level.part_z._Z"),
    edited("figure-unknown", RELATIONS, 2, "result", "level._T._Z", "share._T._Z.2022-Q1.x"),
    edited("trace-row", TRACE, 2, "row", "level._T._Z", "level.part_x._Z"),
    edited("trace-reason", TRACE, 3, "reason_zh", "重复,Repeated", ","),
]  # fmt: skip


def locked(rule: str, file: str, line: int | None, column: str, harm: Callable[[Bench], object]) -> Case:
    """A rule about an edition that was released before the harm."""

    def release_and_harm(bench: Bench) -> None:
        lock(bench.load().tables, "2022-Q1", b"snapshot")
        harm(bench)

    return Case(rule, file, line, column, release_and_harm)


RELEASED = [
    locked("lock-changed", Q1, None, "", lambda bench: bench.edit(Q1, ",13.7,", ",13.8,")),
    locked("lock-changed", SNAPSHOT, None, "", lambda bench: bench.write(SNAPSHOT, "x", False)),
    locked(
        "lock-removed", TARGETS, None, "",
        lambda bench: ((bench.folder / TARGETS).unlink(), bench.write(Q1, FILES[Q1])),
    ),
    *(
        locked("lock-entry", RELEASES, 2, "editions.edition", partial(Bench.edit, file=RELEASES, old=old, new=new))
        for old, new in (
            ("[obs.010203.investment.level._T._Z.2022-Q1]", "[obs.010203.investment.growth_yoy._T._Z.2022-Q1]"),
            ("note_en: First quarter", "note_en: The first quarter"),
            ("data_until: 2022-03-31", "data_until: 2022-04-30"),
            ('    released_at: "2022-05-20T09:00:00+08:00"\n', ""),
        )
    ),
    locked("lock-form", LOCK, None, "", lambda bench: bench.write(LOCK, "[]", False)),
    locked("lock-missing", RELEASES, 6, "editions.status", lambda bench: bench.write(LOCK, "{}", False)),
    locked(
        "lock-lost", RELEASES, 6, "editions.status",
        lambda bench: (
            bench.write(LOCK, "{}", False), bench.edit(RELEASES, "status: released", "status: open"),
        ),
    ),
    locked(
        "lock-open", RELEASES, 6, "editions.status",
        lambda bench: bench.edit(RELEASES, "status: released", "status: open"),
    ),
    Case(
        "lock-added", TARGETS, None, "",
        lambda bench: (
            (bench.folder / TARGETS).unlink(), bench.write(Q1, FILES[Q1]),
            lock(bench.load().tables, "2022-Q1", b"snapshot"), bench.write(TARGETS, FILES[TARGETS]),
        ),
    ),
    Case("lock-unknown", LOCK, None, "", lambda bench: bench.write(LOCK, '{"2021-Q4": {}}', False)),
]  # fmt: skip

CASES = [
    *PATHS, *DECLARATIONS, *DESCRIPTORS, *ENCODINGS, *HEADERS, *CELLS, *VOCABULARY, *STATISTICS, *RELEASED,
]  # fmt: skip
# Of whole files and folders: tests/corpus/test_disk.py and test_large.py.
OF_FILES = {"file-name", "file-unreadable", "more", "more-notes", "rows-many"}
# Said by another room; said of what frictionless may find beyond the errors that we know of; said of a whole release
# and broken in tests/vintages.
NOT_BROKEN_HERE = {
    "published-computed", "published-derived", "structure", "lock-meaning", "lock-wording",
    "lock-archive", "chain-long", "problems-many",
}  # fmt: skip


def test_the_bulletin_of_these_tests_is_sound(sound: Bench) -> None:
    assert sound.problems() == ()


@pytest.mark.parametrize("case", CASES, ids=[f"{number}-{case.rule}" for number, case in enumerate(CASES)])
def test_one_broken_rule_is_one_problem_at_its_place(case: Case, bench: Bench) -> None:
    case.harm(bench)
    assert bench.found() == [(case.rule, case.file, case.line, case.column)]
    for lang in LANGS:
        assert not re.search(r"\{\w+\}", worded(bench.problems()[0], lang)), "a fact is missing"


def test_every_rule_is_broken_once() -> None:
    in_corpus = {rule for case in CORPUS for rule, *_ in case.told}
    elsewhere = in_corpus | OF_FILES | OF_BOUNDARIES | OF_LEAGUES | OF_PROJECTS | NOT_BROKEN_HERE
    assert {case.rule for case in CASES} | elsewhere == set(RULES)


@pytest.mark.parametrize(
    ("long", "short"),
    [("2022-01/2022-03", "2022-Q1"), ("2021-07/2021-12", "2021-H2"), ("2021-01/2021-12", "2021"),
     ("2020-01/2021-12", "2020/2021")],
)  # fmt: skip
def test_the_short_spelling_is_the_right_one(long: str, short: str, bench: Bench) -> None:
    """Whichever stands first, and in whatever edition; an indicator of basis span can have them all."""
    bench.edit(INDICATORS, "CNY_100M,1,ytd", "CNY_100M,1,span")
    for file, period in ((Q1, long), (Q2, short)):
        bench.append(file, f"010203,investment,growth_yoy,tier_2,,{period},5,,P,exact,s1,增长,,,,")
    bench.append(BREAKDOWNS, "tier_2,tier,二档,Tier 2,,,,false,true")
    (problem,) = bench.problems()
    assert (problem.rule, problem.file, problem.value) == ("period-spelling", f"demo/{Q1}", long)
    assert problem.facts["expected"] == short


def test_a_total_row_is_told_once(bench: Bench) -> None:
    bench.append(Q1, "合计,,,,,,600.0,,,,,,,,,")
    assert bench.found() == [("total-row", Q1, 9, "area")]


def test_a_period_is_not_blamed_on_those_who_name_it(bench: Bench) -> None:
    """Row 2 is a headline, the result of a relation, and where a fact went."""
    bench.edit(Q1, "level,,,2022-Q1,300.0", "level,,,2022Q1,300.0")
    assert bench.found() == [("period-form", Q1, 2, "period")]


def test_a_blank_status_names_the_two_usual_ones(bench: Bench) -> None:
    bench.edit(Q1, ",13.7,,P,", ",,,,")
    assert re.search(r"\bA\b.*\bO\b", worded(bench.problems()[0], "en"))


def test_a_released_edition_keeps_its_spelling(bench: Bench) -> None:
    bench.edit(Q1, "growth_yoy,,,2022-Q1", "growth_yoy,,,2022-01/2022-03")
    lock(bench.load().tables, "2022-Q1", b"snapshot")
    bench.append(Q2, "010203,investment,growth_yoy,,,2022-Q1,13.7,,P,exact,s1,增长,,,,")
    (problem,) = bench.problems()
    assert (problem.rule, problem.file, problem.line) == ("period-spelling", f"demo/{Q2}", 4)
    assert problem.facts["expected"] == "2022-01/2022-03"


def test_a_range_alone_is_a_period_like_any_other(bench: Bench) -> None:
    bench.append(Q2, "010203,investment,growth_yoy,part_a,,2022-01/2022-06,5,,P,exact,s1,增长,,,,")
    assert bench.problems() == ()


def test_within_the_first_places_is_a_rank(bench: Bench) -> None:
    bench.edit(Q1, "2022-Q1,2,,A,exact", "2022-Q1,10,,A,at_most")
    assert bench.problems() == ()


@pytest.mark.parametrize("value", ["300.0", "300.04", "300"])
def test_a_value_stated_again_needs_no_reason(value: str, bench: Bench) -> None:
    bench.edit(Q2, "301.0,,A,exact,s1,投资额,核实,Verified", f"{value},,A,exact,s1,投资额,,")
    assert bench.problems() == ()


def test_a_range_falls_below_nothing(bench: Bench) -> None:
    """Of 299 to 701 by mid-year nobody can say that it is less than 301 in March."""
    bench.edit(Q2, ",700.0,,P,", ",299.0,701.0,P,")
    assert bench.problems() == ()


def test_warnings_do_not_block(bench: Bench) -> None:
    bench.edit(Q1, "40,50,", "140,,")
    warnings = bench.load().warnings
    assert [(warning.rule, warning.severity) for warning in warnings] == [("share-range", "warning")]


def test_everything_is_reported_at_once(bench: Bench) -> None:
    bench.edit(Q1, ",13.7,", ",13.7%,")
    bench.edit(DESCRIPTOR, "path: observations/2022-Q2.csv", "path: ../../secret.csv")
    (bench.folder / Q2).unlink()
    bench.edit(SOURCES, "公报,Report", "=公报,Report")
    bench.edit(BULLETIN, "luming.gov.cn", "luming.example")
    assert [rule for rule, *_ in bench.found()] == ["contact-example", "path-up", "per-cent-sign", "text-formula"]
