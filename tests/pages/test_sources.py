"""The list of sources: each with its publisher and the day it came out."""

from __future__ import annotations

import re

from shipped import volume

from generator.pages import sources


def test_a_date_that_is_inferred_is_marked_in_the_list() -> None:
    """The source of 28 May 2022 does not state its year."""
    (listed,) = [page for page in sources.pages(volume("qiyang", "zh")) if page.address == "sources/"]
    lines = re.findall(r"<li>.*?</li>", listed.blocks["list"])
    marked = [line for line in lines if "（日期为推断）" in line]
    held = volume("qiyang", "zh").tables.reference.sources.values()
    assert len(marked) == sum(one.date_is == "inferred" and bool(one.published_on) for one in held) > 0
    assert "2022年5月28日" in "".join(marked)
