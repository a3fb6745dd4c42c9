"""Two views of a whole bulletin: every aim beside its result, and the quality of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup

from generator.model.page import File, Page

from . import mechanism_list, mechanisms, parts
from .exports import aims_csv
from .panels import Panel, address, naming, quality, targets
from .render import markdown
from .volume import Volume


def pages(volume: Volume) -> Iterator[Page]:
    """The page of all aims, if any was announced, and that of the quality of the data."""
    t = volume.voice.t
    if volume.newest.aims:
        description = t("Every announced aim beside its result: met, missed, not due yet, or impossible to judge.")
        make = partial(_page, volume, "targets", targets.whole, description)
        yield volume.recall(("overview", "targets"), volume.newest.aims, make)
    description = t("How complete, how early and how firm the figures of this bulletin are, by area and by edition.")
    make = partial(_page, volume, "quality", quality.whole, description)
    yield volume.recall(("overview", "quality"), volume.on_file, make)


def files(volume: Volume) -> Iterator[File]:
    """All aims with their results as CSV."""
    if aims := volume.newest.aims:
        yield aims_csv(_csv_path(volume), volume.tables, aims, targets.figures_of(aims))


def _csv_path(volume: Volume) -> str:
    return f"{volume.tables.bulletin.id}/targets/targets.csv"


def _page(volume: Volume, view: str, whole: Callable[[Volume], Panel], description: Markup) -> Page:
    voice, panel = volume.voice, whole(volume)
    blocks = mechanisms.section_blocks(volume, panel)
    if panel.figures:
        link = (voice.t("The figures of this page"), f"^/{_csv_path(volume)}", "CSV", 0)
        blocks |= {"sources": parts.sources(volume, panel.figures), "downloads": parts.downloads(volume, [link])}
    seen = [one for one in mechanism_list.core(volume) if one.view == view]
    title = naming.view(voice, view)
    text = markdown(
        "overview",
        voice,
        heading=title,
        finding=panel.finding,
        sections=panel.sections,
        blocks=blocks,
        mechanisms=[(voice.say(one.name), Markup("~/{}").format(address(one))) for one in seen],
    )
    bulletin = volume.tables.bulletin.id
    return Page(volume.lang, bulletin, f"{view}/", str(title), str(description), text, blocks, view)
