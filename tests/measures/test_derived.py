"""Derived measures: every operation by hand, what is refused, and how results move on from edition to edition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from generator.measures.derived import derived
from generator.model.codes import NOT_APPLICABLE, TOTAL, Bound, Status
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.reference import Area, Breakdown, Indicator, Measure, Peers, Reference, Unit
from generator.model.rule import Rule, rules_of
from generator.model.statement import Key
from generator.model.text import Text

UNITS = {
    "CNY_100M": Unit("CNY_100M", Text(), "", "money", "CNY", Fraction(10**8)),
    "CNY_10K": Unit("CNY_10K", Text(), "", "money", "CNY", Fraction(10**4)),
    "projects": Unit("projects", Text(), "", "count", "", None),
    "pct": Unit("pct", Text(), "", "rate", "", None),
    "pp": Unit("pp", Text(), "", "points", "", None),
    "rank": Unit("rank", Text(), "", "rank", "", None),
}
RULES = {
    "growth_yoy": ("pct", 1, "growth(level)"),
    "growth_qoq": ("pct", 1, "previous_growth(level)"),
    "completion": ("pct", 1, "completion(level)"),
    "lead": ("pp", 1, "lead(completion)"),
    "share": ("pct", 1, "share_of_parent(level)"),
    "contribution": ("pp", 2, "contribution(level)"),
    "quarter": ("", None, "discrete(level)"),
    "landing_rate": ("pct", 1, "share(landed.level, signed.level)"),
    "mean_size": ("CNY_10K", 0, "ratio(money.level, landed.level)"),
    "gap": ("pp", 1, "difference(growth_yoy, growth_qoq)"),
    "sum": ("", None, "total(level)"),
    "known_sum": ("", None, "partial_total(level)"),
    "rank_level": ("rank", 0, "rank(level, towns)"),
}


def indicator(name: str, unit: str, basis: str, *, comparable: bool = True, direction: str = "up") -> Indicator:
    return Indicator(name, Text(), "t", unit, 2, basis, direction, "nominal", comparable, Text(), Text(), "")  # type: ignore[arg-type]


def area(code: str, parent: str = "9", until: date | None = None, successor: str = "") -> Area:
    return Area(code, Text(), "county", parent, None, until, successor, "renamed" if successor else "", None)


def part(name: str, parent: str = "", *, additive: bool = True) -> Breakdown:
    return Breakdown(name, "cluster", Text(f"{name}集群", f"cluster {name}"), parent, None, None, additive, False)


def reference(*rules: str) -> Reference:
    chosen = {name: RULES[name] for name in rules}
    measures = {name: Measure(name, Text(), unit, digits, rule) for name, (unit, digits, rule) in chosen.items()}
    every = (
        indicator("money", "CNY_100M", "ytd"),
        indicator("unlike", "CNY_100M", "ytd", comparable=False),
        indicator("electricity", "projects", "quarter"),
        indicator("landed", "projects", "ytd"),
        indicator("signed", "projects", "ytd"),
        indicator("rate", "pct", "ytd"),
        indicator("days", "projects", "quarter", direction="down"),
    )
    areas = (area("1"), area("2"), area("3"), area("4", until=date(2025, 12, 31), successor="5"), area("5"))
    return Reference(
        areas={one.code: one for one in areas},
        indicators={one.id: one for one in every},
        measures={"level": Measure("level", Text(), "", None, ""), **measures},
        breakdowns={one.id: one for one in (part("a"), part("b"), part("c"), part("x", additive=False))},
        peers={"towns": Peers("towns", Text("各县", "the counties"), "1 2 3", None, None, None)},
        units=UNITS,
    )


def figure(
    what: str, period: str, value: str | None, *, area: str = "1", part: str = TOTAL, kind: str = "obs",
    measure: str = "level", unit: str = "CNY_100M", status: Status = "A", bound: Bound = "exact", edition: str = "E1",
) -> Figure:  # fmt: skip
    key = Key(kind, area, what, measure, part, NOT_APPLICABLE, Period.parse(period))
    number = None if value is None else Decimal(value)
    return Figure(key.id, key, number, None, UNITS[unit], status, bound, edition, "s", "", Text())


def found(rules: str | tuple[str, ...], *editions: list[Figure]) -> list[Mapping[str, Figure]]:
    chosen = (rules,) if isinstance(rules, str) else rules
    made = derived(reference(*chosen), [{one.id: one for one in new} for new in editions])
    return [{name.split(".", 1)[1]: one for name, one in now.items()} for now in made]


def values(rules: str | tuple[str, ...], *editions: list[Figure]) -> dict[str, str]:
    """What is derived in the last edition: the id without its kind -> the value as it is written."""
    return {name: str(one.value) for name, one in found(rules, *editions)[-1].items()}


H1, YEAR_BEFORE = figure("money", "2026-H1", "132"), figure("money", "2025-H1", "120.0")
PLAN = figure("money", "2026", "160", kind="target", status="F")


@pytest.mark.parametrize(
    ("rule", "stated", "result"),
    [
        ("growth_yoy", [H1, YEAR_BEFORE], {"1.money.growth_yoy._T._Z.2026-H1": "10.0"}),
        ("completion", [figure("money", "2026-H1", "53.9"), PLAN], {"1.money.completion._T._Z.2026-H1": "33.7"}),
        # a stock on a day is held against the target of the year as well
        ("completion", [figure("money", "2026-06-30", "40"), PLAN], {"1.money.completion._T._Z.2026-06-30": "25.0"}),
        (
            "growth_qoq",
            [figure("electricity", "2026-Q1", "50"), figure("electricity", "2025-Q4", "80")],
            {"1.electricity.growth_qoq._T._Z.2026-Q1": "-37.5"},
        ),
        (
            "landing_rate",
            [figure("landed", "2026-H1", "8", unit="projects"), figure("signed", "2026-H1", "16", unit="projects")],
            {"1.landed.landing_rate._T._Z.2026-H1": "50.0"},
        ),
        # 3 亿元 over 8 projects is 3 750 万元 each
        (
            "mean_size",
            [figure("money", "2026-H1", "3"), figure("landed", "2026-H1", "8", unit="projects")],
            {"1.money.mean_size._T._Z.2026-H1": "3750"},
        ),
        (
            "share",
            [figure("money", "2026", "33", part="a"), figure("money", "2026", "120")],
            {"1.money.share.a._Z.2026": "27.5"},
        ),
        # 5 more in a whole of 200
        (
            "contribution",
            [
                figure("money", "2026", "25", part="a"),
                figure("money", "2025", "20", part="a"),
                figure("money", "2025", "200"),
            ],
            {"1.money.contribution.a._Z.2026": "2.50"},
        ),
        # the growth of a county that was renamed, on the figure under its former code
        (
            "growth_yoy",
            [figure("money", "2026", "11", area="5"), figure("money", "2025", "10", area="4")],
            {"5.money.growth_yoy._T._Z.2026": "10.0"},
        ),
        # 7 in 亿元 after 50 000 in 万元, which are 5 亿元
        (
            "growth_yoy",
            [figure("money", "2026", "7"), figure("money", "2025", "50000", unit="CNY_10K")],
            {"1.money.growth_yoy._T._Z.2026": "40.0"},
        ),
    ],
)
def test_operations(rule: str, stated: list[Figure], result: dict[str, str]) -> None:
    assert values(rule, stated) == result


@pytest.mark.parametrize(
    ("rule", "stated"),
    [
        ("growth_yoy", [H1]),
        ("growth_yoy", [figure("unlike", "2026", "2"), figure("unlike", "2025", "1")]),
        ("growth_yoy", [figure("rate", "2026", "2", unit="pct"), figure("rate", "2025", "1", unit="pct")]),
        ("growth_yoy", [H1, figure("money", "2025-H1", "0")]),
        ("growth_yoy", [H1, figure("money", "2025-H1", "-3")]),
        ("growth_yoy", [H1, figure("money", "2025-H1", None, status="O")]),
        ("growth_yoy", [H1, figure("money", "2025-H1", "120", status="D")]),
        ("growth_yoy", [H1, YEAR_BEFORE, figure("money", "2026-Q1", "60", status="B")]),  # a break in between
        (
            "growth_yoy",
            [H1, YEAR_BEFORE, figure("money", "2026-H1", "9.9", measure="growth_yoy", unit="pct")],
        ),  # stated
        (
            "growth_yoy",
            [H1, YEAR_BEFORE, figure("money", "2026-H1", None, measure="growth_yoy", unit="pct", status="Q")],
        ),
        (
            "completion",
            [figure("rate", "2026", "7", unit="pct"), figure("rate", "2026", "8", kind="target", unit="pct")],
        ),
        (
            "completion",
            [
                figure("days", "2026-Q1", "9", unit="projects"),
                figure("days", "2026", "9", kind="target", unit="projects"),
            ],
        ),  # less is better
        ("completion", [figure("money", "2026-Q2", "7"), PLAN]),  # of one quarter, not of the year so far
        ("share", [figure("money", "2026", "33", part="x"), figure("money", "2026", "120")]),
        ("share", [figure("money", "2026", "121", part="a"), figure("money", "2026", "120")]),
        (
            "landing_rate",
            [figure("landed", "2026", "9", unit="projects"), figure("signed", "2026", "8", unit="projects")],
        ),
    ],
)
def test_what_has_no_result(rule: str, stated: list[Figure]) -> None:
    assert values(rule, stated) == {}


def test_a_break_before_the_base_or_after_the_level_does_no_harm() -> None:
    breaks = [figure("money", "2025-Q1", "60", status="B"), figure("money", "2026", "60", status="B")]
    assert "1.money.growth_yoy._T._Z.2026-H1" in values("growth_yoy", [H1, YEAR_BEFORE, *breaks])


def test_lineage() -> None:
    stated = [figure("money", "2026-H1", "53.9", status="P", edition="E2"), PLAN]
    one = found("completion", stated)[0]["1.money.completion._T._Z.2026-H1"]
    assert one.inputs == ("obs.1.money.level._T._Z.2026-H1", "target.1.money.level._T.2026")
    assert (one.formula.zh, one.source, one.edition, one.unit.id) == ("100 × a ÷ b", "", "E2", "pct")
    assert (one.status, one.bound) == ("P", "exact")  # to lean on a target makes nothing planned


def test_what_is_only_expected_and_what_is_bounded_stay_so() -> None:
    stated = [
        figure("money", "2026-H1", "40", status="F"),
        figure("money", "2026", "160", kind="target", bound="at_least"),
    ]
    one = found("completion", stated)[0]["1.money.completion._T._Z.2026-H1"]
    assert (one.status, one.bound) == ("F", "at_most")  # of "at least 160" no more than a quarter is done


def test_a_chain_is_rounded_once() -> None:
    """0.44501 of 10 in January: 4.4501 % is shown as 4.5. Less a twelfth of 100 that is −3.8832, so −3.9; from the
    shown 4.5 it would be −3.8."""
    stated = [figure("money", "2026-01", "0.44501"), figure("money", "2026", "10", kind="target")]
    assert values(("lead", "completion"), stated) == {
        "1.money.completion._T._Z.2026-01": "4.5",
        "1.money.lead._T._Z.2026-01": "-3.9",
    }


def test_rules_follow_their_operands_whatever_their_order() -> None:
    measures = {name: Measure(name, Text(), "", None, RULES[name][2]) for name in ("gap", "growth_qoq", "growth_yoy")}
    assert list(rules_of(measures)) == ["growth_yoy", "growth_qoq", "gap"]
    with pytest.raises(ValueError, match="a circle: x → y → x"):
        rules_of({"x": Measure("x", Text(), "", None, "lead(y)"), "y": Measure("y", Text(), "", None, "lead(x)")})


@pytest.mark.parametrize(
    "text", ["growth", "growth()", "growth(level", "growth(a, b)", "eval(a)", "ratio(a)", "Lead(a)"]
)
def test_what_is_no_rule(text: str) -> None:
    with pytest.raises(ValueError, match="not a rule"):
        Rule.parse(text)


def test_the_quarter_alone_within_one_edition() -> None:
    first = [figure("money", "2026-Q1", "255"), figure("money", "2026-H1", "302.5")]
    assert values("quarter", first) == {
        "1.money.quarter._T._Z.2026-Q1": "255.00",
        "1.money.quarter._T._Z.2026-Q2": "47.50",
    }
    later = [figure("money", "2026-01/2026-09", "400", edition="E2")]
    assert "1.money.quarter._T._Z.2026-Q3" not in values("quarter", first, later)  # the half year may have been revised
    whole = [*later, figure("money", "2026-H1", "310", edition="E2")]
    assert values("quarter", first, whole)["1.money.quarter._T._Z.2026-Q3"] == "90.00"
    assert "1.money.quarter._T._Z.2026-Q2" not in values("quarter", first, whole)  # the first quarter was not restated


def test_a_total_says_which_parts_it_leaves_out() -> None:
    stated = [figure("money", "2026", "1.5", part="a"), figure("money", "2026", "2", part="b")]
    assert values("sum", stated) == {}
    one = found("known_sum", stated)[0]["1.money.known_sum._T._Z.2026"]
    assert (str(one.value), one.formula.en, len(one.inputs)) == ("3.50", "a + b", 2)
    assert one.note == Text("3个部分中2个之和，不含c集群。", "The sum of 2 of 3 parts, without cluster c.")
    assert values("sum", [*stated, figure("money", "2026", "0", part="c")]) == {"1.money.sum._T._Z.2026": "3.50"}


def test_places_among_peers() -> None:
    stated = [figure("money", "2026", value, area=code) for code, value in (("1", "8"), ("2", "9"), ("3", "8"))]
    assert values("rank_level", [*stated, figure("money", "2026", "99", area="5")]) == {
        "1.money.rank_level._T.towns.2026": "2",
        "2.money.rank_level._T.towns.2026": "1",
        "3.money.rank_level._T.towns.2026": "2",
    }
    less_is_better = [figure("days", "2026-Q1", value, area=code) for code, value in (("1", "30"), ("2", "9"))]
    ranked = found("rank_level", less_is_better)[0]
    assert str(ranked["2.days.rank_level._T.towns.2026-Q1"].value) == "1"
    assert ranked["2.days.rank_level._T.towns.2026-Q1"].note.en == (
        "Of the 3 areas, the 2 with an exact value are ranked."
    )


def test_a_revision_moves_what_hangs_on_it_and_nothing_else() -> None:
    first = [H1, YEAR_BEFORE, PLAN]
    rules = ("growth_yoy", "completion", "lead", "rank_level")
    before, after = found(rules, first, [figure("money", "2025-H1", "110", edition="E2")])
    assert str(after["1.money.growth_yoy._T._Z.2026-H1"].value) == "20.0"
    assert after["1.money.growth_yoy._T._Z.2026-H1"].edition == "E2"
    assert after["1.money.completion._T._Z.2026-H1"] is before["1.money.completion._T._Z.2026-H1"]


def test_what_comes_later_completes_and_what_is_withdrawn_ends() -> None:
    growth, completion, lead = (f"1.money.{one}._T._Z.2026-H1" for one in ("growth_yoy", "completion", "lead"))
    editions = (
        [H1],
        [YEAR_BEFORE, PLAN],
        [figure("money", "2026-H1", None, status="O")],
        [H1, figure("money", "2026-H1", "9.9", measure="growth_yoy", unit="pct")],
    )
    made = found(("growth_yoy", "lead", "completion"), *editions)
    assert [sorted(one) for one in made] == [[], [completion, growth, lead], [], [completion, lead]]


@pytest.mark.parametrize("extra", [[], [figure("money", "2026-Q1", "60", status="B", edition="E2")]])
def test_many_editions_come_to_what_one_edition_comes_to(extra: list[Figure]) -> None:
    """Whatever order figures come in, a break that is told late included."""
    every = [
        H1,
        YEAR_BEFORE,
        PLAN,
        figure("money", "2026-H1", "5", part="a"),
        figure("money", "2025-H1", "4", part="a"),
    ]
    rules = ("growth_yoy", "completion", "lead", "share", "contribution", "rank_level", "known_sum")
    at_once = values(rules, [*every, *extra])
    assert values(rules, *([one] for one in every), extra) == at_once
    assert values(rules, *([one] for one in reversed(every)), extra) == at_once
    assert values(rules, extra, *([one] for one in every)) == at_once
