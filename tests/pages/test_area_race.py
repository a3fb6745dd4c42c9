"""What an area's page says of its league: score, place, change, distance, and the others beside it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from raced import CONTEST, A, B, C, D, volume
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model.page import Page
from generator.model.standing import Spread, Sureness
from generator.model.text import Lang, Text
from generator.pages import Volume, area_race, areas, race
from generator.pages.charts import steps, strip


def page(held: Volume, code: str) -> Page:
    return next(page for page in areas.pages(held) if page.address == f"areas/{code}/")


def words(text: str) -> str:
    return " ".join(LexborHTMLParser(text).text(separator="").split())


def cells(table: LexborNode) -> list[list[str]]:
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in table.css("tbody tr")]


def tables(held: Volume, code: str) -> list[LexborNode]:
    return LexborHTMLParser(page(held, code).blocks["league-race"]).css("table")


@pytest.mark.parametrize(
    ("lang", "code", "expected"),
    [
        ("zh", A, "2021年二季度，第1县赛马总榜得79.85分，居第3位（共3个地区），位次与上期相比下降2位。"),
        ("zh", B, "2021年二季度，第2县赛马总榜得82.10分，居第1位（共3个地区），位次与上期相比上升1位。"),
        ("zh", C, "2021年二季度，第3县赛马总榜得80.00分，居第2位（共3个地区），位次与上期相比不变。"),
        ("zh", D, "2021年二季度，第4县因缺指标1（同比增速），在赛马总榜中不排位。"),
        (
            "en",
            A,
            "County 1 scored 79.85 points in “Race” in the second quarter of 2021: 3rd of 3, "
            "down 2 places since the edition before.",
        ),
    ],
)
def test_the_first_sentence_is_score_place_and_change(lang: Lang, code: str, expected: str) -> None:
    assert page(volume(lang), code).description.replace("\N{NARROW NO-BREAK SPACE}", " ") == expected


def test_the_next_place_is_as_far_as_the_published_scores_say() -> None:
    """80.00 − 79.85 = 0.15; the first is 82.10 − 80.00 = 2.10 ahead."""
    assert "与第2位第3县相差0.15分。" in words(page(volume("zh"), A).markdown)
    assert "比第2位第3县高2.10分。" in words(page(volume("zh"), B).markdown)


@pytest.mark.parametrize(
    ("low", "high", "above", "expected"),
    [
        (2, 3, 1, "位次在第2位至第3位之间。与第3县难分高下。"),
        (3, 3, 0, "测算，位次为第3位。"),
        (1, 3, 2, "位次在第1位至第3位之间。与第2县、第3县难分高下。"),
    ],
)
def test_how_sure_the_place_is_stands_beside_it(low: int, high: int, above: int, expected: str) -> None:
    told = words(page(doubted(A, Spread(low, low, high, (), 0.0, above=above)), A).markdown)
    assert expected in told
    assert ("难分高下" in told) == (above > 0)


def test_of_many_neighbours_the_first_and_the_last_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second area of three, between the two others."""
    monkeypatch.setattr(area_race, "FEW", 1)
    told = words(page(doubted(C, Spread(2, 1, 3, (), 0.0, above=1, below=1)), C).markdown)
    assert "与位次相近的2个地区（第1位第2县至第3位第1县）难分高下。" in told


def doubted(area: str, spread: Spread) -> Volume:
    """The bulletin with this range of ranks for an area in the newest table."""
    held = volume("zh")
    newest = held.newest
    name, table = next(iter(newest.leagues.items()))
    method = Sureness({area: spread}, ((B,), (C,), (A,)), 0.0)
    edition = replace(newest, leagues={**newest.leagues, name: replace(table, method=method)})
    return replace(held, editions=(*held.editions[:-1], edition))


def test_what_brings_more_and_less_is_named_with_its_measure() -> None:
    said = words(page(volume("zh"), A).markdown)
    assert "得分较高的指标有指标1（同比增速），得分较低的指标有指标0。" in said


def test_the_way_from_edition_to_edition() -> None:
    _, past = tables(volume("zh"), C)
    assert cells(past) == [
        ["2021年二季度", "第2位（共3个）", "不变", "80.00", "2.10"],
        ["2021年一季度", "第2位（共4个）", "", "75.50", "4.50"],
    ]


def test_beside_the_others_best_is_what_the_league_calls_better() -> None:
    """Values of the sixth quarter are 10 + area + indicator + 0.5; of growth, less is better here, and D has none."""
    beside, _ = tables(volume("zh"), B)
    rows = cells(beside)
    assert rows[0][1:] == ["11.5", "", "12.0", "13.5 第4县", "10.5 第1县"]
    assert rows[1][1:] == ["12.5", "", "12.5", "11.5 第1县", "13.5 第3县"]
    assert cells(tables(volume("zh"), D)[0])[1][1] == "无数值"


def test_a_renamed_area_keeps_the_places_of_its_former_name() -> None:
    held = volume("zh")
    reference = held.tables.reference
    known = {**reference.areas, C: replace(reference.areas[C], successor="990009", succession="renamed")}
    known["990009"] = replace(reference.areas[A], code="990009", name=replace(reference.areas[A].name, zh="新县"))
    tables_now = replace(held.tables, reference=replace(reference, areas=known))
    moved = Volume("zh", tuple(replace(edition, tables=tables_now) for edition in held.editions))
    (*_, past) = tables(moved, "990009")
    assert [row[1] for row in cells(past)] == ["第2位（共3个）", "第2位（共4个）"]


def test_the_name_of_an_indicator_is_inert_in_a_sentence() -> None:
    held = volume("zh")
    reference, name = held.tables.reference, "i00"
    known = {**reference.indicators, name: replace(reference.indicators[name], name=Text("[a](b)", "[a](b)"))}
    tables_now = replace(held.tables, reference=replace(reference, indicators=known))
    attacked = Volume("zh", tuple(replace(edition, tables=tables_now) for edition in held.editions))
    assert race.item_name(attacked, CONTEST, "sum") == "&#91;a&#93;&#40;b&#41;"


def test_ranks_step_down_from_the_first_place_and_a_gap_stays_a_gap() -> None:
    """Of five places the first lies at 2, the last at 22: 5 a place. No line leads over the missing third edition."""
    way = steps([1, 3, None, 5, 5], 5)
    assert way is not None
    assert way.path == "M0.0 2.0h0H25.0V12.0M75.0 22.0h0H100.0V22.0" and way.end == ("100.0", "22.0")
    assert steps([None, None], 5) is None


def test_dots_lie_by_value_and_the_same_place_is_drawn_once() -> None:
    dots = strip([Decimal(value) for value in (1, 1, 2, 5)], Decimal(2))
    assert dots.path == "M4.0 8h0M27.0 8h0M96.0 8h0" and dots.middle == "27.0" and dots.at(dots.high) == "96.0"
    assert strip([dots.low], dots.low).path == "M50.0 8h0"
