"""Full pages of a small fictional bulletin beside their input (datasets/): read them before you accept a change.

To write them anew after a deliberate change: ``python -m tests.golden.test_pages``, then read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import intake, measures
from generator.model.page import Page
from generator.model.text import LANGS, Lang
from generator.pages import Volume, compose

HERE = Path(__file__).parent
ADDRESSES = (
    "",
    "editions/2026-Q1/",
    "areas/990101/",
    "areas/990103/",
    "areas/990109/",
    "indicators/fixed_asset_investment/",
    "indicators/key_project_investment/",
    "scoreboard/",
    "sources/q2/",
    "revisions/",
)


def pages(lang: Lang) -> dict[str, Page]:
    tables = intake.load(HERE / "datasets", "luming").tables
    return {page.address: page for page in compose(Volume(lang, measures.assemble(tables))).pages}


def written(page: Page) -> str:
    """The whole page as one text: head, prose, then each block under its name. Charts are judged by their own tests."""
    blocks = [f"<!-- {name} -->\n{content.strip()}\n" for name, content in page.blocks.items() if "chart" not in name]
    return "\n".join([f"{page.title}\n{page.description}\n\n{page.markdown.strip()}\n", *blocks])


def golden(lang: Lang, address: str) -> Path:
    return HERE / "pages" / lang / f"{address.strip('/').replace('/', '.') or 'front'}.txt"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_as_it_was_read_and_accepted(lang: Lang, address: str) -> None:
    assert written(pages(lang)[address]) == golden(lang, address).read_text(encoding="utf-8")


if __name__ == "__main__":
    for one in LANGS:
        for where in ADDRESSES:
            golden(one, where).parent.mkdir(parents=True, exist_ok=True)
            golden(one, where).write_text(written(pages(one)[where]), encoding="utf-8")
