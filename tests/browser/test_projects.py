"""The list of projects: narrowed by keyboard, found again by its address, whole without script."""

from __future__ import annotations

from collections.abc import Callable

from watched import Watched

LIST = "en/taizhou/projects/"


def test_the_list_narrows_by_keyboard_and_keeps_its_state(desktop: Watched) -> None:
    page = desktop.open(LIST)
    page.locator("#filter-stage").focus()
    page.keyboard.type("agreement")  # as anybody chooses from a list of options without a mouse
    page.locator("[data-found] li").first.wait_for()
    assert page.url.endswith("?stage=signed")
    found = page.locator("[data-found] li").count()
    assert page.locator("[data-status]").inner_text() == f"Projects that fit: {found}"
    assert page.locator("[data-found] .badge").all_inner_texts() == ["agreement signed"] * found
    assert not page.locator("#project").is_visible(), "the whole list makes room"
    page.locator("#filter-q").fill("vacuum")
    page.locator("[data-found] li").nth(1).wait_for(state="detached")
    page.goto(page.url)
    page.locator("[data-found] li").first.wait_for()
    assert page.locator("#filter-q").input_value() == "vacuum" and page.locator("[data-found] li").count() == 1
    page.locator("form.filters [type=reset]").press("Enter")
    page.locator("#project").wait_for()
    assert "?" not in page.url and not page.locator("[data-found]").is_visible()
    assert not desktop.wrong


def test_a_choice_that_was_made_is_not_folded_away(desktop: Watched) -> None:
    page = desktop.open("en/demo/projects/")
    assert page.locator("#filter-area").is_visible() and not page.locator("#filter-award").is_visible()
    page = desktop.open("en/demo/projects/?award=snail")
    page.locator("[data-found] li").first.wait_for()
    assert page.locator("#filter-award").is_visible() and page.locator("#filter-award").input_value() == "snail"
    assert not desktop.wrong


def test_a_project_that_is_found_leads_to_its_page(desktop: Watched) -> None:
    page = desktop.open(LIST + "?q=yinlun")
    link = page.locator("[data-found] a")
    link.wait_for()
    link.press("Enter")
    page.wait_for_url("**/projects/yinlun_future_factory/")
    assert not desktop.wrong


def test_without_script_the_list_is_whole(window: Callable[..., Watched], address: str) -> None:
    page = window(address, 390, java_script_enabled=False).open(LIST)
    assert not page.locator("form.filters").is_visible()
    assert page.locator("li.project").count() > 50
    assert page.locator("#yinlun_future_factory a").first.is_visible()
