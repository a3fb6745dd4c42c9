"""Without a mouse: everything is reached in order, one sees where one is, nothing holds one fast."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from watched import Watched

Window = Callable[..., Watched]
ROOT = Path(__file__).parents[2]

# Everything that can take the focus now, in the order of the page. The list of sections scrolls by its links.
STOPS = """() => Array.from(document.querySelectorAll("a[href], button, input, summary, [tabindex='0']"))
  .filter(stop => stop.checkVisibility() && !stop.disabled && stop.tabIndex === 0)
  .map((stop, at) => { stop.dataset.stop = at; return at })"""
# The focused element: its number, and what is wrong with how its focus is seen.
SEEN = """() => {
  const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect()
  const light = colour => {
    const part = colour.match(/[0-9.]+/g).slice(0, 3).map(value => value / 255)
      .map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
    return .2126 * part[0] + .7152 * part[1] + .0722 * part[2]
  }
  let under = here
  while (under && /, 0\\)|transparent/.test(getComputedStyle(under).backgroundColor)) under = under.parentElement
  const [dark, bright] = [style.outlineColor, getComputedStyle(under).backgroundColor].map(light).sort((a, b) => a - b)
  const wrong = []
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("no outline")
  if ((bright + .05) / (dark + .05) < 3) wrong.push("faint outline")
  if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) wrong.push("out of sight")
  const stop = here === document.body ? null : here.dataset.stop ?? here.id
  return [stop, wrong.map(one => one + ": " + here.outerHTML.slice(0, 90))]
}"""


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    [
        ("", 1440, "light"),
        ("taizhou/", 390, "dark"),
        ("en/taizhou/scoreboard/", 390, "light"),
        ("en/taizhou/editions/", 820, "dark"),
        ("qiyang/indicators/key_projects_investment/", 1440, "dark"),
        ("en/taizhou/using-data/", 390, "light"),
    ],
)
def test_tab_leads_through_everything_and_out(window: Window, address: str, path: str, width: int, scheme: str) -> None:
    page = window(address, width, color_scheme=scheme, reduced_motion="reduce").open(path)
    stops = page.evaluate(STOPS)
    reached, wrong = [], []
    for _ in stops:
        page.keyboard.press("Tab")
        stop, faults = page.evaluate(SEEN)
        reached.append(stop)
        wrong += faults
    assert reached == [str(stop) for stop in stops]
    assert not wrong
    page.keyboard.press("Tab")
    assert page.evaluate(SEEN)[0] in {None, "0"}  # out of the page, or round to its beginning


def test_the_first_stop_skips_to_the_text(desktop: Watched) -> None:
    page = desktop.open("taizhou/")
    page.keyboard.press("Tab")
    assert focused(page, ".skip") and page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page, "main *")


def test_the_search_dialog_holds_the_focus_until_it_is_closed(desktop: Watched) -> None:
    page = desktop.open("en/taizhou/")
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Enter")
    page.keyboard.insert_text("investment")  # in one go: each pause would be a question of its own
    page.locator(".search-found a").first.wait_for(state="visible")
    assert focused(page, "#search-field")
    page.keyboard.press("ArrowDown")
    assert focused(page, ".search-found li:first-child a")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+Tab")
    assert focused(page, ".search-found li:last-child a")
    page.keyboard.press("Tab")
    assert focused(page, "#search-field")
    page.keyboard.press("Escape")
    assert page.locator(".search").is_hidden() and focused(page, "[data-search-open]")
    page.keyboard.press("/")
    assert page.locator(".search").is_visible() and focused(page, "#search-field")
    assert not desktop.wrong


def test_the_finder_takes_one_to_the_only_county_left(desktop: Watched) -> None:
    page = desktop.open("en/taizhou/")
    page.locator("#find-area").focus()
    page.keyboard.type("tiantai")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/taizhou/areas/331023/")


def test_a_note_shows_with_the_focus_and_escape_closes_it(desktop: Watched) -> None:
    page = desktop.open("taizhou/")
    link = page.locator(".happened a.figure-link").first
    link.focus()
    note = page.locator("#note-open[role=tooltip]")
    assert note.is_visible() and note.inner_text()
    assert link.get_attribute("aria-describedby") == "note-open"
    page.keyboard.press("Escape")
    assert note.count() == 0 and focused(page, ".happened a.figure-link")


def test_a_chart_becomes_interactive_and_a_drawing_again(desktop: Watched) -> None:
    page = desktop.open("qiyang/indicators/key_projects_investment/")
    page.locator("[data-chart-open]").first.press("Enter")
    page.locator(".chart-live svg").first.wait_for(state="visible")
    back = page.locator("[data-chart-close]").first
    back.wait_for(state="visible")
    assert focused(page, "[data-chart-close]")
    back.press("Enter")
    assert page.locator("svg.drawing").first.is_visible() and focused(page, "[data-chart-open]")
    assert not desktop.wrong


MARK = '<sup class="mark mark-{0}"><abbr title="{1}">({0})</abbr></sup>'
P, R = MARK.format("p", "provisional value"), MARK.format("r", "revised since")
MARKED = {  # each whole with the marks in it, and the places of those that the Tab key stops at
    "table": (f"<table><tr><td>1{P}</td><td>2{P}</td></tr><tr><td>3{R}</td><td>4{P}</td></tr></table>", ["1p", "3r"]),
    "list": (f"<ul><li>1{P}</li><li>2{R}</li><li>3{P}</li><li>4{R}</li></ul>", ["1p", "2r"]),
    "maps": (f'<div class="maps"><div role="listitem">1{P}</div><div role="listitem">2{P}</div></div>', ["1p"]),
    "two tables": (f"<table><tr><td>1{P}</td></tr></table><table><tr><td>2{P}</td></tr></table>", ["1p", "2p"]),
    "prose": (f"<p>1{P} and 2{P}</p>", ["1p", "2p"]),
}


@pytest.mark.parametrize("whole", MARKED)
def test_a_mark_is_one_stop_however_often_it_stands_in_a_table_list_or_map(browser: Browser, whole: str) -> None:
    content, expected = MARKED[whole]
    page = browser.new_page()
    page.set_content(content)
    page.add_script_tag(path=ROOT / "docs" / "assets" / "bulletin.js")
    found = page.locator("abbr").evaluate_all(
        """marks => marks.filter(mark => mark.tabIndex === 0)
          .map(mark => mark.parentNode.previousSibling.data.trim().slice(-1) + mark.textContent.slice(1, -1))"""
    )
    told = page.locator("abbr[aria-label]").count() == page.locator("abbr").count()
    page.close()
    assert found == expected and told, "no stop, and yet each says what it means"
