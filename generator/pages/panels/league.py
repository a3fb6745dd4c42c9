"""A league table as a mechanism (排行榜): the results that sources state, and those of the bulletin's own leagues."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.mechanism import Mechanism
from generator.model.standing import LeagueTable

from .. import league_words, race
from ..league_round import Round
from ..volume import Volume
from . import newest
from .panel import Panel, Section


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The leagues that carry out the mechanism (the one of its id, else those that score its indicators), with their
    first places; where the bulletin has none, what is missing for one."""
    voice, tables = volume.voice, list(_tables(volume, mechanism))
    results = [
        one for table in tables for area in table.standings if (one := race.result(volume.newest, table, area, "rank"))
    ]
    if not tables:
        text = voice.t(
            "No league table is computed for this mechanism, for want of its indicators, weights or values: a result "
            "stands here only as a source announces it."
        )
        return Panel(newest.told(volume, mechanism), (Section("league", voice.t("League table"), (text,)),))
    finding = voice.passage(league_words.finding(Round(volume, volume.newest, table)) for table in tables)
    section = Section("league", voice.t("League table"), block=race.top(volume, volume.newest, tables))
    return Panel(finding, (section,), tuple(results))


def _tables(volume: Volume, mechanism: Mechanism) -> Iterator[LeagueTable]:
    leagues = volume.newest.leagues
    if mechanism.id in leagues:
        yield leagues[mechanism.id]
        return
    for table in leagues.values():
        scored = {series.indicator for series in table.contest.series.values()}
        if scored & set(mechanism.indicators):
            yield table
