"""The scoreboard (晾晒表): areas by indicators, ranks where a source publishes them, missing shown as missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.page import Page
from generator.model.reference import Area, Indicator

from .board import NOTHING, Cell, Column, Stated, cell, columns_of, said_of, stated_in
from .render import block, markdown
from .volume import Volume
from .wording.sentences import sentence

BY_COUNTY = "by_county"  # what a source names for its counties as a whole, without a value of any of them
LEVELS = ("prefecture", "county", "zone")  # areas of one level stand together: a city is no rival of its districts
COLUMNS_A_TABLE = 30  # of more, each topic has a table of its own
AREAS_DATED_EACH = 60  # of more, a period that all cells of a column share stands in its head only
CELLS_A_LEVEL = 1500  # of more, the indicators of the headlines are shown first, then others while there is room


@dataclass(frozen=True, slots=True)
class Board:
    """A table of areas of one level, with the columns in which at least one of them is named."""

    name: str
    title: Markup
    columns: list[Column]
    lines: list[tuple[Area, list[Cell]]]


@dataclass(frozen=True, slots=True)
class Level:
    """The tables of one level, and the indicators for which they have no room."""

    code: str
    boards: list[Board]
    left: list[Indicator]


def pages(volume: Volume) -> Iterator[Page]:
    """The newest scoreboard, and the one of every edition as it stood."""
    yield _page(volume, volume.newest, "scoreboard/", current=True)
    for edition in volume.editions:
        address = f"editions/{edition.name}/scoreboard/"
        make = partial(_page, volume, edition, address, current=False)
        yield volume.recall(("scoreboard", edition.name), edition.figures, make)


def _page(volume: Volume, edition: Edition, address: str, *, current: bool) -> Page:
    voice = volume.voice
    levels = volume.recall(("boards", edition.name), edition.figures, partial(_levels, volume, edition))
    shown = {area.code for level in levels for board in level.boards for area, _ in board.lines}
    silent = [area for area in _areas(volume, "county") if area.code not in shown]
    heading = voice.t("Scoreboard")
    if not current:
        heading = voice.t("Scoreboard, {edition}", edition=voice.edition(edition.name, inside=True))
    text = markdown(
        "scoreboard",
        voice,
        heading=heading,
        levels=[(level, voice.levels(level.code)) for level in levels],
        edition=None if current else edition,
        silent=voice.listing(voice.name(area) for area in silent),
        unpublished=[
            sentence(voice, figure)
            for figure in edition.figures.values()
            if figure.key.breakdown == BY_COUNTY and figure.missing
        ],
    )
    description = str(voice.t("Areas side by side: published values and ranks, with what is missing shown as missing."))
    blocks = {
        f"board-{level.code}": "".join(block("scoreboard", voice, board=board) for board in level.boards)
        for level in levels
    }
    title = str(heading.striptags())
    return Page(volume.lang, volume.tables.bulletin.id, address, title, description, text, blocks, "scoreboard")


def _levels(volume: Volume, edition: Edition) -> list[Level]:
    """The levels that have something to show, from the province's cities down."""
    stated = stated_in(edition)
    return [level for code in LEVELS if (level := _level(volume, stated, code)).boards]


def _level(volume: Volume, stated: Stated, code: str) -> Level:
    """One table, or one a topic if it would be too wide; of the indicators those that fit."""
    areas, title = _areas(volume, code), volume.voice.levels(code)
    columns = [column for column in columns_of(volume, stated) if any(said_of(stated, area, column) for area in areas)]
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
    boards = [_board(volume, stated, one, areas, large) for one in empty]
    return Level(code, [board for board in boards if board.lines], list(left.values()))


def _fitting(volume: Volume, columns: list[Column], areas: int) -> list[Column]:
    """The columns that fit on a page: all, or those of the headlines and the next ones, in page order."""
    if len(columns) * areas <= CELLS_A_LEVEL:
        return columns
    asked = sorted(range(len(columns)), key=lambda place: volume.concept_place(columns[place].indicator.id))
    return [columns[place] for place in sorted(asked[: max(1, CELLS_A_LEVEL // areas)])]


def _board(volume: Volume, stated: Stated, empty: Board, areas: list[Area], large: bool) -> Board:
    """``empty`` with its lines; in a ``large`` one a period that all cells of a column share stands in its head."""
    lines = [
        (area, [cell(volume, said_of(stated, area, column), column) for column in empty.columns]) for area in areas
    ]
    lines = [(area, cells) for area, cells in lines if any(cell.said for cell in cells)]
    columns = [_dated(column, place, lines, large) for place, column in enumerate(empty.columns)]
    return replace(empty, columns=columns, lines=lines)


def _areas(volume: Volume, level: str) -> list[Area]:
    return [area for area in volume.tables.reference.areas.values() if area.level == level and area.valid_to is None]


def _dated(column: Column, place: int, lines: list[tuple[Area, list[Cell]]], large: bool) -> Column:
    said = {cells[place].when: cells[place].period for _, cells in lines if cells[place].said}
    comparable = len(said) == 1 and len(lines) > 1
    return replace(column, comparable=comparable, period=next(iter(said.values())) if comparable and large else NOTHING)
