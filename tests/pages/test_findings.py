"""What an edition's page says first: chosen by rules, neutral, and never more than it can."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import panel
import pytest
from raced import A, B, C, D, volume, with_changes

from generator.model.aim import Aim, State
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.standing import Change, Spread, Sureness
from generator.model.text import Lang
from generator.pages import extremes, findings, front, milestones
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
        "Of 3 plans 1 is behind elapsed time (50%), furthest indicator 1 in County 1 (49.9%)."
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


def test_a_leader_that_cannot_be_told_apart_is_said_to_be_so() -> None:
    held = volume("en")
    table = held.newest.leagues["race"]
    chances = {B: (0.9, 0.1, 0.0), C: (0.1, 0.8, 0.1), A: (0.0, 0.1, 0.9)}
    ranges = {area: Spread(1, 1, 3, places, 0.0) for area, places in chances.items()}
    ranges[B] = replace(ranges[B], below=1)
    close = replace(held.newest, leagues={"race": replace(table, method=Sureness(ranges, (), 0.0))})
    (told,) = said(findings.leader, held, close)
    assert told.startswith("In “Race”, County 2 is first with 82.10 points; in the edition before it was County 1. ")
    assert told.endswith(" County 2 cannot be told apart from County 3.")
    ranges[B] = replace(ranges[B], below=0)
    apart = replace(table, method=Sureness(ranges, ((B, C, A),), 0.0))
    assert "told apart" not in said(findings.leader, held, replace(close, leagues={"race": apart}))[0]


def aiming(held: Volume, states: list[State]) -> tuple[Aim, ...]:
    """An aim of 20 per cent for each area, with the result 11.5."""
    target = like(held.newest, 0, value=Decimal(20), bound="at_least")
    return tuple(
        Aim(replace(target, id=f"t{at}"), like(held.newest, 0, value=Decimal("11.5")), state)
        for at, state in enumerate(states)
    )


def test_an_aim_is_told_missed_in_the_edition_that_first_finds_it_so() -> None:
    first, then = volume("en").editions
    for was, now, count in (("open", "missed", 1), ("missed", "missed", 0), ("open", "met", 0)):
        held = Volume("en", (first, then))
        before, after = (replace(one, aims=aiming(held, [state])) for one, state in ((first, was), (then, now)))  # type: ignore[list-item]
        assert len(said(milestones.missed, Volume("en", (before, after)), after)) == count
    after = replace(then, aims=aiming(volume("en"), ["missed"]))
    assert said(milestones.missed, Volume("en", (first, after)), after) == [
        "The aim of County 1 for year-on-year growth of indicator 1 in the first half of 2021 was missed: "
        "11.5% against at least 20%."
    ]
    many = replace(then, aims=aiming(volume("zh"), ["missed"] * 4))
    assert said(milestones.missed, Volume("zh", (first, many)), many) == ["本期新增4个未达到的目标。"]


@pytest.mark.parametrize(("lang", "expected"), [("en", "4 aims are found missed."), ("zh", "本期有4个目标未达到。")])
def test_in_the_first_edition_nothing_is_newly_missed(lang: Lang, expected: str) -> None:
    first, then = volume(lang).editions
    many = replace(first, aims=aiming(volume(lang), ["missed"] * 4))
    for every in ((many,), (many, then)):
        held = Volume(lang, every)
        assert said(milestones.missed, held, many) == [expected]


def test_a_record_is_of_eight_comparable_values() -> None:
    """Values rise by 0.1 a quarter: January to September 2028 is the ninth of its kind, the quarter the 35th."""
    held = Volume("zh", panel.assembled(1, 2, 35, 1))
    assert said(milestones.record, held, held.newest) == [
        "2028年1—9月，第1县指标1同比增速14.4%，为2020年1—9月以来同期最高（可比的共9期）。",
        "2028年三季度，第1县指标013.4亿元，为2020年一季度以来最高（可比的共35期）。",
    ]
    few = Volume("en", panel.assembled(1, 2, 27, 1))  # of January to September seven, of quarters 27
    assert said(milestones.record, few, few.newest) == [
        "Indicator 0 in County 1 in the third quarter of 2026 was 1.26 billion yuan, the highest of 27 since Q1 2020."
    ]


def growing(values: list[str], *, odd: int = 99, **changes: object) -> tuple[Volume, Edition]:
    """Growth of a home area in the first half of each year up to 2021; the figure ``odd`` years back is changed."""
    held = Volume("en", panel.assembled(1, 2, 6, 1))
    found = [
        like(held.newest, 0, period=Period.parse(f"{2021 - back}-H1"), value=Decimal(value), status="A")
        for back, value in enumerate(reversed(values))
    ]
    if odd < len(found):
        found[odd] = replace(found[odd], **changes)  # type: ignore[arg-type]
    return held, holding(held, found)


RISING = ["1.0", "2.0", "3.0", "4.0", "5.0", "6.0", "7.0", "8.0"]


@pytest.mark.parametrize(
    ("odd", "changes", "count"),
    [
        (99, {}, 1),
        (0, {"status": "P"}, 0),
        (0, {"bound": "over"}, 0),
        (0, {"value": Decimal("6.5")}, 0),  # neither the highest nor the lowest
        (0, {"value": Decimal("7.0")}, 0),  # as high as the one before
        (0, {"value": Decimal("0.5")}, 1),  # the lowest
        (3, {"status": "B"}, 0),  # four values since the break
        (7, {"status": "B"}, 1),  # the eighth is the first after the break
        (3, {"bound": "about"}, 0),
        (3, {"status": "P"}, 0),
    ],
)
def test_what_is_no_record(odd: int, changes: dict[str, object], count: int) -> None:
    found = said(milestones.record, *growing(RISING, odd=odd, **changes))
    assert len(found) == count
    assert not found or ("lowest" if changes.get("value") else "highest") in found[0]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["-1.2", "2.0"], "turned positive: 2.0% in the first half of 2021, −1.2% in the first half of 2020."),
        (["1.2", "-2.0"], "turned negative: −2.0% in the first half of 2021, 1.2% in the first half of 2020."),
        (["0.0", "2.0"], ""),
        (
            ["9.0", "8.0", "7.0", "6.0", "6.5"],
            "rose after 3 falls in a row: 6.5% in the first half of 2021, 6.0% in the first half of 2020.",
        ),
        (
            ["5.0", "6.0", "7.0", "8.0", "9.0", "6.5"],
            "fell after 4 rises in a row: 6.5% in the first half of 2021, 9.0% in the first half of 2020.",
        ),
        (["9.0", "8.0", "7.0", "7.5"], ""),  # two falls only
        (["9.0", "8.0", "7.0", "7.0", "7.5"], ""),  # no change is no fall
        (["9.0", "8.0", "7.0", "6.0", "6.0"], ""),
    ],
)
def test_a_turn_changes_the_sign_or_a_direction_held_three_times(values: list[str], expected: str) -> None:
    found = said(milestones.turn, *growing(values))
    assert found == ([f"Year-on-year growth of indicator 1 in County 1 {expected}"] if expected else [])


def test_no_turn_across_a_break_or_from_a_bounded_value() -> None:
    assert said(milestones.turn, *growing(["-1.2", "2.0"], odd=0, status="B")) == []
    assert said(milestones.turn, *growing(["-1.2", "2.0"], odd=1, bound="about")) == []
    assert len(said(milestones.turn, *growing(["-1.2", "2.0"], odd=0, status="P"))) == 1  # and says that it is


def test_three_sentences_at_least_if_the_edition_states_as_much() -> None:
    """Two headlines of three areas, and nothing that a rule finds: the first figure that no headline has told."""
    held = Volume("zh", panel.assembled(3, 2, 1, 1))
    told = front._happened(held, held.newest)
    assert len(told) == findings.LEAST == len(set(told))


def test_the_method_page_lists_every_rule_in_its_order() -> None:
    for lang in ("zh", "en"):
        page = (Path(__file__).parents[2] / "docs" / lang / "method.md").read_text(encoding="utf-8")
        section = page.partition("{#findings}")[2].partition("\n## ")[0]
        assert section.count("\n1. ") == len(findings.RULES)


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
