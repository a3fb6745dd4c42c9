"""What stands first where the editors chose nothing, and what an edition without figures says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import panel
import pytest

from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.text import Lang
from generator.pages import Volume, front, narrative
from generator.pages.headlines import first_stated, headlines

NEW = 5  # the second quarter of 2021


def silent(edition: Edition, home: Sequence[int] = (0,), added: Sequence[Figure] = ()) -> Edition:
    """The edition without headlines; ``added`` stand first in its files."""
    tables = edition.tables
    bulletin = replace(tables.bulletin, home=tuple(panel.code(place) for place in home))
    return replace(
        edition,
        tables=replace(tables, bulletin=bulletin),
        release=replace(edition.release, headlines=()),
        said=(*(one.id for one in added), *edition.said),
        figures={**edition.figures, **{one.id: one for one in added}},
    )


def names(edition: Edition, lang: Lang = "en") -> list[str]:
    return [one.id for one in first_stated(Volume(lang, (edition,)), edition)]


def part(edition: Edition, place: int, indicator: int, quarter: int, breakdown: str) -> Figure:
    figure = edition.figures[panel.figure_id(place, indicator, quarter)]
    key = figure.key._replace(breakdown=breakdown)
    return replace(figure, id=key.id, key=key)


def test_the_home_area_comes_first_with_the_newest_of_each_indicator_in_the_order_of_topics() -> None:
    """Files go from the oldest quarter to the newest. "Economy" has indicators 0 and 2, "People" has 1."""
    (edition,) = panel.assembled(3, 3, 6, 1)
    assert edition.said[0] == "obs.990001.i00.level._T._Z.2020-Q1"
    assert names(silent(edition, home=[2])) == [
        "obs.990003.i00.level._T._Z.2021-Q2",
        "obs.990003.i02.level._T._Z.2021-H1",
        "obs.990003.i01.growth_yoy._T._Z.2021-H1",
        "obs.990001.i00.level._T._Z.2021-Q2",  # there is no fourth indicator: the first one again, of another area
    ]


def test_totals_come_before_parts_and_an_indicator_has_at_most_two_figures() -> None:
    (edition,) = panel.assembled(4, 1, 6, 1)
    parts = [part(edition, 1, 0, quarter, "female") for quarter in (0, NEW)]
    assert names(silent(edition, home=[1], added=parts)) == [
        "obs.990002.i00.level._T._Z.2021-Q2",
        "obs.990002.i00.level.female._Z.2021-Q2",
    ]
    assert names(silent(edition, home=[1])) == [
        "obs.990002.i00.level._T._Z.2021-Q2",
        "obs.990001.i00.level._T._Z.2021-Q2",
    ]


def test_one_series_alone_has_one_figure() -> None:
    (edition,) = panel.assembled(1, 1, 6, 1)
    assert names(silent(edition)) == ["obs.990001.i00.level._T._Z.2021-Q2"]


def test_what_corrects_an_earlier_period_comes_last() -> None:
    """Of the home area an edition states only its first quarter again, although the sixth is known."""
    (edition,) = panel.assembled(2, 1, 6, 1)
    said = (panel.figure_id(0, 0, 0), panel.figure_id(1, 0, NEW))
    assert names(replace(silent(edition), said=said)) == [
        "obs.990002.i00.level._T._Z.2021-Q2",
        "obs.990001.i00.level._T._Z.2020-Q1",
    ]


def test_without_results_targets_stand_first() -> None:
    (edition,) = panel.assembled(2, 3, 1, 1)
    said = tuple(name for name in edition.said if name.startswith("target"))
    assert names(replace(silent(edition, home=[1]), said=said)) == [
        "target.990002.i02.level._T.2020",
        "target.990001.i02.level._T.2020",
    ]


def test_the_editors_choice_stands_as_it_is() -> None:
    (edition,) = panel.assembled(2, 2, 6, 1)
    found = [one.id for one in headlines(Volume("en", (edition,)), edition)]
    assert found == ["obs.990001.i01.growth_yoy._T._Z.2021-H1", "obs.990001.i00.level._T._Z.2021-Q2"]


def test_cards_and_key_findings_of_a_front_page_without_headlines() -> None:
    (edition,) = panel.assembled(2, 2, 6, 1)
    held = Volume("en", (silent(edition, home=[1]),))
    page = next(front.pages(held))
    cards = page.blocks["headlines"]
    rows = ["obs.990002.i00.level._T._Z.2021-Q2", "obs.990002.i01.growth_yoy._T._Z.2021-H1"]
    assert [cards.index(f'data-row="{row}"') for row in rows] == sorted(
        cards.index(f'data-row="{row}"') for row in rows
    )
    assert "2020" not in cards
    told = str(front._happened(held, held.newest)[0].striptags()).replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert told == "Indicator 0 in County 2 in the second quarter of 2021 amounted to 1.15 billion yuan."


@pytest.mark.parametrize(
    ("lang", "nothing", "named"),
    [
        (
            "en",
            "This edition adds no figures. It revises no figure of an earlier edition.",
            "This edition adds no figures. 1 figure is named in the sources without a value. "
            "It revises no figure of an earlier edition.",
        ),
        (
            "zh",
            "本期未收录新的数据。本期未修订以往各期数据。",
            "本期未收录新的数据。有1项，来源提到而未公布数值。本期未修订以往各期数据。",
        ),
    ],
)
def test_an_edition_without_figures_says_so_in_words(lang: Lang, nothing: str, named: str) -> None:
    (edition,) = panel.assembled(1, 1, 6, 1)
    empty = replace(silent(edition), said=())
    assert narrative.what_is_new(Volume(lang, (empty,)), empty).striptags() == nothing
    figure = edition.figures[panel.figure_id(0, 0, NEW)]
    without = replace(figure, value=None, status="O")
    only = replace(empty, said=(figure.id,), figures={**edition.figures, figure.id: without})
    assert narrative.what_is_new(Volume(lang, (only,)), only).striptags() == named
    assert names(only) == []
