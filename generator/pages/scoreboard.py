"""The scoreboard (晾晒表): areas by indicators, ranks where a source publishes them, missing shown as missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.page import Page
from generator.model.period import Period
from generator.model.reference import Area, Indicator

from . import heat, tiles
from .board import NOTHING, Cell, Column, Stated, cell, columns_of, names, said_of, stated_in
from .render import block, markdown
from .volume import Volume
from .wording.sentences import sentence

BY_COUNTY = "by_county"  # what a source names for its counties as a whole, without a value of any of them
LEVELS = ("prefecture", "county", "zone")  # areas of one level stand together: a city is no rival of its districts
COLUMNS_A_TABLE = 30  # of more, each topic has a table of its own
AREAS_DATED_EACH = 60  # of more, a period that all cells of a column share stands in its head only
CELLS_A_LEVEL = 1500  # of more, the indicators of the headlines are shown first, then others while there is room


@dataclass(frozen=True, slots=True)
class Sight:
    """What an edition says, and of that what the edition of the quarter before said already. ``name``: of the table."""

    name: str
    now: Stated
    before: Stated


@dataclass(frozen=True, slots=True)
class Board:
    """A table of areas of one level, with the columns in which at least one of them is named."""

    name: str
    title: Markup
    columns: list[Column]
    lines: list[tuple[Area, list[Cell]]]
    legend: Markup = NOTHING


@dataclass(frozen=True, slots=True)
class Level:
    """The tables of one level, and the indicators for which they have no room."""

    code: str
    boards: list[Board]
    left: list[Indicator]


def pages(volume: Volume) -> Iterator[Page]:
    """The newest scoreboard, and the one of every edition as it stood."""
    yield _page(volume, volume.newest, _before(volume, len(volume.editions) - 1), current=True)
    for place, edition in enumerate(volume.editions):
        before = _before(volume, place)
        make = partial(_page, volume, edition, before, current=False)
        shown = (edition.figures, edition.leagues, before and before.figures)
        yield volume.recall(("scoreboard", edition.name), shown, make)


def _before(volume: Volume, place: int) -> Edition | None:
    """The edition of the quarter before; older ones say nothing of a change within a quarter."""
    before = Period.parse(volume.editions[place].name).predecessor()
    found = volume.editions[place - 1] if place else None
    return found if found and before and found.name == before.text else None


def _page(volume: Volume, edition: Edition, before: Edition | None, *, current: bool) -> Page:
    voice, bulletin = volume.voice, volume.tables.bulletin.id
    make = partial(_levels, volume, edition, before)
    levels = volume.recall(("boards", edition.name), (edition.figures, before and before.figures), make)
    boards = [board for level in levels for board in level.boards]
    maps = [*tiles.of_leagues(volume, edition), *tiles.of_columns(volume, edition, boards)]
    heading = voice.t("Scoreboard")
    if not current:
        heading = voice.t("Scoreboard, {edition}", edition=voice.edition(edition.name, inside=True))
    text = markdown(
        "scoreboard",
        voice,
        heading=heading,
        levels=[(level, voice.levels(level.code)) for level in levels],
        edition=None if current else edition,
        maps=maps,
        silent=_silent(volume, boards),
        unpublished=_unpublished(volume, edition),
    )
    description = str(voice.t("Areas side by side: published values and ranks, with what is missing shown as missing."))
    blocks = {f"board-{level.code}": _drawn(volume, edition, level) for level in levels}
    if maps:
        blocks["maps"] = tiles.drawn(volume, maps)
    address = "scoreboard/" if current else f"editions/{edition.name}/scoreboard/"
    return Page(volume.lang, bulletin, address, str(heading.striptags()), description, text, blocks, "scoreboard")


def _silent(volume: Volume, boards: Iterable[Board]) -> Markup:
    """The counties that stand on none of ``boards``."""
    shown = {area.code for board in boards for area, _ in board.lines}
    return volume.voice.listing(volume.voice.name(one) for one in _areas(volume, "county") if one.code not in shown)


def _unpublished(volume: Volume, edition: Edition) -> list[Markup]:
    """What the edition says is not published by county."""
    figures = (one for one in edition.figures.values() if one.key.breakdown == BY_COUNTY and one.missing)
    return [sentence(volume.voice, one) for one in figures]


def extract(volume: Volume, indicators: Collection[str], whole: str) -> str:
    """The HTML of the newest scoreboard, of ``indicators`` and the areas in ``whole`` only; empty if it has none."""
    reference, boards = volume.tables.reference, []
    asked = (figure for figure in volume.of_kind.get("obs", ()) if figure.key.concept in indicators)
    sight = Sight(" ".join([whole, *sorted(indicators)]), stated_in(asked), {})
    columns = columns_of(volume, sight.now)
    for code in LEVELS:
        areas = [area for area in _areas(volume, code) if reference.lies_in(area.code, whole)]
        boards.append(_board(volume, sight, Board(code, volume.voice.levels(code), columns, []), areas, large=False))
    return "".join(block("scoreboard", volume.voice, board=one, heat=heat) for one in boards if one.lines)


def _drawn(volume: Volume, edition: Edition, level: Level) -> str:
    """The HTML of the tables of a level: the same on the newest scoreboard and on that of its edition."""
    make = partial(block, "scoreboard", volume.voice, heat=heat)
    tables = (volume.recall(("board", edition.name, one.name), one, partial(make, board=one)) for one in level.boards)
    return "".join(tables)


def _levels(volume: Volume, edition: Edition, before: Edition | None) -> list[Level]:
    """The levels that have something to show, from the province's cities down."""
    now, known = stated_in(edition.figures.values()), before.figures if before else {}
    earlier = {spot: [one for one in some if one.id in known] for spot, some in now.items()} if known else {}
    sight = Sight(edition.name, now, earlier)  # both as they stand now
    return [level for code in LEVELS if (level := _level(volume, sight, code)).boards]


