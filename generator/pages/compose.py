"""All pages and page files of a bulletin in one language, in the order of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from generator.apart import apart
from generator.model.bulletin import Bulletin
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
    leagues,
    mechanisms,
    narrative,
    overviews,
    projects,
    revisions,
    rows,
    scoreboard,
    sources,
    surroundings,
    weights,
)
from .volume import Volume

_KINDS = (
    front,
    areas,
    indicators,
    scoreboard,
    leagues,
    weights,
    projects,
    mechanisms,
    overviews,
    sources,
    glossary,
    revisions,
    data,
    guides,
)

_DRAWING = (indicators, areas, leagues, mechanisms, overviews, projects, revisions)
_NOTHING = Markup()
_ROW = re.compile(r'data-row="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Composition:
    """What pages hand on for one run of the builder: a bulletin, or the site's front page, in one language."""

    lang: Lang
    bulletin: str  # "" for the site's own front page
    title: str
    pages: tuple[Page, ...]
    around: Mapping[str, object]  # what the theme shows around every page
    files: tuple[File, ...] = ()
    figures: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # in prose: id -> its row's address, its note
    nav: tuple[tuple[str, str], ...] = ()  # title and address of each section
    charts: int = 0
    newest: str = ""  # its newest edition
    lead: Markup = _NOTHING  # the first sentence of that


def compose(volume: Volume) -> Composition:
    """All pages of a bulletin in one language."""
    aside = volume.aside
    every = tuple(aside.page(page) if aside else page for kind in _KINDS for page in kind.pages(volume))
    drawn = (file for kind in _DRAWING for file in kind.files(volume))
    files = tuple(dict.fromkeys(aside.file(file) if aside else file for file in drawn))
    return Composition(
        lang=volume.lang,
        bulletin=volume.tables.bulletin.id,
        title=volume.tables.bulletin.title.of(volume.lang),
        pages=every,
        around=surroundings.around(volume),
        files=files,
        figures={figure.id: _leading(volume, figure) for figure in _told(volume, every)},
        nav=nav(volume),
        charts=sum(file.path.endswith(".svg") for file in files),
        newest=volume.newest.name,
        lead=narrative.lead(volume),
    )


def compose_all(volumes: Sequence[Volume]) -> list[Composition]:
    """All pages of every volume, in their order, each in a process of its own if there are several; but those of a
    preview here, where it remembers them. They share drawings on the disk, which are written whole."""
    tasks = [partial(compose, volume) for volume in volumes]
    return apart(tasks) if len(tasks) > 1 and volumes[0].aside else [task() for task in tasks]


def compose_home(lang: Lang, bulletins: Sequence[tuple[Bulletin, Composition]]) -> Composition:
    """The front page of the site in one language, over all its bulletins, each with what was composed of it."""
    page = home.page(lang, [(bulletin, one.newest, one.lead) for bulletin, one in bulletins])
    return Composition(lang, "", page.title, (page,), surroundings.around_home([one.around for _, one in bulletins]))


def _told(volume: Volume, every: Iterable[Page]) -> Iterator[Figure]:
    """The figures in the prose of the pages: only those become links."""
    name, memory = volume.tables.bulletin.id, volume.memory
    rows_told = dict.fromkeys(
        row
        for page in every
        for row in memory.recall(("told", name, page.path), page.markdown, partial(_ROW.findall, page.markdown))
    )
    return (volume.newest.figures[row] for row in rows_told if row in volume.newest.figures)


def nav(volume: Volume) -> tuple[tuple[str, str], ...]:
    """The sections in the masthead: eight or fewer short words. Index pages list the members."""
    t = volume.voice.t
    sections = [(t("This quarter"), ""), (t("Areas"), "areas/"), (t("Indicators"), "indicators/")]
    raced = any(edition.leagues for edition in volume.editions)
    sections.append((t("Leagues"), "league/") if raced else (t("Scoreboard"), "scoreboard/"))
    if volume.tables.projects:
        sections.append((t("Projects"), "projects/"))
    if volume.tables.reference.mechanisms:
        sections.append((t("Mechanisms"), "mechanisms/"))
    sections += [(t("Data"), "data/"), (t("Method"), "method/")]
    return tuple((str(title), address) for title, address in sections)


def _leading(volume: Volume, figure: Figure) -> tuple[str, str]:
    """Where a figure in prose leads, and what it opens."""
    make = partial(_about, volume, figure)
    return rows.href(volume, figure), volume.recall(("about", figure.id), figure, make)


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
