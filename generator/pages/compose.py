"""All pages and page files of a bulletin in one language, in the order of the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.figure import Figure
from generator.model.page import File, Page
from generator.model.text import Lang

from . import (
    areas,
    data,
    front,
    glossary,
    guides,
    home,
    indicators,
    projects,
    revisions,
    rows,
    scoreboard,
    sources,
    surroundings,
)
from .charting import charts
from .charts import ChartView
from .volume import Volume

_KINDS = (front, areas, indicators, scoreboard, projects, sources, glossary, revisions, data, guides)


@dataclass(frozen=True, slots=True)
class Composition:
    """What pages hand on for one run of the builder: a bulletin, or the site's front page, in one language."""

    lang: Lang
    bulletin: str  # "" for the site's own front page
    title: str
    pages: tuple[Page, ...]
    around: Mapping[str, object]  # what the theme shows around every page
    files: tuple[File, ...] = ()
    figures: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # id -> address of its row, its note in words
    nav: tuple[tuple[str, str], ...] = ()  # title and address of each section
    charts: int = 0


def compose(volume: Volume) -> Composition:
    """All pages of a bulletin in one language."""
    files = (*indicators.files(volume), *areas.files(volume))
    return Composition(
        lang=volume.lang,
        bulletin=volume.tables.bulletin.id,
        title=volume.tables.bulletin.title.of(volume.lang),
        pages=tuple(page for kind in _KINDS for page in kind.pages(volume)),
        around=surroundings.around(volume),
        files=files,
        figures={figure.id: (rows.href(volume, figure), _about(volume, figure)) for figure in _figures(volume)},
        nav=nav(volume),
        charts=sum(len(_charts(volume, name)) for name in volume.by_indicator),
    )


def compose_home(volumes: Sequence[Volume]) -> Composition:
    """The front page of the site in one language, over all its bulletins."""
    page = home.page(volumes)
    return Composition(volumes[0].lang, "", page.title, (page,), surroundings.around_home(volumes))


def _figures(volume: Volume) -> Iterable[Figure]:
    return volume.newest.figures.values()


def _charts(volume: Volume, name: str) -> Sequence[ChartView]:
    return charts(volume, volume.tables.reference.indicators[name], volume.by_indicator[name])


def nav(volume: Volume) -> tuple[tuple[str, str], ...]:
    """The sections in the masthead: seven or fewer short words. Index pages list the members."""
    t = volume.voice.t
    sections = [(t("This quarter"), ""), (t("Areas"), "areas/"), (t("Indicators"), "indicators/")]
    sections.append((t("Scoreboard"), "scoreboard/"))
    if volume.tables.projects:
        sections.append((t("Projects"), "projects/"))
    sections += [(t("Data"), "data/"), (t("Method"), "method/")]
    return tuple((str(title), address) for title, address in sections)


def _about(volume: Volume, figure: Figure) -> str:
    """What a figure in prose opens: period, status, bound, source or formula."""
    voice = volume.voice
    source = volume.tables.reference.sources.get(figure.source)
    origin = voice.source(source) if source else voice.t("computed by us: {formula}", formula=voice.say(figure.formula))
    parts = [voice.time_of(figure)]
    if figure.bound != "exact":
        parts.append(voice.bound(figure.bound))
    if figure.status != "A":
        parts.append(voice.status(figure.status))
    parts.append(origin)
    if figure.note:
        parts.append(voice.say(figure.note))
    return str(voice.t("; ").join(part.striptags() for part in parts))
