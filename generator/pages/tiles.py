"""Maps of areas: tile grids (方格热力图), or outlines where the publisher of the bulletin supplies boundaries.

A tile grid has a tile of the same size for each area, placed as the bulletin's own grid has it. It shows where an area
lies among its neighbours and draws no boundary; see docs/hosting.md on why that is what is drawn unless asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil
from typing import Final, Protocol

from markupsafe import Markup

from generator.model.boundaries import Ring
from generator.model.edition import Edition
from generator.model.reference import Area
from generator.model.standing import LeagueTable

from . import heat
from .board import NOTHING, Cell, Column, Rank, exact
from .chart_kinds import ends
from .charts import Outlines, outlines
from .charts.lettering import pieces, width, wrapped
from .headlines import headlines
from .order import places
from .race import result
from .render import block
from .volume import Volume

MOST = 4  # maps of headline indicators on a page
# Of a tile, in rem, as the style sheet has it:
NAME: Final = 0.88  # type size of its name
MARK: Final = 0.75  # of the marks of a number, as a share of its own
PLACE: Final = 0.8235  # type size of what stands below its value
EDGE: Final = 0.85  # its padding and border
SIGN: Final = 0.88  # beside its name
LEAST: Final = 5.0  # its width, at least; a little less in the style sheet, for four on a phone
LONGEST: Final = 8.5  # and at most for a word of a name: a longer one breaks
WIDEST: Final = 12.0  # and for a number
LINES: Final = 4  # of a name; the rest is cut
BESIDE: Final = 30.0  # width of a map beside another; one that needs more has the page's width
_MARKED: Final = re.compile(r"(.*?)((?:\([a-z]\))*)", re.DOTALL)

Pairs = Sequence[tuple[Area, Cell]]


@dataclass(frozen=True, slots=True)
class AreaMap:
    """One map. ``rows`` is the grid from the north-west, None a place without an area; blank if there is a drawing."""

    name: str
    title: Markup  # the finding
    subtitle: Markup  # what is shown, in which unit, of which period
    rows: list[list[tuple[Area, Cell] | None]]
    main: str = ""  # the period in the subtitle: cells of another one say so
    drawing: Outlines | None = None
    cells: Pairs = ()  # of a drawing: what its numbers stand for

    @property
    def pairs(self) -> Pairs:
        """The areas with their cells, in a grid or inside outlines."""
        return [*self.cells, *(tile for row in self.rows for tile in row if tile)]

    @property
    def steps(self) -> Mapping[str, int]:
        """The fifth of each area of a drawing."""
        return {area.code: cell.step for area, cell in self.cells}


class Table(Protocol):
    """What a map is drawn from: a board of the scoreboard."""

    @property
    def columns(self) -> list[Column]: ...
    @property
    def lines(self) -> list[tuple[Area, list[Cell]]]: ...


def drawn(volume: Volume, maps: Sequence[AreaMap]) -> str:
    """The maps as a block; nothing if there are none."""
    if not maps:
        return ""
    rooms = {one.name: room(volume, one) for one in maps}
    cut = {one.name: shortened(volume, one, rooms[one.name]) for one in maps}
    wide = {one.name for one in maps if one.rows and len(one.rows[0]) * rooms[one.name] > BESIDE}
    view = {"maps": maps, "heat": heat, "boundaries": volume.tables.boundaries, "shapes": shapes(maps)}
    view |= {"rooms": {name: int(2 * rem) for name, rem in rooms.items()}, "cut": cut, "wide": wide}
    legend = heat.legend(volume.voice, [cell for one in maps for _, cell in one.pairs])
    return block("maps", volume.voice, legend=legend, **view)


def room(volume: Volume, one: AreaMap) -> float:
    """The width of each tile of a map, in half rem: the longest word or number on any of them stands on one line."""
    needs = [LEAST]
    for area, cell in (tile for row in one.rows for tile in row if tile):
        needs += [min(width(word, NAME) + SIGN + EDGE, LONGEST) for word in pieces(_plain_name(volume, area))]
        numbers = [_number(cell.value, 1), *(_number(rank.place, PLACE) for rank in cell.ranks)]
        needs += [min(wide + EDGE, WIDEST) for wide in numbers]
    return ceil(2 * max(needs)) / 2


def _number(said: Markup, size: float) -> float:
    """The width of the longest number or word, with its mark, as (p), which is set smaller."""
    pairs = [_MARKED.fullmatch(words) for words in str(said.striptags()).split(" ")]
    return max(width(pair[1], size) + width(pair[2], size * MARK) for pair in pairs if pair)


def shortened(volume: Volume, one: AreaMap, rem: float) -> set[str]:
    """The areas whose names have more lines than a tile shows."""
    free = rem - SIGN - EDGE
    names = {area.code: _plain_name(volume, area) for row in one.rows for area, _ in filter(None, row)}
    return {code for code, name in names.items() if len(wrapped(name, NAME, free)) > LINES}


def _plain_name(volume: Volume, area: Area) -> str:
    return str(volume.voice.name(area).striptags())


def shapes(maps: Sequence[AreaMap]) -> dict[str, str]:
    """The paths of all outlines, each with an id of its own: the maps of a page share them."""
    paths = (outline.path for one in maps if one.drawing for outline in one.drawing.areas.values())
    return {path: f"outline-{number}" for number, path in enumerate(dict.fromkeys(paths))}


def of_columns(volume: Volume, edition: Edition, boards: Iterable[Table]) -> list[AreaMap]:
    """The columns of an edition's headlines, in their order; only those in which areas compare."""
    asked = places(figure.key.series[2:] for figure in headlines(volume, edition))
    found = []
    for board in boards:
        for at, column in enumerate(board.columns):
            cells = [(area, cells[at]) for area, cells in board.lines]
            series = {one.figure.key.series[2:] for _, one in cells if one.figure}
            if column.period and (asked_for := series & asked.keys()):
                found.append((min(asked[one] for one in asked_for), _of_column(volume, column, cells)))
    return [one for _, one in sorted(found, key=lambda pair: pair[0]) if one][:MOST]


