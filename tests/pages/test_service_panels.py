"""Panels of service, factors and clusters: on the shipped bulletins, as their sources say it, and on rows made here."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import panel as made
from shipped import volume

from generator.measures.chains import chain_maps
from generator.measures.limits import limits
from generator.model.chain import ChainLink, LinkState
from generator.model.codes import NOT_APPLICABLE, TOTAL, Status
from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.reference import Breakdown, Indicator, Unit
from generator.model.statement import Key
from generator.model.text import Lang, Text
from generator.pages import Volume, panels
from generator.pages.panels import VIEWS, Panel, Section

HOME = made.code(0)
UNITS = {
    "days": Unit("days", Text("天", "days"), "day", "time", "", None),
    "issues": Unit("issues", Text("个", "problems"), "problem", "count", "", None),
}


def opened(bulletin: str, name: str, lang: Lang = "zh") -> Panel:
    held = volume(bulletin, lang)
    mechanism = held.tables.reference.mechanisms[name]
    return panels.opened(held, mechanism)


def section(shown: Panel, name: str) -> Section:
    return next(one for one in shown.sections if one.id == name)


def plain(html: str) -> str:
    words = re.sub(r"<[^>]+>", " ", html).replace("\N{NARROW NO-BREAK SPACE}", " ")
    return re.sub(r"\s+", " ", words).strip()


def test_settled_or_in_process_is_not_called_settled() -> None:
    shown = opened("taizhou", "visits_and_ledger")
    problems = section(shown, "problems")
    assert "不是解决率" in problems.text[0]
    assert "已完结或进入办理程序" in problems.block or "已完结或进入处理程序" in problems.block
    assert "661" in section(shown, "computed").block, "neither settled nor in process: 6005 less 5344"
    assert any("88.99%" in plain(text).replace("&#46;", ".") for text in section(shown, "checked").text)


def shares(block: str) -> list[str]:
    """The cells of the last column, its head first."""
    rows = re.findall(r"<tr.*?</tr>", block, re.DOTALL)
    return [plain(re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)[-1]) for row in rows]


def test_shares_of_different_wholes_in_one_column_each_say_of_what() -> None:
    """What became of the problems is shared out among all of them, how long they are open among those that are."""
    chinese = shares(section(opened("demo", "visits_and_ledger"), "problems").block)
    assert [cell.rpartition(" ")[2] for cell in chinese[3:]] == ["占企业反映的问题"] * 3 + ["占未办理"] * 3
    assert chinese[:3] == ["占比", "", ""], "the wholes themselves are no share"
    english = shares(section(opened("demo", "visits_and_ledger", "en"), "problems").block)
    assert all(cell.endswith("of problems raised by enterprises") for cell in english[3:6])
    assert all(cell.endswith("of open") for cell in english[6:])


def test_shares_of_one_whole_need_no_more_than_their_head() -> None:
    """The four steps are parts of the approval time, which stands in the row above them."""
    cells = shares(section(opened("demo", "approval_limit", "en"), "time").block)
    assert cells[0] == "Share" and len(cells) > 5
    assert not [cell for cell in cells if " of " in cell]


def test_a_limit_stands_beside_the_time_it_limits() -> None:
    """30 days at most against the 30 of the rule; the review of drawings is a step, which the rule does not limit."""
    rows = plain(section(opened("taizhou", "approval_30_days", "en"), "time").block)
    assert "at most 30 days at most 30 days within the limit Average time" in rows
    assert rows.count("within the limit") == 1
    refused = section(opened("taizhou", "approval_30_days", "en"), "not-computed").text
    assert any("90 days" in text and "30 days" in text for text in refused), "two scopes are not ranked"


def test_two_ranks_of_the_same_bonds_stand_side_by_side() -> None:
    shown = opened("taizhou", "special_bonds", "en")
    rows = plain(section(shown, "results").block)
    assert "10.28 billion yuan 3 rd among" in rows and "129 projects 2 nd among" in rows
    assert "ranked 3 rd among" in plain(shown.finding)


def test_steps_in_different_units_have_no_share() -> None:
    """124 projects seek money, 5.17 billion yuan came; the plan of 10 billion is no denominator of it."""
    shown = opened("taizhou", "bank_project_matching", "en")
    steps = section(shown, "steps")
    assert "different units" in steps.text[0] and not steps.charts and "%" not in plain(steps.block)
    assert "51.7%" not in "".join(part.block for part in shown.sections)
    assert any("must not be divided" in text for text in section(shown, "not-computed").text)


def test_plans_are_apart_from_results() -> None:
    shown = opened("taizhou", "coastal_platforms")
    assert "2800 亿元" in plain(section(shown, "expected").block)
    assert "2800" not in plain(section(shown, "totals").block)
    assert plain(section(shown, "places").block).count("未列出") == 5


def test_members_without_a_value_are_named_with_the_reason() -> None:
    """Six clusters whose values the source does not publish, and one without statistics: three kinds of nothing."""
    shown = opened("taizhou", "seven_clusters")
    said = plain(section(shown, "members-cluster_output_value").text[0])
    assert said.startswith("7 个成员都没有单独的数值。") and said.endswith("通用航空。") and said.count("、") == 5
    assert "有数据的六个集群" in plain(shown.finding)


def test_every_panel_of_the_three_views_opens_in_both_languages() -> None:
    for bulletin in ("taizhou", "qiyang"):
        for lang in ("zh", "en"):
            held = volume(bulletin, lang)  # type: ignore[arg-type]
            for one in held.tables.reference.mechanisms.values():
                if one.core and one.view in ("service", "factors", "clusters"):
                    shown = panels.opened(held, one)
                    assert shown.sections or shown.finding or one.gap.zh, one.id
                    names = [part.id for part in shown.sections]
                    assert len(names) == len(set(names)), one.id


def test_parts_are_told_with_their_whole_but_tiers_are_not() -> None:
    """Eight of the thirty articles; of 39 projects nine of a billion and one of ten, each in the tier before it."""
    assert "其中：对接有效投资 8 条。" in plain(opened("taizhou", "policy_package_30").finding)
    tiers = plain(opened("taizhou", "landed_by_tier").finding)
    assert "39" in tiers and "其中" not in tiers


def mechanism(view: str, indicators: str, *parameters: str) -> Mechanism:
    return Mechanism(
        "m", Text("机制", "Mechanism"), HOME, Text(), Text(), (), Text(), Period.parse("2020"), "in_force", True, view,
        parameters, tuple(indicators.split()), Text(), "s", "", Text(),
    )  # fmt: skip


def figure(
    what: str, value: str | None, unit: Unit, part: str = TOTAL, status: Status = "A", area: str = HOME
) -> Figure:
    key = Key("obs", area, what, "level", part, NOT_APPLICABLE, Period.parse("2020-Q1"))
    number = None if value is None else Decimal(value)
    return Figure(key.id, key, number, None, unit, status, "exact", "2020-Q1", "s2020-Q1", "", Text())


def holding(one: Mechanism, figures: list[Figure], parts: dict[str, str], links: tuple[ChainLink, ...] = ()) -> Volume:
    """A volume with these figures alone. ``parts``: the dimension of each part."""
    edition = made.assembled(3, 1, 1)[0]
    base = edition.tables.reference
    units = {**base.units, **UNITS}
    indicators = {
        row.key.concept: Indicator(
            row.key.concept, Text(row.key.concept, row.key.concept), "economy", row.unit.id, 0, "quarter", "none",
            "none", False, Text(), Text(), "",
        )
        for row in figures
    }  # fmt: skip
    reference = replace(
        base,
        areas={code: replace(area, parent="" if code == HOME else HOME) for code, area in base.areas.items()},
        units=units,
        indicators=indicators,
        breakdowns={
            name: Breakdown(name, side, Text(name, name), "", None, None, additive=True, nested=False)
            for name, side in parts.items()
        },
        mechanisms={one.id: one},
        chain_links={link.id: link for link in links},
    )
    held = {row.id: row for row in figures}
    tables = replace(edition.tables, reference=reference)
    chains = chain_maps(reference.chain_links)
    return Volume(
        "en",
        (replace(edition, tables=tables, figures=held, said=(), limits=limits(reference, held), chains=chains),),
    )


def test_problems_are_drawn_by_what_became_of_them_and_their_age_apart() -> None:
    issues = UNITS["issues"]
    figures = [figure("problems", "100", issues)]
    figures += [figure("problems", value, issues, part) for part, value in (("settled", "60"), ("open", "40"))]
    figures += [figure("problems", value, issues, part) for part, value in (("new", "10"), ("old", "30"))]
    parts = {"settled": "handling", "open": "handling", "new": "age", "old": "age"}
    one = mechanism("service", "problems")
    (shown, *_) = VIEWS["service"](holding(one, figures, parts), one).sections
    assert [{mark.label for mark in view.marks} for view in shown.charts] == [{"settled", "open"}, {"new", "old"}]
    assert all(view.home == "mechanisms/m/" and view.key.endswith("-m") for view in shown.charts)


def test_a_part_that_is_the_whole_is_not_said_twice() -> None:
    """All 41 were of one batch: "of these: 41" tells nothing; 30 of 41 does."""
    one = mechanism("service", "problems")
    for value, told in (("41", False), ("30", True)):
        figures = [figure("problems", "41", UNITS["issues"]), figure("problems", value, UNITS["issues"], "batch")]
        said = plain(VIEWS["service"](holding(one, figures, {"batch": "batch"}), one).finding)
        assert ("Of these" in said) is told and "41" in said


def test_the_parts_of_a_part_name_what_they_are_parts_of() -> None:
    issues, one = UNITS["issues"], mechanism("service", "problems")
    figures = [
        figure("problems", value, issues, part) for part, value in (("open", "40"), ("new", "10"), ("old", "30"))
    ]
    held = holding(one, figures, {"open": "handling", "new": "age", "old": "age"})
    edition = held.editions[0]
    reference = edition.tables.reference
    parts = {
        name: replace(part, parent="open" if part.dimension == "age" else "")
        for name, part in reference.breakdowns.items()
    }
    tables = replace(edition.tables, reference=replace(reference, breakdowns=parts))
    (shown, *_) = VIEWS["service"](Volume("en", (replace(edition, tables=tables),)), one).sections
    assert [view.title.partition(":")[0] for view in shown.charts] == ["County 1, open"]


def test_the_areas_within_a_limit_are_counted_without_the_area_that_they_make_up() -> None:
    """Of counties 2 and 3 with 18 and 25 days one keeps the 20; the 19 of county 1, of which they are, is no third."""
    days = UNITS["days"]
    figures = [figure("days", value, days, area=made.code(at)) for at, value in enumerate(("19", "18", "25"))]
    one = mechanism("service", "days", "limit=20")
    said = plain(VIEWS["service"](holding(one, figures, {}), one).finding)
    assert "Of the 2 areas with a figure for the newest period, 1 is within the limit." in said
    both = [figures[0], *(replace(row, value=Decimal(18)) for row in figures[1:])]
    said = plain(VIEWS["service"](holding(one, both, {}), one).finding)
    assert "Of the 2 areas with a figure for the newest period, 2 are within the limit." in said


def test_the_limit_is_a_line_through_the_bars_of_the_areas() -> None:
    """20 days are allowed: 18 and 25 were taken."""
    days = UNITS["days"]
    figures = [figure("days", "18", days), figure("days", "25", days, area=made.code(1))]
    one = mechanism("service", "days", "limit=20")
    (shown,) = VIEWS["service"](holding(one, figures, {}), one).sections
    (view,) = shown.charts
    assert view.target is not None and (view.target.value, view.target.text) == (Decimal(20), "20")
    rows = plain(shown.block)
    assert "18 days at most 20 days within the limit" in rows and "25 days at most 20 days over the limit" in rows


def test_steps_in_one_unit_are_a_funnel_in_their_order() -> None:
    money = made.assembled(1, 1, 1)[0].tables.reference.units["money"]
    figures = [figure(name, value, money) for name, value in (("asked", "50"), ("agreed", "40"), ("paid", "30"))]
    one = mechanism("factors", "asked agreed paid", "steps=3")
    steps = VIEWS["factors"](holding(one, figures, {}), one).sections[0]
    (view,) = steps.charts
    assert steps.id == "steps" and [(mark.label, mark.value) for mark in view.marks] == [
        ("asked", Decimal(50)),
        ("agreed", Decimal(40)),
        ("paid", Decimal(30)),
    ]


def test_a_chain_names_its_gaps_and_who_might_fill_them() -> None:
    def link(name: str, state: LinkState, feeds: str, candidates: str = "") -> ChainLink:
        return ChainLink(
            name, "steel", Text(name, name), state, tuple(feeds.split()), Text(candidates, candidates), "s2020-Q1", "",
            Text(),
        )  # fmt: skip

    links = (link("ore", "present", "plate"), link("plate", "weak", "hull"), link("hull", "gap", "", "Yard A"))
    one = mechanism("clusters", "")
    held = holding(one, [figure("other", "1", UNITS["issues"])], {"steel": "chain"}, links)
    (shown,) = VIEWS["clusters"](held, one).sections
    assert plain(shown.text[0]) == "steel has 3 links. Gaps: hull. Weak: plate."
    rows = plain(shown.block.partition("<table")[2])
    assert re.search(r"Upstream ore present plate Layer 2 plate weak hull Downstream hull gap Yard A", rows)
    assert 'class="gap"' in shown.block and 'role="img"' in shown.block
