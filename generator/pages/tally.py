"""Figures counted by indicator, where they are too many to be listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.project import ProjectStatus

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


def table(
    volume: Volume, name: str, caption: Markup, figures: Iterable[Figure], stages: Sequence[ProjectStatus] = (), *,
    of: str, anchor: str = "",
) -> str:  # fmt: skip
    """The HTML of a table with one line an indicator, in the order in which they first stand among ``figures``, and
    one for the ``stages`` of projects; empty if there is nothing to count.

    ``name``: of the table; ``of``: the edition, source or mechanism that it is about. ``anchor``: what the ids of its
    lines begin with; without it they have none.
    """
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.key.concept, []).append(figure)
    lines = [
        volume.recall(("tally", of, name, concept), some, partial(_count, volume, some, anchor))
        for concept, some in found.items()
    ]
    if stages:
        lines.append(_stages(volume, stages, anchor))
    return block("tally", volume.voice, name=name, caption=caption, lines=lines) if lines else ""


def _count(volume: Volume, figures: list[Figure], anchor: str) -> Count:
    first = figures[0]
    return Count(
        anchor=f"{anchor}{first.key.concept}" if anchor else "",
        what=subject(volume, first),
        href=page_of(first),
        figures=sum(not figure.missing for figure in figures),
        areas=len({volume.area_of(figure) for figure in figures}),
        periods=_span(volume, (figure.period for figure in figures)),
    )


def _stages(volume: Volume, stages: Sequence[ProjectStatus], anchor: str) -> Count:
    projects = volume.tables.projects
    return Count(
        anchor=f"{anchor}stage" if anchor else "",
        what=volume.voice.t("Stage"),
        href="~/projects/",
        figures=len(stages),
        areas=len({projects[status.project].area for status in stages}),
        periods=_span(volume, (status.since for status in stages)),
    )


def page_of(figure: Figure) -> str:
    """Address of the page about what ``figure`` is a figure of."""
    return "~/projects/" if figure.key.kind == "amount" else f"~/indicators/{figure.key.concept}/"


def _span(volume: Volume, every: Iterable[Period]) -> Markup:
    """From the first period to the last."""
    periods = {period.text: period for period in every if period.dated}
    if not periods:
        return volume.voice.t("undated")
    ends = [choose(periods.values(), key=lambda period: period.sort_key) for choose in (min, max)]
    first, last = (volume.voice.time(period) for period in ends)
    return first if len(periods) == 1 else volume.voice.t("{first} to {last}", first=first, last=last)
