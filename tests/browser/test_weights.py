"""Weights to try: what the browser computes is what the engine computes with these weights, to the last digit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import races
from playwright.sync_api import Browser, Page, Route
from watched import Watched

from generator import intake
from generator.measures.league import compute
from generator.model.league import Block, Item, League, Normalisation
from generator.model.standing import LeagueTable, Values
from generator.pages import weights

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs" / "assets"
START = datetime(2026, 1, 1, tzinfo=UTC)
WHERE = "http://weights.example/league/race/weights/"
NESTED = replace(races.RACE, decimals=3)
UNEVEN = replace(  # thirds that no decimal holds, a floor, a missing value, places without gaps
    races.RACE,
    root=Block("all", (Item("i00", Fraction(2, 5)), *races.ROOT.members[1:]), aggregation="geometric"),
    normalisation=Normalisation("min-max", (Fraction(0), Fraction(70))),
    missing="renormalise",
    threshold=Fraction(1, 10),
    floor=Fraction(1, 3),
    ties="dense",
    decimals=2,
)
DEEP = replace(  # roots inside a mean, and a mean of them again; scores above 1 and below
    races.RACE,
    root=Block(
        "all",
        (
            Block("one", (Item("i00", Fraction(1, 3)), Item("i03", Fraction(2, 3))), Fraction(1, 7), "geometric"),
            Item("i06", Fraction(6, 7)),
        ),
        aggregation="geometric",
    ),
    normalisation=Normalisation("z", (Fraction(3), Fraction(1))),
    missing="zero",
    floor=Fraction(1, 1000),
    decimals=9,
)
BELOW_ZERO = replace(races.RACE, normalisation=Normalisation("z", (Fraction(-2000), Fraction(900))), decimals=0)
TRIED: tuple[Mapping[str, str], ...] = (
    {},
    {"i03": "12.5", "i06": "87.5"},
    {"money": "1", "i00": "1", "i03": "99", "i06": "0"},
    {"i03": "0.000001", "i06": "100"},
    {"i00": "33.33", "i03": "33.33", "i06": "33.34"},
)


def with_weights(block: Block, points: Mapping[str, str]) -> Block:
    """The block with each weight that is named in ``points`` in its place, scaled so that they sum to 1."""
    given = [Fraction(points[one.id]) if one.id in points else one.weight * 100 for one in block.members]
    members = [one if isinstance(one, Item) else with_weights(one, points) for one in block.members]
    scaled = (replace(one, weight=weight / sum(given)) for one, weight in zip(members, given, strict=True))
    return replace(block, members=tuple(scaled))


def expected(table: LeagueTable, points: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Area, place, score in the order of the table, by the engine."""
    league = table.contest.league
    return engine(league, points, table.values)


def engine(league: League, points: Mapping[str, str], values: Values) -> list[tuple[str, str, str]]:
    found = compute(replace(league, root=with_weights(league.root, points)), values)
    return [(one.area, str(one.rank or ""), str(one.score if one.rank else "")) for one in found.values()]


def shown(page: Page) -> list[tuple[str, ...]]:
    return [
        tuple(line)
        for line in page.evaluate("""[...document.querySelectorAll('[data-area]')].map(row => [row.dataset.area,
            ...['[data-place] data', '[data-score] data'].map(cell => row.querySelector(cell)?.value ?? '')])""")
    ]


def put(page: Page, points: Mapping[str, str]) -> None:
    """Type the weights. An indicator alone in its group has none to type."""
    page.locator("[data-reset]").click()
    for name, text in points.items():
        for field in page.locator(f"[data-member={name}] [type=number]").all():
            field.fill(text)


@pytest.fixture
def blank(browser: Browser) -> Iterator[Any]:
    """Shows the block of a league alone on a page, with its script and nothing else."""
    context = browser.new_context()

    def opened(league: League, query: str = "") -> tuple[Page, LeagueTable]:
        volume = races.volume("zh", league)
        (made,) = weights.pages(volume)
        script = (ASSETS / "weights.js").read_text(encoding="utf-8")
        html = f"<!doctype html><html lang='zh-Hans'><title>x</title>{made.blocks['weights']}<script>{script}</script>"

        def answer(route: Route) -> None:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

        page = context.new_page()
        page.clock.install(time=START)
        page.route("**/*", answer)
        page.goto(WHERE + query)
        page.clock.pause_at(START + timedelta(days=1))  # from here on time passes when a test says so
        return page, volume.newest.leagues["race"]

    yield opened
    context.close()


@pytest.mark.parametrize("league", [NESTED, UNEVEN, DEEP, BELOW_ZERO], ids=["nested", "uneven", "deep", "below_zero"])
def test_scores_and_places_are_those_of_the_engine(blank: Any, league: League) -> None:
    page, table = blank(league)
    for points in TRIED:
        put(page, points)
        assert shown(page) == expected(table, points), points


