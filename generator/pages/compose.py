"""All pages and page files of a bulletin in one language, in the order of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.page import File, Page

from . import areas, data, front, glossary, guides, indicators, projects, revisions, rows, scoreboard, sources
from .charting import charts
from .volume import Volume

_KINDS = (front, areas, indicators, scoreboard, projects, sources, glossary, revisions, data, guides)


@dataclass(frozen=True, slots=True)
class Composition:
    """What pages hand to the site room for one bulletin in one language."""

    pages: tuple[Page, ...]
    files: tuple[File, ...]
    figures: Mapping[str, tuple[str, str]]  # figure id -> address of its row, and what to know of it in words
    nav: tuple[tuple[str, str], ...]  # title and address of each section
    charts: int


def compose(volume: Volume) -> Composition:
    pages = tuple(page for kind in _KINDS for page in kind.pages(volume))
    files = tuple(indicators.files(volume)) + (tuple(areas.files(volume)) if volume.lang == "zh" else ())
    drawn = sum(
        len(charts(volume, volume.tables.reference.indicators[name], figures))
        for name, figures in volume.by_indicator.items()
    )
    return Composition(pages, files, _links(volume), nav(volume), drawn)


def nav(volume: Volume) -> tuple[tuple[str, str], ...]:
    """The sections in the masthead: seven or fewer short words. Index pages list the members."""
    t = volume.voice.t
    sections = [(t("This quarter"), ""), (t("Areas"), "areas/"), (t("Indicators"), "indicators/")]
    sections.append((t("Scoreboard"), "scoreboard/"))
    if volume.tables.projects:
        sections.append((t("Projects"), "projects/"))
    sections += [(t("Data"), "data/"), (t("Method"), "method/")]
    return tuple((str(title), address) for title, address in sections)


def _links(volume: Volume) -> dict[str, tuple[str, str]]:
    return {
        figure.id: (rows.href(volume, figure), _about(volume, figure.id)) for figure in volume.newest.figures.values()
    }


def _about(volume: Volume, name: str) -> str:
    """What a figure in prose opens: period, status, bound, source or formula."""
    figure, voice = volume.newest.figures[name], volume.voice
    source = volume.tables.reference.sources.get(figure.source)
    origin = voice.source(source) if source else voice.t("computed by us: {formula}", formula=voice.say(figure.formula))
    parts = [voice.time(figure.period)]
    if figure.bound != "exact":
        parts.append(voice.bound(figure.bound))
    if figure.status != "A":
        parts.append(voice.status(figure.status))
    parts.append(origin)
    if figure.note:
        parts.append(voice.say(figure.note))
    return str(voice.t("; ").join(part.striptags() for part in parts))


def edition_name(volume: Volume) -> str:
    """The newest edition as the masthead names it."""
    return str(volume.voice.edition(volume.newest.name).striptags())


def notice(volume: Volume) -> str:
    """What every page says of the bulletin's standing; empty for an official publication."""
    bulletin, t = volume.tables.bulletin, volume.voice.t
    if bulletin.demonstration:
        return str(t("Demonstration data about fictional places. No real place is described here."))
    if bulletin.official:
        return ""
    return str(t("Unofficial: compiled from published reports. Official figures are those of the statistical offices."))
