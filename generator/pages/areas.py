"""A page an area: who it is, how it does, by topic; and the list of all areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.page import File, Page
from generator.model.project import Project
from generator.model.reference import Area

from . import area_race, parts, portrait, rows, series
from .drawings import chart_blocks, chart_files
from .exports import figures_csv
from .narrative import periods_of, told
from .order import grouped
from .render import block, markdown
from .volume import NO_HEADLINE, Volume

FIRST_SENTENCES = 3
PROJECTS_NAMED = 60  # of an area with more, the list of projects has the others


def pages(volume: Volume) -> Iterator[Page]:
    yield _index(volume)
    for code, area in volume.tables.reference.areas.items():
        figures = volume.by_area.get(code, [])
        shown = (figures, volume.operands(figures), volume.amounts_in.get(code), volume.raced)
        yield volume.recall(("area", code), shown, partial(_page, volume, area))


def files(volume: Volume) -> Iterator[File]:
    """A CSV an area that has figures, and the files beside its charts."""
    for code, figures in volume.by_area.items():
        yield from volume.recall(("area files", code), figures, partial(_files, volume, code, figures))


def _files(volume: Volume, code: str, figures: list[Figure]) -> list[File]:
    long, _ = series.split(volume, figures)
    charts = [file for view in portrait.charts(volume, long) for file in chart_files(volume, view)]
    return [figures_csv(csv_path(volume, code), volume.tables, figures), *charts]


def csv_path(volume: Volume, code: str) -> str:
    return f"{volume.tables.bulletin.id}/areas/{code}/{code}.csv"


def _index(volume: Volume) -> Page:
    voice = volume.voice
    title = str(voice.t("Areas"))
    silent = [area for area in _current(volume) if not parts.count(volume, area.code)]
    text = markdown("areas", voice, heading=title, silent=voice.listing(voice.name(area) for area in silent))
    description = str(voice.t("Every county, district and city of this bulletin, with its figures."))
    blocks = {"finder": parts.finder(volume)}
    return Page(volume.lang, volume.tables.bulletin.id, "areas/", title, description, text, blocks, "areas")


def _current(volume: Volume) -> list[Area]:
    return [
        area for area in volume.tables.reference.areas.values() if area.valid_to is None and area.level != "province"
    ]


def _page(volume: Volume, area: Area) -> Page:
    voice, figures = volume.voice, volume.by_area.get(area.code, [])
    long, short = series.split(volume, figures)
    topics, races = portrait.topics(volume, long, short, voice.name(area)), area_race.races(volume, area)
    reports = _finding(volume, area)
    finding = races[0].sentences[0] if races else reports
    blocks = {"identity": _identity(volume, area)}
    blocks |= {name: tables for name, _, tables in topics}
    blocks |= {f"league-{one.league}": one.tables for one in races}
    blocks |= _around(volume, area, long)
    text = markdown(
        "area",
        voice,
        heading=voice.name(area),
        finding=finding,
        races=races,
        reports=reports if races else None,
        first=_first(volume, figures, long, area.code),
        topics=[(name, title) for name, title, _ in topics],
        mechanisms=[one for one in volume.tables.reference.mechanisms.values() if one.core and one.area == area.code],
        successor=volume.tables.reference.areas.get(area.successor),
        blocks=blocks,
    )
    title, description = area.name.of(volume.lang), str(finding.striptags())
    return Page(volume.lang, volume.tables.bulletin.id, f"areas/{area.code}/", title, description, text, blocks, "area")


def _identity(volume: Volume, area: Area) -> str:
    history = volume.continued_by.get(area.code, [])
    return block("identity", volume.voice, area=area, history=history, volume=volume)


def _around(volume: Volume, area: Area, long: series.Long) -> dict[str, str]:
    """What stands around its topics and leagues, as far as there is any of it."""
    found = {}
    if views := portrait.charts(volume, long):
        found["charts"] = chart_blocks(views, volume.voice, volume.cache)
    figures, amounts = volume.by_area.get(area.code, []), volume.amounts_in.get(area.code, [])
    if figures or amounts:
        found["sources"] = parts.sources(volume, [*figures, *amounts])
        found["downloads"] = parts.downloads(volume, _links(volume, area, bool(figures), bool(amounts)))
    if projects := volume.projects_in.get(area.code, ()):
        found["projects"] = _projects(volume, area, projects)
    return found


def _projects(volume: Volume, area: Area, projects: Sequence[Project]) -> str:
    """The first of its projects, each with what is stated of it last."""
    named = projects[:PROJECTS_NAMED]
    items = [(project, rows.rows(volume, _newest(volume.by_project.get(project.id, ())))) for project in named]
    more, status = len(projects) - len(named), volume.newest.project_status
    return block("project_list", volume.voice, items=items, status=status, area=area, more=more)


def _newest(amounts: Sequence[Figure]) -> list[Figure]:
    """Of each item of a project the amount of the newest period, in the order in which they first stand."""
    items = grouped(amounts, lambda figure: figure.key.concept)
    return [max(some, key=lambda figure: figure.period.sort_key) for some in items.values()]


def _links(volume: Volume, area: Area, figures: bool, amounts: bool) -> list[tuple[Markup, str, str, int]]:
    t, links = volume.voice.t, []
    if figures:
        links.append((t("All figures of this area"), f"^/{csv_path(volume, area.code)}", "CSV", 0))
    package = f"{volume.tables.bulletin.id}/data/projects/projects.zip"
    if amounts and package in volume.sizes:
        links.append((t("The data package of the projects"), f"^/{package}", "ZIP", volume.sizes[package]))
    return links


def _finding(volume: Volume, area: Area) -> Markup:
    voice = volume.voice
    every = [*volume.by_area.get(area.code, ()), *volume.amounts_in.get(area.code, ())]
    stated = [figure for figure in every if not figure.missing and not figure.computed]
    if not stated:
        return voice.t("The reports compiled here give no figure for {area}.", area=voice.name(area))
    indicators = {figure.key.concept for figure in stated}
    editions = sorted({figure.edition for figure in stated})
    figures_in_words = voice.n("{count} figure", "{count} figures", len(stated))
    indicators_in_words = voice.n("{count} indicator", "{count} indicators", len(indicators))
    return voice.t(
        "The reports compiled here give {figures} for {area}, on {indicators}, last in the edition of the {edition}.",
        figures=figures_in_words,
        area=voice.name(area),
        indicators=indicators_in_words,
        edition=voice.edition(editions[-1], inside=True),
    )


def _first(volume: Volume, figures: list[Figure], long: series.Long, code: str) -> list[tuple[Markup, Markup]]:
    """What a reader would ask first: the first figures of :func:`_asked`, in words."""
    asked: dict[str, Figure] = {}
    for figure in _asked(volume, figures, long, code):
        asked[figure.id] = figure
        if len(asked) == FIRST_SENTENCES:
            break
    return told(volume, list(asked.values()))


def _asked(volume: Volume, figures: list[Figure], long: series.Long, code: str) -> Iterator[Figure]:
    """The editors' headlines for this area, the newest of what they ask of any, then newest results."""
    yield from volume.headlines_of.get(code, ())
    asked = [one for one in long.values() if volume.headline_place(one[0]) < NO_HEADLINE]
    yield from map(series.newest, sorted(asked, key=lambda one: volume.headline_place(one[0])))
    yield from (figure for figure in periods_of(figures) if not figure.missing and figure.key.kind == "obs")
    yield from volume.amounts_in.get(code, ())