def test_a_group_without_weight_and_an_odd_text_give_no_result(blank: Any) -> None:
    page, table = blank(NESTED)
    put(page, {"i03": "0", "i06": "0"})
    assert all(line[1:] == ("", "") for line in shown(page))
    put(page, {"work": "0", "i03": "0", "i06": "0"})  # a group that is left out needs none
    assert shown(page) == expected(table, {"work": "0"})
    page.locator("[data-reset]").click()
    before = shown(page)
    page.locator("[data-member=i03] [type=number]").fill("101")
    assert shown(page) == before == expected(table, {})
    assert page.locator("[aria-invalid]").count() == 1


def test_the_address_keeps_the_choice_and_reset_forgets_it(blank: Any) -> None:
    page, table = blank(NESTED, "?w=money:70,work:30,none:5,i03:abc")
    chosen = {"money": "70", "work": "30"}
    assert shown(page) == expected(table, chosen)
    assert page.locator("[data-member=money] [type=range]").input_value() == "70"
    page.locator("[data-member=work] [type=range]").press("ArrowRight")
    page.clock.run_for(500)
    page.wait_for_url(re.compile(r"\?w=money:70,work:31$"))
    assert shown(page) == expected(table, chosen | {"work": "31"})
    page.locator("[data-reset]").click()
    page.clock.run_for(500)
    page.wait_for_url(WHERE)
    assert shown(page) == expected(table, {})


def test_the_status_says_once_what_came_of_it(blank: Any) -> None:
    """All weight on the money: by hand, the third county leads with 8 of 10, the second has 7."""
    page, _ = blank(NESTED)
    said = page.locator("[role=status]")
    official = said.inner_text()
    put(page, {"money": "100", "work": "0"})
    page.clock.run_for(499)
    assert said.inner_text() == official
    page.clock.run_for(1)
    assert official != said.inner_text() and "第3县" in said.inner_text()


def test_the_line_of_the_first_place_follows_at_once(blank: Any) -> None:
    """Without waiting for the pause: all weight on the money gives the third county 80; half and half at work 60."""
    page, _ = blank(NESTED)
    line = page.locator("[data-first]")
    assert line.inner_text() == "首位：第3县，68.000分"
    put(page, {"money": "100", "work": "0"})
    assert line.inner_text() == "首位：第3县，80.000分"
    put(page, {"i03": "0", "i06": "0"})
    assert "县" not in line.inner_text()


def test_on_a_phone_the_first_place_stays_in_view_and_covers_no_field(window: Any, address: str) -> None:
    page = window(address, 390, reduced_motion="reduce").open("demo/league/race/weights/")
    line, last = page.locator("[data-first]"), page.locator(".weight input").last
    last.scroll_into_view_if_needed()
    last.focus()
    assert line.bounding_box()["y"] >= 0 and line.bounding_box()["height"] < 60
    for _ in range(6):
        page.keyboard.press("Shift+Tab")
        box, bar = page.evaluate("""() => [document.activeElement, document.querySelector('[data-first]')].map(one =>
            { const {top, bottom} = one.getBoundingClientRect(); return {top, bottom} })""")
        assert box["top"] >= bar["bottom"]
    page.emulate_media(media="print")
    assert not line.is_visible()


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("race", {"projects": "60", "services": "7.5", "approval_days": "1"}),
        ("three_comparisons", {"reserve": "5", "progress": "81", "industrial_investment": "33"}),
        ("mountain_services", {"project_start_rate": "0", "approval_days": "39.9"}),
    ],
)
def test_the_shipped_leagues_with_the_values_that_they_publish(
    desktop: Watched, name: str, points: dict[str, str]
) -> None:
    """By keyboard, under the policy of the pages; the engine computes from the published file."""
    desktop.page.goto(desktop.address)
    published = desktop.page.evaluate(
        "path => fetch(path).then(got => got.json())", f"demo/data/league-{name}/league.json"
    )
    contests = [one for one in intake.load(ROOT / "datasets", "demo").tables.contests if one.league.id == name]
    league = replace(contests[-1].league, peers=tuple(published["peers"]))
    values = {
        area: {item: text and Decimal(text) for item, text in row.items()} for area, row in published["values"].items()
    }
    page = desktop.open(f"en/demo/league/{name}/weights/")
    assert shown(page) == engine(league, {}, values)
    assert {area: one["rank"] for area, one in published["standings"].items()} == {
        area: int(rank) if rank else None for area, rank, _ in shown(page)
    }
    for member, text in points.items():
        page.locator(f"[data-member={member}] [type=number]").focus()
        page.keyboard.press("Control+A")
        page.keyboard.type(text)
    assert shown(page) == engine(league, points, values)
    page.wait_for_url("**/weights/?w=" + ",".join(f"{member}:{text}" for member, text in points.items()))
    assert not desktop.wrong


def test_without_script_the_official_table_stands(window: Any, address: str) -> None:
    page = window(address, 390, java_script_enabled=False).open("demo/league/race/weights/")
    assert not page.locator(".weights input").first.is_visible()
    assert not page.locator("[data-place]").first.is_visible()
    assert page.locator(".weights tbody tr").first.inner_text().split()[1].startswith("第1位")
