"""What the page of a mechanism offers for download: its figures, and the packages that hold what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.mechanism import Mechanism

from .panels import Panel
from .volume import STATED, Volume

Link = tuple[Markup, str, str, int]  # what it is, its address, its format, its bytes


def links(volume: Volume, mechanism: Mechanism, panel: Panel, csv: str) -> list[Link]:
    """The figures of the page as ``csv``, then the packages behind it, in page order; the code lists last."""
    found = [(volume.voice.t("The figures of this page"), f"^/{csv}", "CSV", 0)] if panel.figures else []
    names = set(_packages(volume, panel.figures))
    if any(section.projects for section in panel.sections):
        names.add("projects")
    if mechanism.view == "quality":
        names = {volume.tables.bulletin.id}  # all figures are counted, whatever they are about
    folder = f"{volume.tables.bulletin.id}/data/"
    for name, words in _said(volume):
        path = f"{folder}{name}.zip" if name == volume.tables.bulletin.id else f"{folder}{name}/{name}.zip"
        if path in volume.sizes and (name in names or name == "reference"):
            found.append((words, f"^/{path}", "ZIP", volume.sizes[path]))
    return found


def _said(volume: Volume) -> Iterator[tuple[str, Markup]]:
    """Every package by name, with what it is called."""
    t, say = volume.voice.t, volume.voice.say
    yield volume.tables.bulletin.id, t("Everything in one file")
    for topic, title in volume.topics():
        yield topic, t("{package} (data package)", package=title)
    for table in volume.newest.leagues.values():
        league = table.contest.league
        yield league.package, t("{package} (data package)", package=say(league.title))
    yield "projects", t("The data package of the projects")
    yield "reference", t("The mechanisms and other code lists")


def _packages(volume: Volume, figures: Iterable[Figure]) -> Iterator[str]:
    """The packages that hold ``figures``; of computed ones that have no row of their own, those they are made of."""
    known, indicators = volume.newest.figures, volume.tables.reference.indicators
    for figure in figures:
        kind, concept = figure.key.kind, figure.key.concept
        if kind in STATED and concept in indicators:
            yield indicators[concept].topic
        elif kind == "amount":
            yield "projects"
        elif kind == "league" and concept in volume.newest.leagues:
            yield volume.newest.leagues[concept].contest.league.package
        elif kind in ("calc", "mechanism"):
            yield from _packages(volume, (known[name] for name in figure.inputs if name in known))
