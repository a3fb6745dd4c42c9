"""What the next room gets: rows as types, units resolved, oldest edition first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from generator.errors import DataErrors
from generator.intake import load
from generator.model.text import Text
from tests.intake.small_bulletin import Bench


def test_statements(sound: Bench) -> None:
    statements = {one.key.id: one for one in sound.load().tables.statements if one.edition == "2022-Q1"}
    level = statements["obs.010203.investment.level._T._Z.2022-Q1"]
    assert (str(level.value), level.unit, level.status, level.bound) == ("300.0", "CNY_100M", "P", "exact")
    assert (level.at.package, level.at.file, level.at.line) == (
        "investment", "demo/investment/observations/2022-Q1.csv", 2,
    )  # fmt: skip
    assert statements["obs.010203.investment.growth_yoy._T._Z.2022-Q1"].unit == "pct"  # the measure's, not 亿元
    share = statements["obs.010203.investment.share._T._Z.2022-Q1"]
    assert (share.value, share.value_high) == (Decimal(40), Decimal(50))
    missing = statements["obs.010203.approval_days.level._T._Z.2022-03-31"]
    assert (missing.value, missing.status, missing.note) == (None, "O", Text("未公布", "Not published"))
    target = statements["target.010203.investment.level._T.2022"]
    assert (target.status, target.bound, target.set_on, target.unit) == ("F", "at_least", "2022", "CNY_100M")
    assert statements["amount.plant_1.land_area.undated"].unit == "mu"


def test_statements_stand_in_order_of_edition(sound: Bench) -> None:
    editions = [one.edition for one in sound.load().tables.statements]
    assert editions == sorted(editions)
    assert set(editions) == {"2022-Q1", "2022-Q2"}


def test_reference_tables(sound: Bench) -> None:
    reference = sound.load().tables.reference
    assert list(reference.areas) == ["010200", "010203", "010204"]
    assert reference.areas["010203"].valid_from == date(2021, 1, 1)
    assert reference.areas["010203"].tile == (1, 1)
    assert reference.areas["010204"].succession == "renamed"
    assert reference.units["mu"].factor == Fraction(1, 15)
    assert reference.breakdowns["tier_1"].nested
    assert not reference.breakdowns["tier_1"].additive
    assert reference.relations["r1"].operands == ("obs.010203.investment.level.part_a._Z.2022-Q1", "2")
    assert [trace.table for trace in reference.trace] == ["observations", "none"]


def test_projects(sound: Bench) -> None:
    tables = sound.load().tables
    assert tables.projects["plant_1"].aliases == ("一厂", "老厂")
    assert tables.projects["plant_1"].host == "park_1"
    status = tables.project_status[0]
    assert (status.project, status.stage, str(status.since), str(status.expected_period)) == (
        "plant_1", "started", "2022-03", "2023",
    )  # fmt: skip


def test_bulletin_and_releases(sound: Bench) -> None:
    tables = sound.load().tables
    assert tables.bulletin.title == Text("鹿鸣县统计季报", "Luming County Bulletin")
    assert tables.bulletin.home == ("010203",)
    assert [release.edition for release in tables.releases] == ["2022-Q1", "2022-Q2"]
    assert tables.releases[0].data_until == date(2022, 3, 31)
    assert tables.releases[1].released_at is None
    assert tables.newest.scheduled_at.isoformat() == "2022-08-20T09:00:00+08:00"


def test_a_byte_order_mark_is_accepted(bench: Bench) -> None:
    file = bench.folder / "investment/observations/2022-Q1.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert bench.problems() == ()


def test_line_ends_of_windows_are_accepted(bench: Bench) -> None:
    file = bench.folder / "investment/observations/2022-Q1.csv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert bench.problems() == ()


def test_lines_are_counted_through_cells_with_line_breaks(bench: Bench) -> None:
    file = "investment/observations/2022-Q1.csv"
    bench.edit(file, "s1,投资额", 's1,"投\n资额"')
    bench.edit(file, ",13.7,", ",13.7%,")
    assert [problem[:3] for problem in bench.found()] == [("text-control", file, 2), ("per-cent-sign", file, 6)]


def test_totals_within_rounding_are_sound(bench: Bench) -> None:
    """100.0 and 200.0 may each be 0.05 off and 300.1 as well: 0.15 together."""
    bench.edit("investment/observations/2022-Q1.csv", ",300.0,", ",300.1,")
    assert bench.problems() == ()


def test_a_total_that_explains_itself_is_sound(bench: Bench) -> None:
    old = ",300.0,,P,exact,s1,投资额,,,,"
    bench.edit("investment/observations/2022-Q1.csv", old, ",310.0,,P,exact,s1,投资额,,,含未分类,Unclassified included")
    assert bench.problems() == ()


def test_a_bound_is_no_exact_running_total(bench: Bench) -> None:
    bench.edit("investment/observations/2022-Q2.csv", ",700.0,,P,exact", ",200.0,,P,over")
    assert bench.problems() == ()


def test_a_broken_row_of_a_code_list_blames_nobody_else(bench: Bench) -> None:
    bench.edit("reference/indicators.csv", "CNY_100M,1,ytd", "CNY_100M,1,weekly")
    assert [rule for rule, *_ in bench.found()] == ["choice"]


def test_a_code_list_in_the_wrong_encoding_blames_nobody_else(bench: Bench) -> None:
    file = bench.folder / "reference/areas.csv"
    file.write_bytes(file.read_bytes().decode().encode("gbk"))
    assert [rule for rule, *_ in bench.found()] == ["encoding-gbk"]


def test_an_unreadable_package_blames_nobody_else(bench: Bench) -> None:
    (bench.folder / "reference/datapackage.yaml").write_text("a: [", encoding="utf-8")
    assert [rule for rule, *_ in bench.found()] == ["yaml-form"]


def test_problems_are_sorted_by_place(bench: Bench) -> None:
    bench.edit("investment/observations/2022-Q1.csv", ",13.7,", ",13.7%,")
    bench.edit("bulletin.yaml", "official: false", "official: true")
    with pytest.raises(DataErrors) as caught:
        load(bench.datasets, "demo")
    assert [problem.file for problem in caught.value.problems] == [
        "demo/bulletin.yaml", "demo/investment/observations/2022-Q1.csv",
    ]  # fmt: skip
    assert caught.value.problems[1].package == "demo/investment"
    assert caught.value.problems[1].resource == "observations-2022-q1"


def test_the_header_is_the_first_line_however_ragged_the_rows_are(bench: Bench) -> None:
    """Left to itself, frictionless takes the row whose width is nearest to the average for the header."""
    file = "reference/peers.csv"
    bench.write(file, "id,name_zh,name_en,members,count,valid_from,valid_to\ncounties,各县,Counties\na,甲,A\n", False)
    assert bench.found() == [("missing-cell", file, line, "members") for line in (2, 3)]
