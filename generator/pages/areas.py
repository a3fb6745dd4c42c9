"""A page an area: who it is, how it does, by topic; and the list of all areas."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.page import File, Page
from generator.model.reference import Area

from . import parts, rows
from .exports import figures_csv
from .narrative import periods_of, told
from .render import block, markdown
from .volume import Volume

FIRST_SENTENCES = 3


def pages(volume: Volume) -> Iterator[Page]:
    yield _index(volume)
    for area in volume.tables.reference.areas.values():
        yield _page(volume, area)


def files(volume: Volume) -> Iterator[File]:
    """A CSV an area that has figures."""
    for code, figures in volume.by_area.items():
        yield figures_csv(csv_path(volume, code), volume.tables, figures)


def csv_path(volume: Volume, code: str) -> str:
    return f"{volume.tables.bulletin.id}/areas/{code}/{code}.csv"


def _index(volume: Volume) -> Page:
    voice = volume.voice
    title = str(voice.t("Areas"))
    silent = [area for area in _current(volume) if not parts.count(volume, area.code)]
    text = markdown(
        "areas",
        voice,
        heading=title,
        silent=voice.listing(voice.name(area) for area in silent),
    )
    description = str(voice.t("Every county, district and city of this bulletin, with its figures."))
    return Page(
        volume.lang,
        volume.tables.bulletin.id,
        "areas/",
        title,
        description,
        text,
        {"finder": parts.finder(volume)},
        "areas",
    )


def _current(volume: Volume) -> list[Area]:
    return [
        area for area in volume.tables.reference.areas.values() if area.valid_to is None and area.level != "province"
    ]


def _page(volume: Volume, area: Area) -> Page:
    voice, figures = volume.voice, volume.by_area.get(area.code, [])
    groups = rows.by_topic(volume, figures)
    topics = [(f"t{place}", group.title) for place, group in enumerate(groups, start=1)]
    blocks = {"identity": block("identity", voice, area=area, history=_history(volume, area), volume=volume)}
    for name, group in zip((name for name, _ in topics), groups, strict=True):
        caption = voice.t("{topic}: {area}", topic=group.title, area=voice.name(area))
        blocks[name] = rows.table(volume, name, caption, [rows.Group(Markup(""), group.rows)], rows.Look())
    amounts = volume.amounts_in.get(area.code, [])
    if figures or amounts:
        blocks["sources"] = parts.sources(volume, [*figures, *amounts])
        blocks["downloads"] = parts.downloads(volume, _links(volume, area, bool(figures), bool(amounts)))
    projects = [project for project in volume.tables.projects.values() if project.area == area.code]
    if projects:
        items = [(project, rows.rows(volume, volume.by_project.get(project.id, ()))) for project in projects]
        blocks["projects"] = block("project_list", voice, items=items, status=volume.newest.project_status)
    text = markdown(
        "area",
        voice,
        heading=voice.name(area),
        finding=_finding(volume, area),
        first=_first(volume, figures, amounts),
        topics=topics,
        projects=bool(projects),
        figures=bool(figures or amounts),
        successor=volume.tables.reference.areas.get(area.successor),
    )
    title = area.name.of(volume.lang)
    description = str(_finding(volume, area).striptags())
    return Page(volume.lang, volume.tables.bulletin.id, f"areas/{area.code}/", title, description, text, blocks, "area")


def _links(volume: Volume, area: Area, figures: bool, amounts: bool) -> list[tuple[Markup, str, str, int]]:
    t, links = volume.voice.t, []
    if figures:
        links.append((t("All figures of this area"), f"^/{csv_path(volume, area.code)}", "CSV", 0))
    package = f"{volume.tables.bulletin.id}/data/projects/projects.zip"
    sizes = {file.path: len(file.content) for file in volume.packages}
    if amounts and package in sizes:
        links.append((t("The data package of the projects"), f"^/{package}", "ZIP", sizes[package]))
    return links


def _finding(volume: Volume, area: Area) -> Markup:
    voice = volume.voice
    every = [*volume.by_area.get(area.code, ()), *volume.amounts_in.get(area.code, ())]
    stated = [figure for figure in every if not figure.missing]
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


def _first(volume: Volume, figures: list[Figure], amounts: list[Figure]) -> list[tuple[Markup, Markup]]:
    """What a reader would ask first: the editors' headlines for this area, else its newest results."""
    chosen = [
        edition.figures[name]
        for edition in reversed(volume.editions)
        for name in edition.release.headlines
        if name in edition.figures
    ]
    mine = [figure for figure in chosen if figure in figures and not figure.missing]
    newest = [figure for figure in periods_of(figures) if not figure.missing and figure.key.kind == "obs"]
    wanted = list(dict.fromkeys(figure.id for figure in [*mine, *newest, *amounts]))[:FIRST_SENTENCES]
    return told(volume, [volume.newest.figures[name] for name in wanted])


def _history(volume: Volume, area: Area) -> list[Area]:
    """The codes that this area continues, oldest first."""
    before = [other for other in volume.tables.reference.areas.values() if other.successor == area.code]
    return sorted(before, key=lambda other: other.code)
