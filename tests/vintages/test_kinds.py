"""Each kind of change between editions on the smallest bulletin that has it; expected values are written by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator import measures
from generator.model.edition import Edition
from generator.model.text import LANGS, Lang
from generator.pages import Volume
from generator.pages import revisions as record
from tests.intake.small_bulletin import OBSERVATIONS, TARGETS, Bench

SECOND, THIRD = "investment/observations/2022-Q2.csv", "investment/observations/2022-Q3.csv"
LEVEL, GROWTH = "obs.010203.investment.level._T._Z.2022-Q1", "obs.010203.investment.growth_yoy._T._Z.2022-Q1"
DAYS = "obs.010203.approval_days.level._T._Z.2022-03-31"
TARGET = "target.010203.investment.level._T.2022"
AMOUNTS = "project,item,period,unit,value,value_high,status,bound,source,locator,reason_zh,reason_en,note_zh,note_en"
WITHDRAWN = "010203,investment,growth_yoy,,,2022-Q1,,,O,exact,s1,增长,来源撤回。,Withdrawn.,,"
RESTORED = "010203,investment,growth_yoy,,,2022-Q1,13.6,,A,exact,s1,增长,重新公布。,Published again.,,"


@pytest.fixture
def three(bench: Bench) -> Bench:
    """The bulletin with a third edition that says nothing yet."""
    bench.append(
        "releases.yaml",
        "  - edition: 2022-Q3\n    data_until: 2022-09-30\n    status: open\n"
        '    scheduled_at: "2022-11-20T09:00:00+08:00"\n    headlines: []',
    )
    bench.write(THIRD, f"{OBSERVATIONS}\n")
    return bench


def editions(bench: Bench) -> tuple[Edition, ...]:
    assert rules(bench) == set()
    return measures.assemble(bench.load().tables)


def rules(bench: Bench) -> set[str]:
    """What is wrong; that an edition has no headlines or rows yet is not what these tests are about."""
    return {problem.rule for problem in bench.problems()} - {"headlines-none", "edition-empty"}


def values(bench: Bench, figure: str) -> list[str]:
    """The value of the figure in every edition."""
    return ["" if (value := edition.figures[figure].value) is None else str(value) for edition in editions(bench)]


def changes(bench: Bench, figure: str) -> list[tuple[str, str, Decimal | None, Decimal | None, str]]:
    return [
        (one.previous_edition, one.edition, one.old.value, one.new.value, one.reason.en)
        for one in editions(bench)[-1].revisions
        if one.figure == figure
    ]


def cells(bench: Bench, lang: Lang, figure: str) -> list[tuple[str, str]]:
    """Old and new value of each revision of the figure, as the page words them, newest first."""
    volume = Volume(lang, editions(bench))
    return [
        tuple(record._value(volume, one, old=old) for old in (True, False))  # type: ignore[misc]
        for one in reversed(volume.newest.revisions)
        if one.figure == figure
    ]


def test_a_withdrawn_figure_keeps_its_row_and_may_come_back(three: Bench) -> None:
    three.append(SECOND, WITHDRAWN)
    three.append(THIRD, RESTORED)
    assert values(three, GROWTH) == ["13.7", "", "13.6"]
    assert [edition.figures[GROWTH].status for edition in editions(three)] == ["P", "O", "A"]
    assert changes(three, GROWTH) == [
        ("2022-Q1", "2022-Q2", Decimal("13.7"), None, "Withdrawn."),
        ("2022-Q2", "2022-Q3", None, Decimal("13.6"), "Published again."),
    ]
    assert cells(three, "zh", GROWTH) == [("无数值", "13.6%"), ("13.7%", "已撤回")]
    assert cells(three, "en", GROWTH) == [("no value", "13.6%"), ("13.7%", "withdrawn")]


def test_a_withdrawal_has_to_say_why(three: Bench) -> None:
    three.append(SECOND, WITHDRAWN.replace("来源撤回。,Withdrawn.", ","))
    assert rules(three) == {"withdrawal-reason"}


def test_a_figure_that_is_restated_twice_has_two_revisions(three: Bench) -> None:
    again = "再次核实,Verified again,不全,Partial"
    three.append(THIRD, f"010203,investment,level,,,2022-Q1,302.5,,A,exact,s1,投资额,{again}")
    assert values(three, LEVEL) == ["300.0", "301.0", "302.5"]
    assert changes(three, LEVEL) == [
        ("2022-Q1", "2022-Q2", Decimal("300.0"), Decimal("301.0"), "Verified"),
        ("2022-Q2", "2022-Q3", Decimal("301.0"), Decimal("302.5"), "Verified again"),
    ]


@pytest.mark.parametrize("value", ["301.0", "301.00", "301", "301.04"])
def test_restating_without_a_change_needs_no_reason_and_leaves_no_trace(three: Bench, value: str) -> None:
    three.append(THIRD, f"010203,investment,level,,,2022-Q1,{value},,A,exact,s1,投资额,,,不全,Partial")
    assert values(three, LEVEL) == ["300.0", "301.0", value]
    assert len(changes(three, LEVEL)) == 1
    assert editions(three)[-1].figures[LEVEL].edition == "2022-Q3", "the newest edition that says so is named"


def test_a_final_status_after_a_provisional_one_is_no_revision(three: Bench) -> None:
    three.append(THIRD, "010203,investment,growth_yoy,,,2022-Q1,13.7,,A,exact,s1,增长,,,,")
    assert changes(three, GROWTH) == []
    assert [edition.figures[GROWTH].status for edition in editions(three)] == ["P", "P", "A"]


def test_what_changes_beyond_the_published_digits_is_pointed_out_only(three: Bench) -> None:
    three.append(SECOND, "010203,investment,growth_yoy,,,2022-Q1,13.71,,A,exact,s1,增长,,,,")
    three.append(THIRD, "010203,investment,growth_yoy,,,2022-Q1,13.74,,A,exact,s1,增长,,,,")
    (told,) = (one for one in three.problems() if one.rule == "revision-fine")
    assert (told.file, told.line, told.column, told.severity) == (f"demo/{THIRD}", 2, "value", "warning")
    assert (told.value, told.facts["old"], told.facts["decimals"]) == ("13.74", "13.71", "1")
    three.edit("reference/measures.csv", "growth,pct,1,", "growth,pct,2,")
    assert rules(three) == {"revision-reason"}


def test_filling_a_blank_is_a_revision_and_has_to_say_why(three: Bench) -> None:
    filled = "010203,approval_days,level,,,2022-03-31,12,,A,exact,s1,审批,{},,"
    three.append(SECOND, filled.format(","))
    assert rules(three) == {"revision-reason"}
    three.edit(SECOND, "s1,审批,,,,", "s1,审批,来源补报。,Reported late.,,")
    assert values(three, DAYS) == ["", "12", "12"]
    assert changes(three, DAYS) == [("2022-Q1", "2022-Q2", None, Decimal("12"), "Reported late.")]


def test_targets_are_revised_and_withdrawn_like_figures(three: Bench) -> None:
    row = "010203,investment,level,,2022,{},,{},s1,目标,2022-0{},{},{},,"
    second = row.format(1600, "at_least", 4, "调高。", "Raised.")
    third = row.format("", "exact", 8, "取消。", "Dropped.")
    three.write("investment/targets/2022-Q2.csv", f"{TARGETS}\n{second}\n")
    three.write("investment/targets/2022-Q3.csv", f"{TARGETS}\n{third}\n")
    assert values(three, TARGET) == ["1500", "1600", ""]
    assert [edition.figures[TARGET].bound for edition in editions(three)] == ["at_least", "at_least", "exact"]
    assert changes(three, TARGET) == [
        ("2022-Q1", "2022-Q2", Decimal(1500), Decimal(1600), "Raised."),
        ("2022-Q2", "2022-Q3", Decimal(1600), None, "Dropped."),
    ]
    assert cells(three, "zh", TARGET) == [("1600亿元以上", "已撤回"), ("1500亿元以上", "1600亿元以上")]


def test_another_bound_of_a_target_is_a_revision(three: Bench) -> None:
    row = "010203,investment,level,,2022,1500,,about,s1,目标,2022,,,,"
    three.write("investment/targets/2022-Q2.csv", f"{TARGETS}\n{row}\n")
    assert rules(three) == {"bound-reason"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_record_shows_each_value_in_the_unit_of_its_time(three: Bench, lang: Lang) -> None:
    three.append("reference/units.csv", 'CNY_10K,万元,"10,000 yuan","10,000 yuan",money,CNY,10000')
    row = "plant_1,total_investment,undated,CNY_10K,125000,,F,exact,s1,总投资,改用万元。,Now in 10 000 yuan.,,"
    three.write("projects/amounts/2022-Q2.csv", f"{AMOUNTS}\n{row}\n")
    (shown,) = cells(three, lang, "amount.plant_1.total_investment.undated")
    assert shown == {"zh": ("12亿元", "125000万元"), "en": ("12 × 100 million yuan", "125,000 × 10,000 yuan")}[lang]


def test_a_renamed_area_is_a_new_row_and_each_edition_names_its_own(three: Bench) -> None:
    three.edit("reference/areas.csv", "2021-01-01,,,,1,1", "2021-01-01,2022-06-30,010205,renamed,1,1")
    three.append("reference/areas.csv", "010205,鹿鸣市,Luming City,county,010200,2022-07-01,,,,2,1")
    row = "{},investment,level,,,2022-Q3,90,,A,exact,s1,投资额,,,,"
    three.edit("reference/indicators.csv", "CNY_100M,1,ytd", "CNY_100M,1,span")
    three.append(THIRD, row.format("010203"))
    (told,) = (one for one in three.problems() if one.rule == "code-not-valid")
    assert (told.file, told.line, told.column) == (f"demo/{THIRD}", 2, "area")
    three.edit(THIRD, "010203,investment,level,,,2022-Q3", "010205,investment,level,,,2022-Q3")
    newest = editions(three)[-1]
    areas = newest.tables.reference.areas
    subjects = [newest.figures[figure].key.subject for figure in (LEVEL, "obs.010205.investment.level._T._Z.2022-Q3")]
    assert [areas[code].name.en for code in subjects] == ["Luming", "Luming City"]
    assert areas["010203"].successor == "010205"
