"""The scoreboard (晾晒表): areas by indicators, ranks where a source publishes them, missing shown as missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.page import Page
from generator.model.period import Period
from generator.model.reference import Area, Indicator

from .render import block, markdown
from .volume import Volume
from .wording.sentences import peers, sentence

NOTHING = Markup("")
RANK_OF = {"level": ("rank_level", "rank"), "growth_yoy": ("rank_growth_yoy",), "share": ()}
BY_COUNTY = "by_county"  # what a source names for its counties as a whole, without a value of any of them
LEVELS = ("prefecture", "county", "zone")  # areas of one level stand together: a city is no rival of its districts


@dataclass(frozen=True, slots=True)
class Column:
    """One measure of one indicator."""

    indicator: Indicator
    measure: str
    unit: str
    comparable: bool = False  # all values of one period: only then may a reader sort by it


@dataclass(frozen=True, slots=True)
class Cell:
    """What an area shows in a column: a value and the rank of the same period. Empty where the sources say nothing."""

    value: Markup = NOTHING
    rank: Markup = NOTHING
    peers: Markup = NOTHING
    period: Markup = NOTHING
    when: str = ""
    said: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """The areas of one level, with the columns in which at least one of them is named."""

    level: str
    columns: list[Column]
    lines: list[tuple[Area, list[Cell]]]


def pages(volume: Volume) -> Iterator[Page]:
    """The newest scoreboard, and the one of every edition as it stood."""
    yield _page(volume, volume.newest, "scoreboard/", current=True)
    for edition in volume.editions:
        yield _page(volume, edition, f"editions/{edition.name}/scoreboard/", current=False)


def _page(volume: Volume, edition: Edition, address: str, *, current: bool) -> Page:
    voice = volume.voice
    boards = [board for level in LEVELS if (board := _board(volume, edition, level)).lines]
    shown = {area.code for board in boards for area, _ in board.lines}
    silent = [area for area in _areas(volume, "county") if area.code not in shown]
    heading = voice.t("Scoreboard")
    if not current:
        heading = voice.t("Scoreboard, {edition}", edition=voice.edition(edition.name, inside=True))
    text = markdown(
        "scoreboard",
        voice,
        heading=heading,
        boards=[(board.level, voice.levels(board.level)) for board in boards],
        edition=None if current else edition,
        silent=voice.listing(voice.name(area) for area in silent),
        unpublished=[
            sentence(voice, figure)
            for figure in edition.figures.values()
            if figure.key.breakdown == BY_COUNTY and figure.missing
        ],
    )
    description = str(voice.t("Areas side by side: published values and ranks, with what is missing shown as missing."))
    blocks = {f"board-{board.level}": block("scoreboard", voice, board=board) for board in boards}
    title = str(heading.striptags())
    return Page(volume.lang, volume.tables.bulletin.id, address, title, description, text, blocks, "scoreboard")


def _board(volume: Volume, edition: Edition, level: str) -> Board:
    areas = _areas(volume, level)
    figures = _stated(edition, {area.code for area in areas})
    columns = [column for column in _columns(volume, edition) if any(_in(figures, area, column) for area in areas)]
    lines = [(area, [_cell(volume, _in(figures, area, column), column) for column in columns]) for area in areas]
    lines = [(area, cells) for area, cells in lines if any(cell.said for cell in cells)]
    return Board(level, [_sortable(column, place, lines) for place, column in enumerate(columns)], lines)


def _areas(volume: Volume, level: str) -> list[Area]:
    return [area for area in volume.tables.reference.areas.values() if area.level == level and area.valid_to is None]


Stated = dict[tuple[str, str], list[Figure]]  # area and indicator -> figures


def _stated(edition: Edition, codes: set[str]) -> Stated:
    found: Stated = {}
    for figure in edition.figures.values():
        if figure.key.kind == "obs" and figure.key.breakdown == TOTAL and figure.key.subject in codes:
            found.setdefault((figure.key.subject, figure.key.concept), []).append(figure)
    return found


def _in(figures: Stated, area: Area, column: Column) -> list[Figure]:
    """What is said of an area in a column: values, and ranks by them."""
    wanted = {column.measure, *RANK_OF[column.measure]}
    return [figure for figure in figures.get((area.code, column.indicator.id), ()) if figure.key.measure in wanted]


def _columns(volume: Volume, edition: Edition) -> list[Column]:
    """Measures that a source ranks, or gives for several areas; in page order."""
    areas: dict[tuple[str, str], set[str]] = {}
    for figure in edition.figures.values():
        if figure.key.kind == "obs" and figure.key.breakdown == TOTAL:
            areas.setdefault((figure.key.concept, figure.key.measure), set()).add(figure.key.subject)
    wanted = []
    for indicator in volume.tables.reference.indicators.values():
        for measure, ranks in RANK_OF.items():
            ranked = any((indicator.id, rank) in areas for rank in ranks)
            if ranked or len(areas.get((indicator.id, measure), ())) > 1:
                wanted.append(Column(indicator, measure, _unit(volume, indicator, measure)))
    return wanted


def _unit(volume: Volume, indicator: Indicator, measure: str) -> str:
    unit = volume.tables.reference.measures[measure].unit or indicator.unit
    return volume.tables.reference.units[unit].name.of(volume.lang)


def _cell(volume: Volume, figures: list[Figure], column: Column) -> Cell:
    """The newest period that has both value and rank, else the newest that has either; never two periods in one."""
    voice = volume.voice
    values = {figure.period: figure for figure in figures if figure.key.measure == column.measure}
    ranks = {figure.period: figure for figure in figures if figure.key.measure != column.measure}
    if not figures:
        return Cell()
    best = max(
        {**values, **ranks},
        key=lambda period: (period in values and period in ranks, _known(values, ranks, period), period.sort_key),
    )
    value, rank = values.get(best), ranks.get(best)
    place = voice.figure(rank, prose=False) if rank else NOTHING
    return Cell(
        value=voice.figure(value, prose=False, unit=False) if value else place,  # a place may be all that is published
        rank=place if value else NOTHING,
        peers=peers(voice, rank) if rank and not rank.missing else NOTHING,
        period=voice.time(best),
        when=best.text,
        said=True,
    )


def _known(values: dict[Period, Figure], ranks: dict[Period, Figure], period: Period) -> bool:
    """True if anything said of the period has a value."""
    return any(found.get(period) is not None and not found[period].missing for found in (values, ranks))


def _sortable(column: Column, place: int, lines: list[tuple[Area, list[Cell]]]) -> Column:
    periods = {cells[place].when for _, cells in lines if cells[place].said}
    return replace(column, comparable=len(periods) == 1 and len(lines) > 1)
