"""Pages of leagues: who is first, how sure that is and why, on a race whose outcome is worked out by hand.

Third quarter, scores of 100: county 3 has 8, 8, 4, so 0.4 × 80 + 0.3 × 80 + 0.3 × 40 = 68; county 2 has 7, 6, 5, so 61;
county 1 has 6, 6, 6, so 60; county 6 lacks a figure. A quarter before they were third, first and second.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import panel
import pytest
from races import RACE, volume
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model.league import Aggregation, Doubt, Kind, League, Normalisation, Outliers, Rewards
from generator.model.page import Page
from generator.model.text import LANGS, Lang
from generator.pages import league_charts, leagues
from generator.pages.league_method import method
from generator.pages.league_round import Round

TAG = re.compile(r"<[^>]+>")
WRAPPED = re.compile(
    r"<(data|time)\b[^>]*>.*?</\1>|<[^>]+>|\{[#:][^}]*\}|\]\([^)]*\)|County \d|第\d县|[Ii]ndicator \d|指标\d"
)


def pages(lang: Lang) -> dict[str, Page]:
    return {page.address: page for page in leagues.pages(volume(lang))}


def newest(lang: Lang, league: League = RACE) -> Round:
    held = volume(lang, league)
    return Round(held, held.newest, held.newest.leagues["race"])


def prose(page: Page) -> str:
    return TAG.sub("", page.markdown).replace("\N{NARROW NO-BREAK SPACE}", " ")


def rows(page: Page, block: str) -> list[LexborNode]:
    return LexborHTMLParser(page.blocks[block]).css("tbody tr")


def test_a_page_an_edition_and_the_newest_at_home() -> None:
    held = pages("en")
    assert list(held) == [
        "league/",
        "editions/2020-Q1/league/race/",
        "editions/2020-Q2/league/race/",
        "editions/2020-Q3/league/race/",
        "league/race/",
    ]
    assert held["league/race/"] == replace(held["editions/2020-Q3/league/race/"], address="league/race/")
    assert "the newest is that of the" in prose(held["editions/2020-Q1/league/race/"])
    assert "the newest is that of the" not in prose(held["league/race/"])


def test_first_how_sure_rewards_and_why() -> None:
    said = prose(pages("en")["league/race/"])
    assert "County 3 is 1st with 68.00 points." in said
    firm = r"It stays first in \d+ of 200 recalculations with other defensible choices of method and weights\."
    assert re.search(firm, said)
    assert "Rewarded: County 3 (3.0000 million yuan), County 2 (2.0000 million yuan)." in said
    assert "Not ranked, because figures are missing: County 6." in said
    assert "The largest move: County 3 rose from 3rd to 1st (new figures: up 2 places)." in said
    told = LexborHTMLParser(pages("en")["league/race/"].blocks["changes"]).css("details li")
    assert "County 1 fell from 2nd to 3rd (new figures: down 1 place)." in [line.text() for line in told]


def test_the_same_in_chinese() -> None:
    said = prose(pages("zh")["league/race/"])
    assert "第3县得68.00分，居第1位。换用其他合理的计分方法和权重重算200次，有" in said
    assert "获奖：第3县（300.00万元）、第2县（200.00万元）。" in said
    assert "位次变动最大：第3县由第3位升至第1位（新数据：上升2位）。" in said


def test_what_would_unseat_a_winner() -> None:
    """County 2 leads county 1 by 10, 0 and −10 points: 1 in all. Weight moved from the first to the last gains 20 a
    unit, so a twentieth is enough. County 3 has to fall behind both: county 2, the farther, needs 7 ÷ 30."""
    said = prose(pages("en")["league/race/"])
    shift = "{}: with {} percentage points of weight moved from {} to {}, {} would draw level; "
    assert shift.format("County 2", "5.0", "indicator 0", "indicator 6", "County 1") in said
    assert shift.format("County 3", "23.3", "indicator 3", "indicator 6", "County 2") in said
    assert "stays among the rewarded" not in said


def test_how_little_weight_would_bring_another_level_with_the_first() -> None:
    """County 3 leads county 1 by 20, 20 and −20 points: 8 in all. From the first to the last gains 40 a unit, so a
    fifth is enough: 16 + 24 + 20 = 60 = 12 + 18 + 30. County 2 needs more: 7 ÷ 30."""
    page = pages("en")["league/race/"]
    said = (
        "With 20.0 percentage points of weight moved from indicator 0 to indicator 6, "
        "County 1 would draw level with County 3 in first place."
    )
    assert prose(page).count(said) == 2  # in the finding, and with what would change the outcome
    assert said in page.description
    alone = leagues.unseated(newest("en", replace(RACE, rewards=Rewards(1))))
    assert not [line for line in alone if "first place" in line]  # the same is said of its reward


def test_whom_no_weights_can_unseat() -> None:
    """First quarter: each county is ahead of the next in all three. Nobody exceeds the first anywhere, and the second
    has one rival for two places."""
    said = prose(pages("en")["editions/2020-Q1/league/race/"])
    ahead = "No change of weights can put another area ahead of County 1: it is ahead of every other in each indicator."
    assert said.count(ahead) == 2  # in the finding, and with what would change the outcome
    assert "can put County 1, County 2 out of the first 2 places: for each, fewer other areas than that" in said
    assert "no smallest shift" not in said


@pytest.mark.parametrize("kind", ["geometric", "mpi"])
def test_where_nothing_is_proved_the_page_says_so(kind: Aggregation) -> None:
    """Third quarter: each winner has two rivals for two places, and these means are not linear in the weights."""
    one = newest("en", replace(RACE, root=replace(RACE.root, aggregation=kind)))
    said = [TAG.sub("", line) for line in leagues.unseated(one)]
    winners = ", ".join(one.voice.area(each.area) for each in one.ranked[:2])
    assert said == [
        f"{TAG.sub('', winners)}: by this method no smallest shift of weights can be given; "
        "the ranges above say how firm a place is."
    ]


def test_the_table_in_the_order_of_rank_and_the_unranked_below() -> None:
    lines = rows(pages("en")["league/race/"], "standings")
    names = [line.css_first("a").text() for line in lines]
    assert names == ["County 3", "County 2", "County 1", "County 4", "County 5", "County 6"]
    cells = lines[0].css("td")
    assert [cells[0].attributes["id"], cells[1].attributes["id"], cells[5].attributes["id"]] == [
        f"league.990003.race.{measure}._T.all.2020-Q3" for measure in ("rank", "score", "award")
    ]
    assert [" ".join(cell.text().split()) for cell in (cells[0], cells[1], cells[3])] == [
        "1st",
        "68.00",
        "▲ up 2 places",
    ]
    assert re.fullmatch(r"1(–\d)?", cells[2].text())  # the range of ranks
    assert [line.css_first(".moved").attributes["data-value"] for line in lines[:5]] == ["2", "-1", "-1", "0", "0"]
    assert [line.css("td")[6].text(strip=True) for line in lines[:3]] == ["300", "700", "500"]  # of the year
    assert lines[5].css_first(".why").text(strip=True) == "Not ranked: missing indicator 0."


def test_a_line_stands_between_groups_only() -> None:
    one = newest("en")
    begins = {group[0] for group in one.table.method.groups[1:]}
    lines = rows(pages("en")["league/race/"], "standings")[:5]
    apart = [
        line.css_first("a").attributes["href"] for line in lines if "apart" in (line.attributes.get("class") or "")
    ]
    assert apart == [f"~/areas/{area}/" for area in one.table.standings if area in begins]


def test_the_causes_of_a_change_sum_to_it() -> None:
    for address in ("editions/2020-Q2/league/race/", "league/race/"):
        lines = rows(pages("en")[address], "changes")
        assert lines, address
        for line in lines:
            before, now, change, *parts = (int(cell.attributes["value"] or "") for cell in line.css("data"))
            assert before - now == change == sum(parts)


def test_each_block_apart() -> None:
    """By money (the first figure alone) county 3 leads; at work counties 3 and 1 tie with 60."""
    panels = LexborHTMLParser(pages("en")["league/race/"].blocks["panels"]).css("table")
    shown = [[cell.text(strip=True) for cell in line.css("a, td.num")] for line in panels[1].css("tbody tr")[:3]]
    assert shown == [["County 3", "1st", "60.00"], ["County 1", "1st", "60.00"], ["County 2", "3rd", "55.00"]]
    assert panels[0].css_first("tbody tr td.num").text(strip=True) == "1st"


def test_the_charts_say_what_the_tables_say() -> None:
    views = league_charts.charts(newest("en"))
    own = [mark for mark in views["parts"].marks if mark.label == "County 3"]
    assert [(mark.group, mark.value) for mark in own] == [
        ("", Decimal("68.00")),
        ("Indicator 0", Decimal("32.00")),
        ("Indicator 3", Decimal("24.00")),
        ("Indicator 6", Decimal("12.00")),
    ]
    assert views["parts"].title == "Scores differ most by indicator 0: from 8.00 (County 5) to 32.00 (County 3)"
    way = [(mark.label, mark.value) for mark in views["course"].marks if mark.group == "County 3"]
    assert way == [("Q1 2020", 3), ("Q2 2020", 3), ("Q3 2020", 1)]
    assert views["course"].title == "County 3: 3rd in the first quarter of 2020, 1st now"
    assert [mark.label for mark in views["sure"].marks if not mark.group] == [f"County {n}" for n in (3, 2, 1, 4, 5)]


def test_why_the_first_is_ahead_of_the_second() -> None:
    """Of 68 to 61 points: 32 to 28, 24 to 18, 12 to 15."""
    view = league_charts.charts(newest("en"))["lead"]
    assert [(mark.label, mark.value) for mark in view.marks] == [
        ("Indicator 3", 6),
        ("Indicator 0", 4),
        ("Indicator 6", -3),
    ]
    assert view.title == (
        "County 3 is 7.00 points ahead of County 2, "
        "most by indicator 3 (+6.00), indicator 0 (+4.00); behind most by indicator 6 (−3.00)"
    )
    one = newest("en")
    tied = [replace(standing, rank=1) for standing in one.ranked[:2]]
    standings = {**one.table.standings, **{standing.area: standing for standing in tied}}
    assert "lead" not in league_charts.charts(replace(one, table=replace(one.table, standings=standings)))


def test_the_key_names_the_lines_that_are_drawn() -> None:
    one = newest("en")
    held = replace(one.table.rounding, spreads={
        standing.area: replace(one.table.rounding.spreads[standing.area], low=standing.rank, high=standing.rank)
        for standing in one.ranked
    })  # fmt: skip
    still = replace(one, table=replace(one.table, rounding=held, revisions=held))
    note = league_charts.charts(still)["sure"].note
    assert "Thick line" in note and "Thin line" not in note and "Dashed line" not in note
    area = one.ranked[1].area
    moved = replace(held, spreads={**held.spreads, area: replace(held.spreads[area], low=1)})
    note = league_charts.charts(replace(still, table=replace(still.table, revisions=moved)))["sure"].note
    assert "Thin line" not in note and "Dashed line" in note


@pytest.mark.parametrize("lang", LANGS)
def test_no_digit_stands_alone(lang: Lang) -> None:
    for page in pages(lang).values():
        left = WRAPPED.sub("", page.markdown)
        assert not re.search(r"\d", left), f"{page.path}: {left}"


CHOICES: list[dict[str, Any]] = [
    *({"normalisation": Normalisation(kind, cap=True, ddof=1)} for kind in get_args(Kind)),
    *({"root": replace(RACE.root, aggregation=kind)} for kind in get_args(Aggregation)),
    *({"outliers": Outliers(kind)} for kind in ("none", "winsorise", "log", "coinr")),
    *({"missing": kind} for kind in ("exclude", "renormalise", "zero")),
    *({"ties": kind} for kind in ("competition", "dense")),
    *({"rewards": Rewards(1, cutoff=kind, budget=Decimal(1))} for kind in ("share", "all", "none")),
]


@pytest.mark.parametrize("lang", LANGS)
def test_every_choice_of_a_method_has_its_own_words(lang: Lang) -> None:
    one, said = newest(lang), set()
    for choice in CHOICES:
        league = replace(RACE, floor=Fraction(1), **choice)
        doubt = replace(Doubt(), normalisations=(league.normalisation,), outliers=(league.outliers,))
        contest = replace(one.contest, league=replace(league, doubt=doubt))
        text = TAG.sub("", method(replace(one, table=replace(one.table, contest=contest))))
        assert "{" not in text
        said.add(text)
    assert len(said) == len(CHOICES) - 3  # the defaults of four choices are one and the same method


def test_a_league_of_many_draws_the_first_ten_and_the_largest_moves() -> None:
    one = newest("en")
    first = one.ranked[0]
    codes = [panel.code(place) for place in range(15)]
    standings = {code: replace(first, area=code, rank=place) for place, code in enumerate(codes, start=1)}
    change = next(iter(one.table.changes.values()))
    moves = {codes[11]: replace(change, before=12, now=12), codes[14]: replace(change, before=2, now=15)}
    moves |= {codes[12]: replace(change, before=17, now=13)}
    table = replace(one.table, standings=standings, changes=moves)
    drawn = league_charts._followed(replace(one, table=table))
    assert [standing.rank for standing in drawn] == [*range(1, 11), 13, 15]