def _level(volume: Volume, sight: Sight, code: str) -> Level:
    """One table, or one a topic if it would be too wide; of the indicators those that fit."""
    areas, title = _areas(volume, code), volume.voice.levels(code)
    every = columns_of(volume, sight.now)
    columns = [column for column in every if any(names(sight.now, area, column) for area in areas)]
    kept = _fitting(volume, columns, len(areas))
    shown = {column.indicator.id for column in kept}
    left = {column.indicator.id: column.indicator for column in columns if column.indicator.id not in shown}
    parts = {code: (title, kept)}
    if len(kept) > COLUMNS_A_TABLE:
        parts = {
            f"{code}-{topic}": (
                volume.voice.t("{level}, {topic}", level=title, topic=name),
                [column for column in kept if column.indicator.topic == topic],
            )
            for topic, name in volume.topics()
        }
    large = len(columns) > COLUMNS_A_TABLE or len(areas) > AREAS_DATED_EACH
    empty = [Board(name, title, some, []) for name, (title, some) in parts.items()]
    boards = [_board(volume, sight, one, areas, large) for one in empty]
    return Level(code, [board for board in boards if board.lines], list(left.values()))


def _fitting(volume: Volume, columns: list[Column], areas: int) -> list[Column]:
    """The columns that fit on a page: all, or those of the headlines and the next ones, in page order."""
    if len(columns) * areas <= CELLS_A_LEVEL:
        return columns
    asked = sorted(range(len(columns)), key=lambda place: volume.concept_place(columns[place].indicator.id))
    return [columns[place] for place in sorted(asked[: max(1, CELLS_A_LEVEL // areas)])]


def _board(volume: Volume, sight: Sight, empty: Board, areas: list[Area], large: bool) -> Board:
    """``empty`` with its lines; what enough cells of a column share stands in its head."""
    lines = [(area, [_cell(volume, sight, area, column) for column in empty.columns]) for area in areas]
    lines = [(area, cells) for area, cells in lines if any(one.said for one in cells)]
    compared = [
        heat.compared(column, [cells[place] for _, cells in lines], large) for place, column in enumerate(empty.columns)
    ]
    lines = [(area, [cells[at] for _, cells in compared]) for at, (area, _) in enumerate(lines)]
    heated = [one for _, cells in lines for one in cells if one.step]
    legend = heat.legend(volume.voice, heated) if heated else NOTHING
    return replace(empty, columns=[column for column, _ in compared], lines=lines, legend=legend)


def _cell(volume: Volume, sight: Sight, area: Area, column: Column) -> Cell:
    spot = (area.code, column.indicator.id)
    make = partial(_made, volume, sight, area, column)
    said = (sight.now.get(spot), sight.before.get(spot))
    return volume.recall(("cell", sight.name, *spot, column.measure), said, make)


def _made(volume: Volume, sight: Sight, area: Area, column: Column) -> Cell:
    return cell(volume, said_of(sight.now, area, column), said_of(sight.before, area, column))


def _areas(volume: Volume, level: str) -> list[Area]:
    return [area for area in volume.tables.reference.areas.values() if area.level == level and area.valid_to is None]
