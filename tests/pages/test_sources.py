"""The list of sources: each with its publisher and the day it came out."""

from __future__ import annotations

import json
import re

from shipped import volume

from generator.model.page import File
from generator.pages import Volume, data, sources


def test_a_date_that_is_inferred_is_marked_in_the_list() -> None:
    """The source of 28 May 2022 does not state its year."""
    (listed,) = [page for page in sources.pages(volume("qiyang", "zh")) if page.address == "sources/"]
    lines = re.findall(r"<li>.*?</li>", listed.blocks["list"])
    marked = [line for line in lines if "（日期为推断）" in line]
    held = volume("qiyang", "zh").tables.reference.sources.values()
    assert len(marked) == sum(one.date_is == "inferred" and bool(one.published_on) for one in held) > 0
    assert "2022年5月28日" in "".join(marked)


def test_a_package_page_lists_the_sources_that_the_package_names() -> None:
    """Two of those that the bulletin knows, in its order, each a link to its page."""
    held = volume("qiyang", "zh")
    known = list(held.tables.reference.sources.values())[:2]
    descriptor = {"title": "投资", "version": "1.0.0", "edition": "2022-Q4", "licenses": [], "resources": []}
    descriptor["sources"] = [{"title": one.title.of("zh")} for one in known[::-1]]
    file = File("qiyang/data/investment/datapackage.json", json.dumps(descriptor).encode())
    pages = {page.address: page for page in data.pages(Volume("zh", held.editions, (file,)))}
    listed = pages["data/investment/"].blocks["sources"]
    assert re.findall(r'<li><a href="~/sources/([^/"]+)/"', listed) == [one.id for one in known]
