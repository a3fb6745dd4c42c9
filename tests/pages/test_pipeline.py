"""The pipeline of projects, edition by edition. Every expected number was counted out by hand from on_their_way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from on_their_way import TOWN, A, B, C, D, editions

from generator.model.figure import Figure
from generator.model.pipeline import Pipeline, Stock
from generator.pages.panels import pipeline as view
from generator.pages.volume import Volume


def newest(mechanism: str) -> Pipeline:
    return editions()[-1].pipelines[mechanism]


def value(figure: Figure | None) -> Decimal | None:
    return figure and figure.value


def test_the_funnel_of_every_edition() -> None:
    stages = [
        {level.stage: level.at for level in edition.pipelines["all"].levels if level.at} for edition in editions()
    ]
    assert stages == [
        {"reserve": (A,), "signed": (B,)},
        {"signed": (A, B)},
        {"reserve": (C,), "signed": (B,), "land": (A,), "started": (D,)},
        {"reserve": (C,), "started": (A, D), "stopped": (B,)},
        {"reserve": (C,), "started": (D,), "completed": (A,), "stopped": (B,)},
        {"reserve": (C,), "started": (D,), "in_production": (A,), "stopped": (B,)},
    ]


def test_numbers_and_investment_are_figures_with_their_inputs() -> None:
    levels = {level.stage: level for level in newest("all").levels}
    reached = {stage: value(level.reached.number) for stage, level in levels.items()}
    assert reached == {
        "reserve": 4, "signed": 3, "landed": 0, "land": 2, "permitted": 2, "started": 2, "in_statistics": 0,
        "under_construction": 1, "completed": 1, "in_production": 1, "stopped": 1,
    }  # fmt: skip
    assert value(levels["signed"].reached.invested) == Decimal("38.5")
    assert value(levels["started"].reached.invested) == 35
    assert (levels["reserve"].standing.invested, levels["reserve"].standing.stating) == (None, 0), "c states none"
    whole = levels["signed"].reached.invested
    assert whole is not None
    figures = editions()[-1].figures
    assert {figures[name].key.subject for name in whole.inputs} == {A, B, D}
    assert figures["mechanism.990001.all.reached_investment.signed._Z.2021-Q2"] == whole
    assert whole.status == "F", "a plan is no result"


def test_who_moved_and_what_the_reserve_took_in() -> None:
    moved = [[(flow.project, flow.old, flow.new) for flow in edition.pipelines["all"].flows] for edition in editions()]
    assert moved == [
        [],
        [(A, "reserve", "signed")],
        [(A, "signed", "land"), (C, "", "reserve"), (D, "", "started")],
        [(A, "land", "started"), (B, "signed", "stopped")],
        [(A, "started", "completed")],
        [(A, "completed", "in_production")],
    ]
    assert editions()[2].pipelines["all"].stocks[0] == Stock("reserve", 0, 1, 0)


def test_how_long_they_wait_and_needed() -> None:
    waits = {wait.stage: wait for wait in newest("all").waits}
    # 15 July 2020 to 30 June 2021 is a year less 15 days
    assert value(waits["reserve"].age) == 350
    # from 30 September 2020 to 30 June 2021 273 days: 92 to the end of the year, 181 after it; from 1 July 91 more
    assert (value(waits["started"].age), waits["started"].age and waits["started"].age.value_high) == (273, 364)
    # of a in reserve: 21 days left of January, 29 of February, 31 and 20
    assert (waits["reserve"].gone, value(waits["reserve"].stay)) == (1, 101)
    assert value(waits["completed"].stay) == 96  # 31 + 30 + 31 + 4


def test_how_many_came_on() -> None:
    rates = {(one.start, one.goal): (len(one.met), len(one.base), value(one.rate)) for one in newest("all").passages}
    assert rates == {
        ("reserve", "signed"): (3, 4, 75),
        ("signed", "landed"): (0, 3, 0),
        ("signed", "started"): (2, 3, Decimal("66.7")),
        ("started", "in_statistics"): (0, 2, 0),
        ("started", "completed"): (1, 2, 50),
        ("completed", "in_production"): (1, 1, 100),
    }


def test_parts_that_contain_one_another() -> None:
    parts = {(part.dimension, part.name): part for part in newest("all").parts}
    sizes = {name: set(part.projects) for (dimension, name), part in parts.items() if dimension == "size"}
    assert sizes == {"1": {A, B, D}, "10": {A, D}}
    tiers = {name: part.projects for (dimension, name), part in parts.items() if dimension == "tier"}
    assert tiers == {"county": (A, D), "prefecture": (A, D), "province": (A,)}
    assert all(part.nested for part in parts.values())
    assert (value(parts["size", "1"].all.invested), value(parts["size", "1"].rate)) == (
        Decimal("38.5"),
        Decimal("66.7"),
    )


def test_whom_a_mechanism_looks_at() -> None:
    assert newest("listed").listed
    assert set(newest("listed").projects) == {A, TOWN}
    assert (set(newest("large").projects), newest("large").unsized) == ({A, D}, (C,))
    assert newest("again") is newest("all"), "the same projects are counted once"
    assert newest("planned").projects == (), "what is not in force has no projects yet"
    assert not list(newest("planned").figures)
    assert "beside" not in editions()[-1].pipelines, "without a page it has no figures"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_panel_names_every_project_that_moved(lang: str) -> None:
    volume = Volume("zh" if lang == "zh" else "en", editions())
    mechanisms = volume.tables.reference.mechanisms
    whole, again = (view.panel(volume, mechanisms[name]) for name in ("all", "again"))
    assert [one.id for one in whole.sections] == ["funnel", "flows", "reserve", "passages", "waits", "parts"]
    assert [(one.id, one.block, one.charts) for one in again.sections] == [("funnel", "", ())]
    assert "](~/mechanisms/all/)" in again.sections[0].text[0]
    flows = whole.sections[1].block
    assert 'href="~/projects/a/"' in flows
    assert flows.count('href="~/projects/') == 1, "nobody else moved"
    (chart,) = whole.sections[0].charts
    assert [mark.value for mark in chart.marks] == [4, 3, 2, 2, 2, 1, 1, 1]
