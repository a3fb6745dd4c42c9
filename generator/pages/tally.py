"""Figures counted by indicator, where they are too many to be listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.figure import Figure

from .render import block
from .rows import subject
from .volume import Volume


@dataclass(frozen=True, slots=True)
class Count:
    """How many figures there are on an indicator or a project's item, about how many areas, of which periods."""

    anchor: str
    what: Markup
    href: str
    figures: int
    areas: int
    periods: Markup


def table(volume: Volume, name: str, caption: Markup, figures: Iterable[Figure], *, anchor: str = "") -> str:
    """The HTML of a table with one line an indicator, in the order in which they first stand among ``figures``.

    ``anchor``: what the ids of its lines begin with; without it they have none.
    """
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.key.concept, []).append(figure)
    lines = [_count(volume, some, anchor) for some in found.values()]
    return block("tally", volume.voice, name=name, caption=caption, lines=lines)


def _count(volume: Volume, figures: list[Figure], anchor: str) -> Count:
    first = figures[0]
    return Count(
        anchor=f"{anchor}{first.key.concept}" if anchor else "",
        what=subject(volume, first),
        href=page_of(first),
        figures=sum(not figure.missing for figure in figures),
        areas=len({volume.area_of(figure) for figure in figures}),
        periods=_span(volume, figures),
    )


def page_of(figure: Figure) -> str:
    """Address of the page about what ``figure`` is a figure of."""
    return "~/projects/" if figure.key.kind == "amount" else f"~/indicators/{figure.key.concept}/"


def _span(volume: Volume, figures: list[Figure]) -> Markup:
    """From the first period to the last."""
    periods = {figure.period.text: figure.period for figure in figures if figure.period.dated}
    if not periods:
        return volume.voice.t("undated")
    ends = [choose(periods.values(), key=lambda period: period.sort_key) for choose in (min, max)]
    first, last = (volume.voice.time(period) for period in ends)
    return first if len(periods) == 1 else volume.voice.t("{first} to {last}", first=first, last=last)
