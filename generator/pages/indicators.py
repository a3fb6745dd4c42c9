"""A page an indicator: what it is, who has which value, since when; and the list of all indicators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.figure import Figure
from generator.model.page import File, Page
from generator.model.reference import Indicator

from . import distribution, indicator_tables, parts, rows, series
from .charting import charts
from .drawings import chart_blocks, chart_files
from .exports import figures_csv
from .narrative import periods_of, told
from .render import block, markdown
from .terms import linked
from .volume import Volume

FIRST_SENTENCES = 3


def pages(volume: Volume) -> Iterator[Page]:
    yield _index(volume)
    for name, indicator in volume.tables.reference.indicators.items():
        calculated = volume.computed_from.get(name, [])
        inputs = [volume.newest.figures[part] for figure in calculated for part in figure.inputs]
        figures = volume.by_indicator.get(name, [])
        shown = (figures, calculated, inputs, volume.operands_of.get(name))
        page = volume.recall(("indicator", name), shown, partial(_page, volume, indicator))
        links = _links(volume, indicator)  # whose sizes change with any figure of the topic
        downloads = volume.recall(("downloads", name), links, partial(parts.downloads, volume, links))
        yield replace(page, blocks={**page.blocks, "downloads": downloads})


def files(volume: Volume) -> Iterator[File]:
    """A CSV an indicator, and the files beside each chart."""
    for name, figures in volume.by_indicator.items():
        yield from volume.recall(("indicator files", name), figures, partial(_files, volume, name, figures))


def _files(volume: Volume, name: str, figures: list[Figure]) -> list[File]:
    views = charts(volume, volume.tables.reference.indicators[name], figures)
    drawn = [file for view in views for file in chart_files(volume, view)]
    return [figures_csv(csv_path(volume, name), volume.tables, figures), *drawn]


def csv_path(volume: Volume, name: str) -> str:
    return f"{volume.tables.bulletin.id}/indicators/{name}/{name}.csv"


def _index(volume: Volume) -> Page:
    voice, reference = volume.voice, volume.tables.reference
    title = str(voice.t("Indicators"))
    topics, blocks = [], {}
    for topic, name in volume.topics():
        members = [indicator for indicator in reference.indicators.values() if indicator.topic == topic]
        if members:
            topics.append((topic, name))
            items = [(indicator, _count(volume, indicator)) for indicator in members]
            blocks[topic] = block("indicator_list", voice, items=items, units=reference.units)
    text = markdown("indicators", voice, heading=title, topics=topics, total=_total(volume))
    description = str(voice.t("Every indicator of this bulletin by topic, with its definition, unit and figures."))
    return Page(volume.lang, volume.tables.bulletin.id, "indicators/", title, description, text, blocks, "indicators")


def _count(volume: Volume, indicator: Indicator) -> int:
    return volume.stated(("indicator", indicator.id), volume.by_indicator.get(indicator.id, ()))


def _total(volume: Volume) -> Markup:
    count = len(volume.tables.reference.indicators)
    return volume.voice.n("{count} indicator", "{count} indicators", count)


def _page(volume: Volume, indicator: Indicator) -> Page:
    voice, figures = volume.voice, volume.by_indicator.get(indicator.id, [])
    long, _ = series.split(volume, figures)
    blocks = _blocks(volume, indicator, figures, long)
    text = markdown(
        "indicator",
        voice,
        heading=voice.name(indicator),
        definition=linked(volume, indicator.definition, besides=indicator.id),
        method_note=linked(volume, indicator.method_note, besides=indicator.id),
        first=_first(volume, figures),
        long=bool(long),
        remarks=_remarks(volume, indicator),
        blocks=blocks,
    )
    title, description = indicator.name.of(volume.lang), indicator.definition.of(volume.lang)
    address = f"indicators/{indicator.id}/"
    return Page(volume.lang, volume.tables.bulletin.id, address, title, description, text, blocks, "indicator")


def _blocks(volume: Volume, indicator: Indicator, figures: list[Figure], long: series.Long) -> dict[str, str]:
    """Definition, figures and sources, which every indicator has; then charts, order and more, as far as it has any."""
    views, computed = charts(volume, indicator, figures), volume.computed_from.get(indicator.id, [])
    found = {
        "definition": block("definition", volume.voice, indicator=indicator, volume=volume),
        "figures": indicator_tables.newest(volume, indicator, figures, long),
        "sources": parts.sources(volume, figures),
    }
    if earlier := indicator_tables.earlier(volume, indicator, long):
        found["earlier"] = earlier
    if order := distribution.tables(volume, indicator, figures):
        found["order"] = order
    if views:
        found["charts"] = chart_blocks(views, volume.voice, volume.cache)
    if computed:
        found["computed"] = rows.computed(volume, computed)
    return found


def _remarks(volume: Volume, indicator: Indicator) -> list[Markup]:
    """What must not be computed from these figures, or does not fit together, and why."""
    own = {figure.id for figure in volume.by_indicator.get(indicator.id, ())}
    t, say = volume.voice.t, volume.voice.say
    return [
        t("{statement}. {note}", statement=say(relation.statement), note=say(relation.note))
        for relation in volume.tables.reference.relations.values()
        if relation.verdict in {"not_comparable", "conflict"} and relation.operands and relation.operands[0] in own
    ]


def _first(volume: Volume, figures: list[Figure]) -> list[tuple[Markup, Markup]]:
    """The newest figures in words: totals before parts, results before aims."""
    stated = [figure for figure in periods_of(figures) if not figure.missing]
    parts_of = volume.tables.reference.breakdowns
    contained = {part.id for part in parts_of.values() if part.parent}
    stated.sort(key=lambda figure: (figure.key.breakdown != TOTAL, figure.key.breakdown in contained))
    results = [figure for figure in stated if figure.key.kind == "obs"]
    wanted = (results or stated or figures)[:FIRST_SENTENCES]
    return told(volume, wanted)


def _links(volume: Volume, indicator: Indicator) -> list[tuple[Markup, str, str, int]]:
    bulletin, voice = volume.tables.bulletin.id, volume.voice
    package = f"{bulletin}/data/{indicator.topic}/{indicator.topic}.zip"
    links = []
    if indicator.id in volume.by_indicator:
        links.append((voice.t("The figures of this page"), f"^/{csv_path(volume, indicator.id)}", "CSV", 0))
    if package in volume.sizes:
        links.append((voice.t("The data package of the topic"), f"^/{package}", "ZIP", volume.sizes[package]))
    return links
