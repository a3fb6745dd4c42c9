"""What an edition's page says first: chosen by rules, neutral, and never more than it can."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import panel
import pytest
from raced import A, B, C, D, volume, with_changes

from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.standing import Change
from generator.pages import extremes, findings, front
from generator.pages.volume import Volume


def said(rule: findings.Rule, held: Volume, edition: Edition) -> list[str]:
    return [str(sentence.striptags()).replace("\N{NARROW NO-BREAK SPACE}", " ") for sentence in rule(held, edition)]


def test_who_is_first_and_who_was() -> None:
    held = volume("zh")
    first, then = held.editions
    assert said(findings.leader, held, first) == ["赛马总榜：第1县得80.00分，居首位。"]
    assert said(findings.leader, held, then) == ["赛马总榜：第2县得82.10分，居首位；上期居首位的是第1县。"]


def test_who_moved_most_and_why() -> None:
    """A fell from 1 to 3: data took it down 3, the method up 1. B rose from 2 to 1: revisions up 2, data down 1."""
    held = volume("zh")
    assert said(findings.movers, held, held.newest) == [
        "赛马总榜位次上升最多的是第2县，上升1位，主要原因是以往数据修订。",
        "赛马总榜位次下降最多的是第1县，下降2位，主要原因是本期数据变动。",
    ]


def test_causes_that_count_alike_are_both_named() -> None:
    held = volume("en")
    changes = {A: Change(A, 2, 4, 1, 1, 0, 0)}
    assert said(findings.movers, held, with_changes(held.newest, changes)) == [
        "County 1 fell most in “Race”, by 2 places, mainly because of the figures of the new period "
        "and the correction of earlier figures."
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({A: 0, B: 0}, []),  # nobody moved
        (
            {A: 2, B: 0},
            ["County 1 fell most in “Race”, by 2 places, mainly because of the figures of the new period."],
        ),
        ({A: -1, B: -1, C: -1, D: -1}, []),  # four of the same move: none moved most
    ],
)
def test_a_move_is_told_only_if_there_is_one_that_stands_out(places: dict[str, int], expected: list[str]) -> None:
    held = volume("en")
    changes = {code: Change(code, 5, 5 + move, 0, move, 0, 0) for code, move in places.items()}
    assert said(findings.movers, held, with_changes(held.newest, changes)) == expected


def test_who_cannot_be_ranked() -> None:
    held = volume("zh")
    assert said(findings.unranked, held, held.newest) == ["第4县因缺数，在赛马总榜中不排位。"]
    assert said(findings.unranked, held, held.editions[0]) == []


def like(edition: Edition, place: int, **changes: object) -> Figure:
    """The figure of indicator 1 of the newest quarter for an area, changed."""
    figure = edition.figures[panel.figure_id(place, 1, 5)]
    key = figure.key._replace(
        **{name: changes.pop(name) for name in ("concept", "measure", "period") if name in changes}
    )  # type: ignore[arg-type]
    return replace(figure, id=key.id, key=key, **changes)  # type: ignore[arg-type]


def holding(held: Volume, figures: list[Figure]) -> Edition:
    return replace(held.newest, figures={figure.id: figure for figure in figures})


def test_growth_is_compared_within_one_period_and_as_stated() -> None:
    """Of 4.0, 7.5 and −1.2 in the half year; what is only "over 9" or of the quarter before does not take part."""
    held = Volume("zh", panel.assembled(1, 8, 6, 1))
    values = {"i00": "4.0", "i01": "7.5", "i03": "-1.2"}
    found = [like(held.newest, 0, concept=name, value=Decimal(value)) for name, value in values.items()]
    found.append(like(held.newest, 0, concept="i04", value=Decimal("9.0"), bound="over"))
    found.append(like(held.newest, 0, concept="i05", value=Decimal("30.0"), period=Period.parse("2021-Q1")))
    assert said(extremes.growth, held, holding(held, found)) == [
        "2021年上半年，第1县3个指标有同比增速，最高的是指标1（7.5%），最低的是指标3（−1.2%）。"
    ]
    assert said(extremes.growth, held, holding(held, found[:2])) == []


def test_plans_are_held_against_the_time_gone_only_if_they_grow_with_it() -> None:
    """Half a year is gone: 49.9 % of a sum is behind, 50.0 % is not. All indicators of the panel are sums of money."""
    held = Volume("en", panel.assembled(3, 3, 6, 1))
    late = like(held.newest, 0, measure="completion", value=Decimal("49.9"))
    even = [like(held.newest, place, measure="completion", value=Decimal("50.0")) for place in (0, 1, 2)]
    assert said(extremes.behind, held, holding(held, [late, *even[1:]])) == [
        "Of 3 plans 1 is behind the time gone (50 %), furthest indicator 1 in County 1 (49.9%)."
    ]
    assert said(extremes.behind, held, holding(held, even)) == []
    assert said(extremes.behind, held, holding(held, [late, even[1]])) == []  # of two none stands out
    quarters = [replace(one, key=one.key._replace(period=Period.parse("2021-Q2"))) for one in (late, *even[1:])]
    assert said(extremes.behind, held, holding(held, quarters)) == []


def test_what_was_revised_most_needs_a_most() -> None:
    """Two revisions of each of two indicators; without the last one, two of three are of the first."""
    held = panel.revised("zh", 2, (2,))
    assert said(extremes.revised, held, held.newest) == []
    fewer = replace(
        held.newest, revisions=tuple(sorted(held.newest.revisions, key=lambda one: one.figure.split(".")[2])[:3])
    )
    assert said(extremes.revised, held, fewer) == ["修订的3个数据中，指标0最多，有2个。"]


def test_the_editors_headlines_come_first_and_seven_sentences_are_enough() -> None:
    held = volume("zh")
    told = [str(sentence.striptags()) for sentence in front._happened(held, held.newest)]
    assert len(held.newest.release.headlines) == 2 and "第1县" in told[0] and "赛马总榜" not in "".join(told[:2])
    assert told[2].startswith("赛马总榜：第2县") and len(told) <= findings.MOST
    silent = replace(held.newest, release=replace(held.newest.release, headlines=()))
    assert str(front._happened(held, silent)[0].striptags()).startswith("赛马总榜：第2县")


def test_a_long_topic_is_folded_on_the_page_of_its_edition() -> None:
    """30 figures of one topic: 12 are shown, 18 folded; 18 figures are all shown."""
    shown = {}
    for areas in (30, 18):
        held = Volume("zh", panel.assembled(areas, 1, 1, 1))
        page = next(page for page in front.pages(held) if page.address == "editions/2020-Q1/")
        block = page.blocks["topic-economy"]
        shown[areas] = (block.partition("<details")[0].count('data-row="obs'), block.count('data-row="obs'))
    assert shown == {30: (12, 30), 18: (18, 18)}
