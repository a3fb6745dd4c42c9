"""Two areas of a league that share a name: what the charts call them."""

from __future__ import annotations

from dataclasses import replace

import panel
import pytest
import races

from generator.model.text import Lang, Text
from generator.pages import Volume, league_charts
from generator.pages.charts import draw
from generator.pages.league_round import Round


def newest(lang: Lang, parents: tuple[str, str]) -> Round:
    """The newest round of the race, in which the first two areas share a name and lie in ``parents``."""
    held = races.volume(lang)
    areas = dict(held.tables.reference.areas)
    for place, parent in enumerate(parents):
        areas[panel.code(place)] = replace(areas[panel.code(place)], name=Text("临邑", "Linyi"), parent=parent)
    tables = replace(held.tables, reference=replace(held.tables.reference, areas=areas))
    volume = Volume(lang, tuple(replace(edition, tables=tables) for edition in held.editions))
    return Round(volume, volume.newest, volume.newest.leagues["race"])


FIFTH, SIXTH = panel.code(4), panel.code(5)


@pytest.mark.parametrize(
    ("lang", "parents", "names"),
    [
        ("zh", (FIFTH, SIXTH), ["临邑（第5县）", "临邑（第6县）"]),
        ("en", (FIFTH, FIFTH), [f"Linyi ({panel.code(0)})", f"Linyi ({panel.code(1)})"]),
    ],
)
def test_by_what_they_lie_in_else_by_their_codes(lang: Lang, parents: tuple[str, str], names: list[str]) -> None:
    """Each has all its marks: a rank in each of three editions, a score and its three pieces."""
    charts = league_charts.charts(newest(lang, parents))
    course = [mark.group for mark in charts["course"].marks]
    parts = [mark.label for mark in charts["parts"].marks]
    assert [course.count(name) for name in names] == [3, 3]
    assert [parts.count(name) for name in names] == [4, 4]
    assert {mark.area for mark in charts["sure"].marks if mark.label == names[0]} == {panel.code(0)}
    assert all(draw(chart, None).svg for chart in charts.values())
