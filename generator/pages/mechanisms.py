"""The mechanisms (机制): their list, and a page with its panel for each core one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model.mechanism import Mechanism
from generator.model.page import File, Page

from . import mechanism_downloads, mechanism_list, parts
from .drawings import chart_blocks, chart_files
from .exports import figures_csv
from .mechanism_downloads import Link
from .panels import Panel, address, naming, opened
from .render import block, markdown
from .volume import Volume


def pages(volume: Volume) -> Iterator[Page]:
    """The list of all mechanisms, and the page of each core one."""
    if not volume.tables.reference.mechanisms:
        return
    yield mechanism_list.page(volume)
    for mechanism in mechanism_list.core(volume):
        links = _links(volume, mechanism)  # whose sizes change with any figure of their packages
        seen, make = (_seen(volume, mechanism), links), partial(_page, volume, mechanism, links)
        yield volume.recall(("mechanism", mechanism.id), seen, make)


def files(volume: Volume) -> Iterator[File]:
    """The figures of every panel as CSV, and the files beside its charts."""
    for mechanism in mechanism_list.core(volume):
        step, make = ("mechanism files", mechanism.id), partial(_files, volume, mechanism)
        yield from volume.recall(step, _seen(volume, mechanism), make)


def panel_of(volume: Volume, mechanism: Mechanism) -> Panel:
    """The panel of a core mechanism; computed once for its page and its files."""
    return volume.recall(("panel", mechanism.id), _seen(volume, mechanism), partial(opened, volume, mechanism))


def _seen(volume: Volume, mechanism: Mechanism) -> object:
    """All that its panel may show: the figures of its indicators with what they were computed from, its batches, aims
    and counts, whatever is on file, and the leagues where it sees them."""
    newest, reference = volume.newest, volume.tables.reference
    batches = {one.id: one.area for one in newest.dossier.batches if one.mechanism == mechanism.id}
    totals = (one for area in sorted({*batches.values()}) for one in volume.by_area.get(area, ()))
    return (
        [(volume.by_indicator.get(name), volume.operands_of.get(name)) for name in mechanism.indicators],
        [one for one in totals if one.key.breakdown in batches],
        [one for one in newest.aims if one.of(mechanism, reference)],
        [one for one in volume.of_kind.get("mechanism", ()) if one.key.concept == mechanism.id],
        volume.on_file,
        volume.raced if mechanism.view == "league" else (),
    )


def _links(volume: Volume, mechanism: Mechanism) -> list[Link]:
    return mechanism_downloads.links(volume, mechanism, panel_of(volume, mechanism), _csv_path(volume, mechanism))


def _page(volume: Volume, mechanism: Mechanism, links: list[Link]) -> Page:
    voice, panel = volume.voice, panel_of(volume, mechanism)
    blocks = {
        "definition": _definition(volume, mechanism),
        "downloads": parts.downloads(volume, links),
    }
    blocks |= section_blocks(volume, panel)
    if any(figure.source for figure in panel.figures):
        blocks["sources"] = parts.sources(volume, panel.figures)
    text = markdown(
        "mechanism",
        voice,
        heading=voice.say(mechanism.name),
        view=naming.view(voice, mechanism.view),
        area=voice.area(mechanism.area),
        finding=panel.finding,
        gap=voice.say(mechanism.gap),
        note=voice.say(mechanism.note),
        sections=panel.sections,
        blocks=blocks,
    )
    title, description = mechanism.name.of(volume.lang), mechanism.purpose.of(volume.lang)
    bulletin = volume.tables.bulletin.id
    return Page(volume.lang, bulletin, address(mechanism), title, description, text, blocks, "mechanism")


def section_blocks(volume: Volume, panel: Panel) -> dict[str, str]:
    """The tables and charts of each section that has any, by the name under which the page asks for them."""
    found = {}
    for section in panel.sections:
        charts = chart_blocks(section.charts, volume.voice, volume.cache) if section.charts else ""
        if section.block or charts:
            found[f"section-{section.id}"] = section.block + charts
    return found


def _definition(volume: Volume, mechanism: Mechanism) -> str:
    voice, reference = volume.voice, volume.tables.reference
    return block(
        "mechanism",
        voice,
        entry=mechanism_list.entry(volume, mechanism),
        mechanism=mechanism,
        indicators=[reference.indicators[name] for name in mechanism.indicators],
        source=reference.sources.get(mechanism.source),
        thresholds=naming.thresholds(voice, mechanism),
    )


def _files(volume: Volume, mechanism: Mechanism) -> list[File]:
    panel = panel_of(volume, mechanism)
    drawn = [file for section in panel.sections for view in section.charts for file in chart_files(volume, view)]
    if not panel.figures:
        return drawn
    return [figures_csv(_csv_path(volume, mechanism), volume.tables, panel.figures), *drawn]


def _csv_path(volume: Volume, mechanism: Mechanism) -> str:
    return f"{volume.tables.bulletin.id}/{address(mechanism)}{mechanism.id}.csv"
