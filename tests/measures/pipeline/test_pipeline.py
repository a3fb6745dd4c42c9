"""Projects on their way. Every expected value is worked out by hand from the rows beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.measures.pipeline import (
    Days,
    Flow,
    age,
    conversion,
    courses,
    flows,
    funnel,
    groups,
    reached,
    size_classes,
    stays,
    stocks,
    tiers,
    typical,
)
from generator.measures.result import Result
from generator.model.project import Project, ProjectStatus
from generator.model.stage import NEXT, STAGES, Stage, may_follow
from generator.model.text import Text

from .rows import money, status

EDITIONS = ("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2022-Q1", "2022-Q2")
# One project goes all the way, one stops, one is only named, one comes late, one is corrected.
ROWS = [
    status("a", "2021-Q1", "reserve", "2021-01-10"),
    status("b", "2021-Q1", "signed", "2021-02"),
    status("c", "2021-Q1", "not_stated"),
    status("a", "2021-Q2", "signed", "2021-04-20"),
    status("b", "2021-Q2", "landed", "2021-05"),
    status("a", "2021-Q3", "permitted", "2021-08-01"),
    status("d", "2021-Q3", "started", "2021-Q3"),
    status("a", "2021-Q4", "started", "2021-11-01"),
    status("b", "2021-Q4", "stopped", "2021-12-15"),
    status("d", "2021-Q4", "not_stated"),
    status("a", "2022-Q1", "under_construction", "2022-01-05"),
    status("d", "2022-Q1", "signed", "2021-09"),
    status("a", "2022-Q2", "in_production", "2022-06-04"),
]
INVESTMENT = money(a=10, b=3.5, d=5)


def known(edition: str) -> dict[str, tuple[ProjectStatus, ...]]:
    return courses(ROWS, EDITIONS)[edition]


def at(edition: str) -> dict[str, tuple[str, ...]]:
    return {step.stage: step.at for step in funnel(known(edition), INVESTMENT) if step.at}


def test_the_funnel_of_every_edition() -> None:
    assert at("2021-Q1") == {"reserve": ("a",), "signed": ("b",)}
    assert at("2021-Q2") == {"signed": ("a",), "landed": ("b",)}
    assert at("2021-Q3") == {"landed": ("b",), "permitted": ("a",), "started": ("d",)}
    assert at("2021-Q4") == {"started": ("a", "d"), "stopped": ("b",)}
    assert at("2022-Q1") == {"signed": ("d",), "under_construction": ("a",), "stopped": ("b",)}
    assert at("2022-Q2") == {"signed": ("d",), "in_production": ("a",), "stopped": ("b",)}


def test_who_has_come_how_far_and_what_it_costs() -> None:
    steps = {step.stage: step for step in funnel(known("2021-Q4"), money(a=10, b=3.5))}
    assert steps["signed"].reached == ("a", "b", "d")
    assert steps["landed"].reached == ("b",), "nobody else is said to have landed"
    assert steps["in_statistics"].reached == ()
    assert steps["started"].reached == ("a", "d")
    assert steps["started"].invested_at.result.value == 10
    assert (steps["started"].invested_at.known, steps["started"].invested_at.absent) == (1, ("d",))
    assert steps["signed"].invested_reached.result.value == Fraction("13.5")
    assert steps["completed"].invested_at.result.reason == "missing"


def test_flows_name_every_project_that_moved() -> None:
    between = [flows(known(old), known(new)) for old, new in pairwise(EDITIONS)]
    assert between == [
        (Flow("a", "advances", "reserve", "signed"), Flow("b", "advances", "signed", "landed")),
        (Flow("a", "advances", "signed", "permitted"), Flow("d", "appears", "", "started")),
        (Flow("a", "advances", "permitted", "started"), Flow("b", "stops", "landed", "stopped")),
        (Flow("a", "advances", "started", "under_construction"), Flow("d", "corrected", "started", "signed")),
        (Flow("a", "advances", "under_construction", "in_production"),),
    ]


def test_who_leaves_a_group_is_named_and_the_reserve_balances() -> None:
    earlier, later = known("2021-Q1"), {"b": known("2021-Q2")["b"]}
    changes = flows(earlier, later)
    assert changes[-1] == Flow("a", "leaves", "reserve", "")
    reserve = stocks(earlier, changes)[0]
    assert (reserve.stage, reserve.opening, reserve.entered, reserve.left, reserve.closing) == ("reserve", 1, 0, 1, 0)


def test_time_in_stage_is_as_exact_as_its_dates() -> None:
    course = known("2022-Q2")["a"]
    days = [(stay.stage, stay.days) for stay in stays("a", course)]
    # 10 January to 20 April: 21 + 28 + 31 + 20 days
    assert days[0] == ("reserve", Days(Fraction(100), Fraction(100)))
    assert days[3] == ("started", Days(Fraction(65), Fraction(65)))  # 30 − 1 in November, 31, 5
    assert age(course, date(2022, 6, 30)) is None, "in production, nothing is awaited"
    landed = known("2021-Q2")["b"]
    assert age(landed, date(2021, 6, 30)) == Days(Fraction(30), Fraction(60))  # since some day of May
    assert age(landed, date(2021, 5, 10)) == Days(Fraction(0), Fraction(9))
    assert age(landed, date(2021, 4, 30)) is None
    assert stays("b", landed)[0].days == Days(Fraction(62), Fraction(119))  # 28 Feb–1 May, 1 Feb–31 May


def test_the_typical_stay_leaves_out_what_is_undated() -> None:
    spans = [Days(Fraction(10), Fraction(40)), None, Days(Fraction(20), Fraction(30))]
    assert typical(spans) == Days(Fraction(15), Fraction(35))
    assert typical([None]) is None


def test_a_rate_says_of_how_many() -> None:
    rate = conversion(known("2021-Q4"), "started", start="signed")
    assert (rate.met, rate.base) == (("a", "d"), ("a", "b", "d"))
    assert rate.result.value == Fraction(200, 3)
    listed = conversion(known("2021-Q4"), "landed", among=("b", "c", "d"))
    assert (listed.met, listed.base, listed.unknown) == (("b",), ("b", "d"), ("c",))
    assert listed.result.value == 50
    assert conversion({}, "started").result.reason == "base_zero"


def project(name: str, area: str, tier: str = "") -> Project:
    return Project(name, Text(), "project", area, "", Text(), "", (), "s1", "", Text(), tier)


def test_areas_part_the_projects_and_tiers_contain_one_another() -> None:
    all_of_them = [project("a", "1", "province"), project("b", "2", "county"), project("c", "1", "prefecture")]
    all_of_them.append(project("d", "1"))
    areas = groups(all_of_them, lambda one: one.area)
    assert [(one.name, one.projects, one.nested) for one in areas] == [
        ("1", ("a", "c", "d"), False),
        ("2", ("b",), False),
    ]
    assert [(one.name, one.projects) for one in tiers(all_of_them)] == [
        ("county", ("a", "b", "c")), ("prefecture", ("a", "c")), ("province", ("a",)),
    ]  # fmt: skip
    assert all(one.nested for one in tiers(all_of_them))


def test_a_size_class_holds_what_certainly_belongs() -> None:
    sizes = {
        **money(a=13.3, b=10, c=5),
        "d": Result(Fraction(12), bound="about"),
        "e": Result(Fraction(6), bound="over"),
    }
    assert [one.projects for one in size_classes(sizes, [Fraction(10), Fraction(1)])] == [
        ("a", "b", "c", "e"), ("a", "b"),
    ]  # fmt: skip


# The order of the stages once more, as plain ranks; the stages in one pair of brackets stand in no order.
RANKS: Mapping[str, tuple[int, int]] = {
    "reserve": (0, 0), "signed": (1, 1), "landed": (2, 3), "land": (2, 2), "permitted": (3, 3), "started": (4, 4),
    "in_statistics": (5, 5), "under_construction": (5, 5), "completed": (6, 6), "in_production": (7, 7),
}  # fmt: skip


@pytest.mark.parametrize("old", RANKS)
@pytest.mark.parametrize("new", RANKS)
def test_a_stage_never_follows_one_that_lies_ahead_of_it(old: Stage, new: Stage) -> None:
    assert may_follow(new, old) == (RANKS[new][1] >= RANKS[old][0])


def test_a_project_may_stop_anywhere_and_nothing_follows() -> None:
    assert all(may_follow("stopped", stage) for stage in STAGES)
    assert [stage for stage in STAGES if may_follow(stage, "stopped")] == ["stopped", "not_stated"]
    assert set(NEXT) | {"in_production", "stopped", "not_stated"} == set(STAGES)


STEPS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(EDITIONS), st.sampled_from(STAGES)), max_size=12)


@given(STEPS)
def test_flows_and_funnel_agree_whatever_happens(steps: list[tuple[str, str, str]]) -> None:
    once = {(project, edition): stage for project, edition, stage in steps}
    rows = [status(*key, stage) for key, stage in once.items()]
    known = courses(rows, EDITIONS)
    earlier, later = known["2021-Q3"], known["2022-Q2"]
    now = Counter(course[-1].stage for course in later.values())
    assert {one.stage: one.closing for one in stocks(earlier, flows(earlier, later)) if one.closing} == now
    for course in later.values():
        assert all(may_follow(new.stage, old.stage) for old, new in pairwise(course))
        assert course[-1].stage in (*reached(course), "stopped")
