"""The scoreboard (晾晒表): areas by indicators, ranks where a source publishes them, missing shown as missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.page import Page
from generator.model.reference import Area, Indicator

from .render import block, markdown
from .rows import href
from .volume import Volume

RANKS = ("rank_level", "rank_growth_yoy", "rank")
RANK_OF = {"level": "rank_level", "growth_yoy": "rank_growth_yoy"}


@dataclass(frozen=True, slots=True)
class Column:
    """One measure of one indicator."""

    indicator: Indicator
    measure: str
    unit: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What an area shows in a column; all empty where the sources say nothing."""

    value: Markup
    period: Markup
    rank: Markup
    href: str
    said: bool


def pages(volume: Volume) -> Iterator[Page]:
    """The newest scoreboard, and the one of every edition as it stood."""
    yield _page(volume, volume.newest, "scoreboard/", current=True)
    for edition in volume.editions:
        yield _page(volume, edition, f"editions/{edition.name}/scoreboard/", current=False)


def _page(volume: Volume, edition: Edition, address: str, *, current: bool) -> Page:
    voice = volume.voice
    columns = _columns(volume, edition)
    lines = [
        (area, [_cell(volume, edition, area, column) for column in columns])
        for area in _areas(volume, edition, columns)
    ]
    silent = [area for area in _counties(volume) if area not in [area for area, _ in lines]]
    title = str(voice.t("Scoreboard"))
    if not current:
        title = str(voice.t("Scoreboard, {edition}", edition=voice.edition(edition.name)).striptags())
    text = markdown(
        "scoreboard",
        voice,
        heading=title,
        lines=bool(lines),
        edition=None if current else edition,
        silent=voice.listing(voice.name(area) for area in silent),
    )
    description = str(voice.t("Areas side by side: published values and ranks, with what is missing shown as missing."))
    blocks = {"board": block("scoreboard", voice, columns=columns, lines=lines)} if lines else {}
    return Page(volume.lang, volume.tables.bulletin.id, address, title, description, text, blocks, "scoreboard")


def _columns(volume: Volume, edition: Edition) -> list[Column]:
    """Measures that a source ranks, compares among areas, or names as part of a scoreboard; in page order."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in edition.figures.values():
        if figure.key.kind == "obs" and figure.key.breakdown in {TOTAL, "by_county"}:
            found.setdefault((figure.key.concept, figure.key.measure), []).append(figure)
    wanted = []
    for indicator in volume.tables.reference.indicators.values():
        for measure in ("level", "growth_yoy", "share"):
            figures = found.get((indicator.id, measure), [])
            ranked = bool(found.get((indicator.id, RANK_OF.get(measure, "")), []))
            areas = {figure.key.subject for figure in figures}
            compared = any(figure.key.breakdown == "by_county" for figure in figures)
            if ranked or len(areas) > 1 or compared:
                wanted.append(Column(indicator, measure, _unit(volume, indicator, figures)))
    return wanted


def _unit(volume: Volume, indicator: Indicator, figures: list[Figure]) -> str:
    unit = figures[0].unit if figures else volume.tables.reference.units[indicator.unit]
    return unit.name.of(volume.lang)


def _areas(volume: Volume, edition: Edition, columns: list[Column]) -> list[Area]:
    wanted = {(column.indicator.id, measure) for column in columns for measure in (column.measure, *RANKS)}
    known = {
        figure.key.subject
        for figure in edition.figures.values()
        if (figure.key.concept, figure.key.measure) in wanted and figure.key.kind == "obs"
    }
    home = list(volume.tables.bulletin.home)
    areas = [area for area in volume.tables.reference.areas.values() if area.code in known]
    return sorted(areas, key=lambda area: (area.code not in home, area.code))


def _counties(volume: Volume) -> list[Area]:
    return [area for area in volume.tables.reference.areas.values() if area.level == "county" and area.valid_to is None]


def _cell(volume: Volume, edition: Edition, area: Area, column: Column) -> Cell:
    voice = volume.voice
    figures = [
        figure
        for figure in edition.figures.values()
        if figure.key.kind == "obs"
        and figure.key.subject == area.code
        and figure.key.concept == column.indicator.id
        and figure.key.breakdown in {TOTAL, "by_county"}
    ]
    value = _newest([figure for figure in figures if figure.key.measure == column.measure])
    rank = _newest([figure for figure in figures if figure.key.measure == RANK_OF.get(column.measure)])
    shown = value or rank
    if shown is None:
        return Cell(Markup(""), Markup(""), Markup(""), "", False)
    return Cell(
        value=voice.figure(value, prose=False, unit=False) if value else Markup(""),
        period=voice.time(shown.period),
        rank=voice.figure(rank, prose=False) if rank and not rank.missing else Markup(""),
        href=href(volume, shown),
        said=True,
    )


def _newest(figures: list[Figure]) -> Figure | None:
    """The value of the latest period; a stated value before a missing one of the same end."""
    return max(figures, key=lambda figure: (not figure.missing, figure.period.sort_key), default=None)
