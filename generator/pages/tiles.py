"""Tile-grid maps (方格热力图): each area a tile of the same size, placed as the bulletin's own grid has it.

A tile grid shows where an area lies among its neighbours and draws no boundary; see docs/hosting.md on why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.reference import Area
from generator.model.standing import LeagueTable

from . import heat
from .board import NOTHING, Cell, Column, Rank, exact
from .chart_kinds import ends
from .order import places
from .parts import headlines
from .race import result
from .render import block
from .volume import Volume

MOST = 4  # maps of headline indicators on a page


@dataclass(frozen=True, slots=True)
class TileMap:
    """One map. ``rows`` is the grid from the north-west; None is a place without an area."""

    name: str
    title: Markup  # the finding
    subtitle: Markup  # what is shown, in which unit, of which period
    rows: list[list[tuple[Area, Cell] | None]]
    main: str = ""  # the period in the subtitle: cells of another one say so


Pairs = Sequence[tuple[Area, Cell]]


class Table(Protocol):
    """What a map is drawn from: a board of the scoreboard."""

    @property
    def columns(self) -> list[Column]: ...
    @property
    def lines(self) -> list[tuple[Area, list[Cell]]]: ...


def drawn(volume: Volume, maps: Sequence[TileMap]) -> str:
    """The maps as a block; nothing if there are none."""
    return block("tiles", volume.voice, maps=maps, heat=heat) if maps else ""


def of_columns(volume: Volume, edition: Edition, boards: Iterable[Table]) -> list[TileMap]:
    """The columns of an edition's headlines, in their order; only those in which areas compare."""
    asked = places(figure.key.series[2:] for figure in headlines(edition))
    found = []
    for board in boards:
        for at, column in enumerate(board.columns):
            cells = [(area, cells[at]) for area, cells in board.lines]
            series = {one.figure.key.series[2:] for _, one in cells if one.figure}
            if column.period and (asked_for := series & asked.keys()):
                found.append((min(asked[one] for one in asked_for), _of_column(volume, column, cells)))
    return [one for _, one in sorted(found, key=lambda pair: pair[0]) if one][:MOST]


def _of_column(volume: Volume, column: Column, cells: Pairs) -> TileMap | None:
    rows = grid(volume, [(area, _ranked_among(one, column.peers)) for area, one in cells])
    figures = [
        one.figure for _, one in cells if one.figure and exact(one.figure) is not None and one.when == column.main
    ]
    if not rows or not figures:
        return None
    voice, measure = volume.voice, volume.tables.reference.measures[column.measure]
    said = [voice.say(measure.name)] if measure.id != "level" else []
    said += [Markup("{}").format(column.unit), column.period]
    said += [voice.t("ranks: {peers}", peers=column.peers)] if column.peers else []
    title = ends(volume, sorted(figures, key=lambda figure: -(figure.value or 0)))
    return TileMap(f"{column.indicator.id}-{column.measure}", title, voice.t(", ").join(said), rows, column.main)


def _ranked_among(cell: Cell, peers: Markup) -> Cell:
    """``cell`` with no other rank than the one that the map speaks of."""
    return replace(cell, ranks=tuple(rank for rank in cell.ranks if rank.peers and rank.peers == peers))


def of_leagues(volume: Volume, edition: Edition) -> list[TileMap]:
    return [one for table in edition.leagues.values() if (one := of_league(volume, edition, table))]


def of_league(volume: Volume, edition: Edition, table: LeagueTable) -> TileMap | None:
    """The ranks of a league in its edition, with the scores; None if its areas have no tiles or no ranks."""
    league, voice, areas = table.contest.league, volume.voice, volume.tables.reference.areas
    ranks = {one.area: Decimal(one.rank) for one in table.standings.values() if one.rank is not None}
    fifths = heat.steps(ranks, "down")
    cells = [(areas[code], _placed(volume, edition, table, code, fifths.get(code, 0))) for code in table.standings]
    rows = grid(volume, cells)
    if not rows or not ranks:
        return None
    first = voice.listing(voice.area(area) for area, rank in ranks.items() if rank == min(ranks.values()))
    title = voice.t("{league}: {areas} first", league=voice.say(league.title), areas=first)
    subtitle = voice.t("rank and score, {edition}", edition=voice.edition(table.edition, inside=True))
    return TileMap(f"league-{league.id}", title, subtitle, rows)


def _placed(volume: Volume, edition: Edition, table: LeagueTable, area: str, step: int) -> Cell:
    """An area's rank as the value of its tile, the score below it."""
    rank, score = (result(edition, table, area, measure) for measure in ("rank", "score"))
    if rank is None or score is None:
        return Cell(value=volume.voice.t("not ranked"), said=True)
    below = Rank(volume.voice.figure(score, prose=False), NOTHING, NOTHING)
    return Cell(value=volume.voice.figure(rank, prose=False), ranks=(below,), said=True, figure=rank, step=step)


def grid(volume: Volume, cells: Pairs) -> list[list[tuple[Area, Cell] | None]]:
    """The cells at their tiles, a list a row from the north, without empty rows and columns around them."""
    found = {tile: (area, cell) for area, cell in cells if (tile := _tile(volume, area))}
    if not found:
        return []
    rows, columns = zip(*found, strict=True)
    return [
        [found.get((row, column)) for column in range(min(columns), max(columns) + 1)]
        for row in range(min(rows), max(rows) + 1)
    ]


def _tile(volume: Volume, area: Area) -> tuple[int, int] | None:
    """The tile of an area, or of the area under its new name."""
    renamed = area.succession == "renamed" and volume.tables.reference.areas.get(area.successor)
    return area.tile or (renamed.tile if renamed else None)