def _of_column(volume: Volume, column: Column, cells: Pairs) -> AreaMap | None:
    figures = [
        one.figure for _, one in cells if one.figure and exact(one.figure) is not None and one.when == column.main
    ]
    if not figures:
        return None
    voice, measure = volume.voice, volume.tables.reference.measures[column.measure]
    said = [voice.say(measure.name)] if measure.id != "level" else []
    said += [Markup("{}").format(column.unit), column.period]
    said += [voice.t("ranks: {peers}", peers=column.peers)] if column.peers else []
    title = ends(volume, sorted(figures, key=lambda figure: -(figure.value or 0)))
    shown = [(area, _ranked_among(one, column.peers)) for area, one in cells]
    blank = AreaMap(f"{column.indicator.id}-{column.measure}", title, voice.t(", ").join(said), [], column.main)
    return _placed_on(volume, blank, shown)


def _placed_on(volume: Volume, blank: AreaMap, cells: Pairs) -> AreaMap | None:
    """The map with its cells: inside outlines if all their areas have one, else on tiles, if any has a place."""
    if drawing := outlined(volume, cells):
        return replace(blank, drawing=drawing, cells=cells)
    rows = grid(volume, cells)
    return replace(blank, rows=rows) if rows else None


def _ranked_among(cell: Cell, peers: Markup) -> Cell:
    """``cell`` with no other rank than the one that the map speaks of."""
    return replace(cell, ranks=tuple(rank for rank in cell.ranks if rank.peers and rank.peers == peers))


def of_leagues(volume: Volume, edition: Edition) -> list[AreaMap]:
    return [one for table in edition.leagues.values() if (one := of_league(volume, edition, table))]


def of_league(volume: Volume, edition: Edition, table: LeagueTable) -> AreaMap | None:
    """The ranks of a league in its edition, with the scores; None if its areas have no place or no ranks."""
    league, voice, areas = table.contest.league, volume.voice, volume.tables.reference.areas
    ranks = {one.area: Decimal(one.rank) for one in table.standings.values() if one.rank is not None}
    fifths = heat.steps(ranks, "down")
    cells = [(areas[code], _placed(volume, edition, table, code, fifths.get(code, 0))) for code in table.standings]
    if not ranks:
        return None
    first = voice.areas([area for area, rank in ranks.items() if rank == min(ranks.values())])
    title = voice.t("{league}: {areas} first", league=voice.say(league.title), areas=first)
    subtitle = voice.t("rank and score, {edition}", edition=voice.edition(table.edition, inside=True))
    return _placed_on(volume, AreaMap(f"league-{league.id}", title, subtitle, []), cells)


def _placed(volume: Volume, edition: Edition, table: LeagueTable, area: str, step: int) -> Cell:
    """An area's rank as the value of its tile, the score below it."""
    rank, score = (result(edition, table, area, measure) for measure in ("rank", "score"))
    if rank is None or score is None:
        return Cell(value=volume.voice.t("not ranked"), said=True)
    points = volume.voice.figure(score, prose=False).replace("\u202f", " ")  # the unit may stand on a line of its own
    below = Rank(points, NOTHING, NOTHING)
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
    renamed = _renamed(volume, area)
    return area.tile or (renamed.tile if renamed else None)


def _renamed(volume: Volume, area: Area) -> Area | None:
    return volume.tables.reference.areas.get(area.successor) if area.succession == "renamed" else None


def outlined(volume: Volume, cells: Pairs) -> Outlines | None:
    """The cells inside the boundaries of their areas, or of the areas under their new names, among the others below the
    same parents; None if the bulletin has no boundary of one of them: a map with holes would be misread."""
    known = volume.tables.boundaries.outlines if volume.tables.boundaries else {}
    areas = volume.tables.reference.areas
    drawn: dict[str, tuple[Ring, ...]] = {}
    words = {}
    for number, (area, cell) in enumerate(cells, start=1):
        renamed = _renamed(volume, area)
        rings = known.get(area.code) or known.get(renamed.code if renamed else "")
        if not rings:
            return None
        drawn[area.code], words[area.code] = rings, _words(volume, number, area, cell)
    families = {(area.parent, area.level) for area, _ in cells}
    beside = {code for code in known if (areas[code].parent, areas[code].level) in families}
    taken = set(drawn.values())
    around = {code: known[code] for code in sorted(beside) if known[code] not in taken}
    return outlines(around | drawn, words) if drawn else None


def _words(volume: Volume, number: int, area: Area, cell: Cell) -> list[list[str]]:
    """Name and value; the same with each word on a line of its own; where there is no room for either, the number that
    the area has in the list below the map. The sign of the fifth stands with all."""
    sign, name = heat.SIGNS[cell.step].strip(), _plain_name(volume, area)
    value = f"{sign} {cell.value.striptags() or '…'}".strip()
    return [[name, value], [*name.split(), value], [f"{number} {sign}".strip()]]
