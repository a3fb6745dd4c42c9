"""What moves in a pipeline: who changed stage, the reserve, time in stage, how many came on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.pipeline import Flow, Pipeline, Stock
from generator.model.stage import SAID_ONLY

from ..order import grouped
from ..render import block, markdown_link
from ..volume import Volume
from ..wording.voice import Voice
from .panel import FOLDED, NAMED, Section
from .parts import parts


def sections(volume: Volume, pipeline: Pipeline) -> Iterator[Section]:
    """All sections but the funnel, as far as there is anything to show."""
    if pipeline.before:
        yield _flows(volume, pipeline)
    if history := list(_reserve(volume, pipeline)):
        yield _pool(volume, pipeline, history)
    yield _passages(volume, pipeline)
    if pipeline.waits:
        yield _waits(volume, pipeline)
    if pipeline.parts:
        yield parts(volume, pipeline)


def named(volume: Volume, projects: Iterable[str]) -> Markup:
    """Projects by name, for Markdown, each a link to its page; of more than ``NAMED`` the others counted."""
    voice, every, found = volume.voice, volume.tables.projects, list(projects)
    names = [markdown_link(voice.say(every[one].name), f"~/projects/{one}/") for one in found[:NAMED]]
    if more := len(found) - len(names):
        names.append(markdown_link(voice.n("{count} more project", "{count} more projects", more), "~/projects/"))
    return voice.listing(names)


@dataclass(frozen=True, slots=True)
class Change:
    """All projects that made the same change of stage."""

    kind: Markup
    old: Markup
    new: Markup
    projects: tuple[str, ...]


def _flows(volume: Volume, pipeline: Pipeline) -> Section:
    voice, t = volume.voice, volume.voice.t
    said = t(
        "Since the {edition}: {changes}.",
        edition=voice.edition(pipeline.before, inside=True),
        changes=t("; ").join(_counted(voice, pipeline.flows)) or t("no project changed its stage"),
    )
    changes, stocks = list(_changes(voice, pipeline.flows)), [one for one in pipeline.stocks if _held(one)]
    projects = volume.tables.projects
    table = block("flows", voice, changes=changes, stocks=stocks, projects=projects, folded=FOLDED, most=NAMED)
    return Section("flows", t("What moved"), (said,), table)


def _held(stock: Stock) -> bool:
    return bool(stock.opening or stock.entered)


def _counted(voice: Voice, flows: Iterable[Flow]) -> Iterator[Markup]:
    """How many moved in which way."""
    number = {kind: len(some) for kind, some in grouped(flows, lambda flow: flow.kind).items()}
    said = {
        "appears": voice.n("{count} project appeared", "{count} projects appeared", number.get("appears", 0)),
        "advances": voice.n("{count} advanced", "{count} advanced", number.get("advances", 0)),
        "stops": voice.n("{count} stopped", "{count} stopped", number.get("stops", 0)),
        "corrected": voice.n("{count} was corrected", "{count} were corrected", number.get("corrected", 0)),
        "leaves": voice.n("{count} left", "{count} left", number.get("leaves", 0)),
    }
    return (words for kind, words in said.items() if kind in number)


def _changes(voice: Voice, flows: Iterable[Flow]) -> Iterator[Change]:
    t = voice.t
    kinds = {
        "appears": t("appears"),
        "advances": t("advances"),
        "corrected": t("corrected"),
        "stops": t("stops"),
        "leaves": t("leaves"),
    }
    for some in grouped(flows, lambda flow: f"{flow.kind} {flow.old} {flow.new}").values():
        flow = some[0]
        old, new = (voice.stage(stage) if stage else Markup("") for stage in (flow.old, flow.new))
        yield Change(kinds[flow.kind], old, new, tuple(one.project for one in some))


def _reserve(volume: Volume, pipeline: Pipeline) -> Iterator[tuple[Edition, Stock]]:
    """The reserve pool of every edition in which it held, took in or gave up a project."""
    for edition in volume.editions:
        held = edition.pipelines.get(pipeline.mechanism)
        stock = next((one for one in held.stocks if one.stage == "reserve"), None) if held else None
        if stock and _held(stock):
            yield edition, stock


def _pool(volume: Volume, pipeline: Pipeline, history: list[tuple[Edition, Stock]]) -> Section:
    t, text = volume.voice.t, []
    entries = [flow.project for flow in pipeline.flows if flow.new == "reserve"]
    exits = [flow.project for flow in pipeline.flows if flow.old == "reserve"]
    if entries:
        text.append(t("New in reserve: {names}.", names=named(volume, entries)))
    if exits:
        text.append(t("Gone on from the reserve: {names}.", names=named(volume, exits)))
    table = block("reserve", volume.voice, history=history)
    return Section("reserve", t("The reserve pool"), tuple(text), table)


def _passages(volume: Volume, pipeline: Pipeline) -> Section:
    t = volume.voice.t
    asked = [one for one in pipeline.passages if one.base]
    text = t(
        "Of the projects that have come to a stage, those that have come to a later one. Projects that have since "
        "stopped count as well."
    )
    table = block("passages", volume.voice, passages=asked, said_only=SAID_ONLY)
    return Section("passages", t("How many came on"), (text,), table)


def _waits(volume: Volume, pipeline: Pipeline) -> Section:
    t = volume.voice.t
    text = t(
        "Days up to the last day of data, {day}. A project that no source has named since counts as still at its last "
        "stage. Where a source dates a stage by month or year, it gives a range of days; projects without a date are "
        "not in the median.",
        day=volume.voice.day(volume.newest.release.data_until),
    )
    table = block("waits", volume.voice, waits=pipeline.waits, projects=volume.tables.projects)
    return Section("waits", t("How long they wait"), (text,), table)
