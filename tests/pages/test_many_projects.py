"""Many projects: what a page shows of them is bounded, and so is what it shows of their editions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from generator import demo, intake, measures
from generator.model.page import Page
from generator.model.period import Period
from generator.pages import Volume, areas, charts, drawings, front, mechanisms, overviews, revisions, sources
from generator.pages.projects import listing
from generator.pages.projects.amounts import amounts
from generator.pages.projects.dossier import profiles

KINDS = (front, areas, mechanisms, overviews, revisions, sources)  # all whose pages may speak of projects
LINK = re.compile(r"~/projects/(\w+)/")
EDITIONS = 2
Many = Callable[[int], Volume]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Many]:
    """A volume of the demonstration with so many projects; its charts are not drawn."""
    made: dict[int, Volume] = {}

    def volume(projects: int) -> Volume:
        if projects not in made:
            folder = tmp_path_factory.mktemp("many")
            demo.write(folder, demo.Plan(areas=2, quarters=EDITIONS, editions=EDITIONS, projects=projects))
            tables = replace(intake.load(folder, "demo").tables, contests=())
            made[projects] = Volume("en", measures.assemble(tables))
        return made[projects]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawings, "drawn", lambda view, cache: charts.Drawing("", "", "", "", 1, 1))
        yield volume


def size(page: Page) -> int:
    return len(page.markdown) + sum(map(len, page.blocks.values()))


def about(volume: Volume) -> dict[str, str]:
    """All that each page shows, but for the list of projects and their own pages, which are checked for themselves."""
    every = (page for kind in KINDS for page in kind.pages(volume))
    return {page.address: "".join([page.markdown, *page.blocks.values()]) for page in every}


def test_what_pages_say_of_projects_does_not_grow_with_their_number(many: Many) -> None:
    """350 more projects add to what is counted, and to no list: less than 100 bytes each, on all pages together."""
    few, more = about(many(350)), about(many(700))
    grown = {address: len(text) - len(few.get(address, "")) for address, text in more.items()}
    assert sum(grown.values()) < 350 * 100
    named = {address: len(set(LINK.findall(text))) for address, text in more.items()}
    assert max(named.values()) <= 350


def test_the_list_is_bounded_and_leads_everywhere(many: Many) -> None:
    volume = many(350)
    first, *others = listing.pages(volume, list(profiles(volume)))
    assert [size(page) < 100_000 for page in (first, *others)] == [True] * 4
    ways = [re.findall(r'href="(~/projects/[^"]*)"', page.blocks["pages"]) for page in (first, *others)]
    assert ways[0] == ["~/projects/", "~/projects/page-2/", "~/projects/page-4/", "~/projects/page-2/"]
    assert ways[2][:2] == ["~/projects/page-2/", "~/projects/"]
    starts = re.findall(r'<li><a href="(~/projects/[^"#]*)#([^"]+)">', first.blocks["filters"])
    pages = {f"~/{page.address}": "".join(page.blocks.values()) for page in (first, *others)}
    assert starts and all(f'id="{project}"' in pages[address] for address, project in starts)


def test_every_amount_of_a_project_stands_once(many: Many) -> None:
    """The newest of twenty in a row, the others in cells: twelve periods a table, so that two more are needed."""
    volume = many(350)
    one = next(one for one in profiles(volume) if one.amount("investment_this_year"))
    like = next(figure for figure in one.amounts if figure.key.concept == "investment_this_year")
    periods = [Period.parse(f"{year}-Q{quarter}") for year in range(2026, 2021, -1) for quarter in (4, 3, 2, 1)]
    keys = [like.key._replace(period=period) for period in periods]
    html = amounts(volume, replace(one, amounts=[replace(like, id=key.id, key=key) for key in keys]))
    assert re.findall(r'id="(amount\.[^"]*)"', html) == [key.id for key in keys]
    assert (html.count("<tr id="), html.count('<td class="num" id='), html.count("<table")) == (1, 19, 3)
