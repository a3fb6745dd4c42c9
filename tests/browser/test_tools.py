"""What script adds: search, the county finder, figure notes, interactive charts, another language."""

from __future__ import annotations

import pytest
from watched import Watched


def test_the_policy_is_sent_and_a_violation_is_noticed(desktop: Watched) -> None:
    sent = desktop.page.goto(desktop.address + "taizhou/")
    assert sent and sent.headers["content-security-policy"].endswith("; frame-ancestors 'none'")
    assert not desktop.wrong
    desktop.page.evaluate("document.head.appendChild(document.createElement('script')).text = 'window.ran = true'")
    desktop.page.evaluate("document.querySelector('h1').setAttribute('style', 'color: red')")
    assert len([said for said in desktop.wrong if "Content Security Policy" in said]) >= 2
    assert not desktop.page.evaluate("window.ran")


@pytest.mark.parametrize(
    ("path", "words", "expected"),
    [
        ("taizhou/", "固定资产投资增速", "taizhou/"),
        ("taizhou/", "季度之星", "taizhou/"),
        ("en/taizhou/", "special bonds", "en/taizhou/"),
    ],
)
def test_search_finds_words_as_typed(desktop: Watched, path: str, words: str, expected: str) -> None:
    page = desktop.open(path)
    assert not page.evaluate("performance.getEntriesByType('resource').some(entry => entry.name.includes('pagefind'))")
    page.locator("[data-search-open]").first.click()
    page.keyboard.type(words)
    result = page.locator(".search-found a").first
    result.wait_for(state="visible")
    assert expected in (result.get_attribute("href") or "")
    assert not desktop.wrong


def test_the_finder_narrows_the_list(desktop: Watched) -> None:
    page = desktop.open("taizhou/")
    page.locator("#find-area").fill("天台")
    visible = [item for item in page.locator(".finder li").all() if item.is_visible()]
    assert len(visible) == 1 and "天台县" in visible[0].inner_text()
    page.locator("#find-area").fill("zzz")
    assert page.locator(".finder .none").is_visible()


def test_a_figure_in_prose_leads_to_its_row_and_source(desktop: Watched) -> None:
    page = desktop.open("taizhou/editions/2022-Q1/")
    link = page.locator(".happened a.figure-link").first
    row = link.locator("data").get_attribute("data-row") or ""
    page.goto(link.evaluate("link => link.href"))
    assert page.locator(f'[id="{row}"]').locator("data").first.get_attribute("data-row") == row
    page.goto(page.locator(f'[id="{row}"] td.src a').evaluate("link => link.href"))
    assert page.locator(":target").count() == 1


def test_an_interactive_chart_opens_with_the_sites_own_bundle(desktop: Watched) -> None:
    page = desktop.open("qiyang/indicators/key_projects_investment/")
    page.locator("[data-chart-open]").first.click()
    page.locator("figure.chart .chart-live svg, figure.chart .chart-live canvas").first.wait_for(state="visible")
    assert not desktop.wrong


def test_the_other_language_is_the_same_page(desktop: Watched) -> None:
    page = desktop.open("taizhou/areas/331023/")
    page.locator("a[hreflang=en]").first.click()
    page.wait_for_url("**/en/taizhou/areas/331023/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Tiantai" in page.locator("h1").inner_text()


def test_a_column_sorts_with_ties_in_order_and_other_periods_last(desktop: Watched) -> None:
    """Langtai is late: its value of the half year is not compared with the others, whichever way they are sorted."""
    page = desktop.open("en/demo/scoreboard/")
    table = page.locator("table.scoreboard", has=page.get_by_role("rowheader", name="Langtai District")).first
    head = table.locator("thead th").nth(1)
    read = """body => [...body.rows].map(row => [row.cells[0].textContent, row.cells[1].querySelector('data').value,
        row.cells[1].hasAttribute('data-value')])"""
    before = table.locator("tbody").evaluate(read)
    for sign, way in ((-1, "descending"), (1, "ascending")):
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == way
        compared, late = [one for one in before if not one[2]], [one for one in before if one[2]]
        assert [one[0] for one in late] == ["Langtai District"]
        expected = sorted(compared, key=lambda one: sign * float(one[1]))
        assert table.locator("tbody").evaluate(read) == [*expected, *late]
        before = [*expected, *late]
