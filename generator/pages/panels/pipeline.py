"""The pipeline of projects: how many stand where, how many came on, who moved, who waits, and in which parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.pipeline import Level, Pipeline

from ..charts.view import ChartView
from ..render import block, markdown_link
from ..volume import Volume
from . import movement, newest, parts, targets
from .drawn import chart
from .movement import named
from .panel import Panel, Section, address


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The mechanism's projects in the newest edition. Where it looks at the same ones as another, the way to that."""
    pipeline = volume.newest.pipelines[mechanism.id]
    home = bool(pipeline.projects) and pipeline.mechanism == mechanism.id
    sections = list(_aims(volume, mechanism))
    if home:
        sections = [_funnel(volume, mechanism, pipeline), *sections, *movement.sections(volume, pipeline)]
    elif pipeline.projects:
        sections.insert(0, _elsewhere(volume, mechanism, pipeline))
    if pipeline.leads:
        sections.append(parts.leads(volume, pipeline))
    counted: tuple[Figure, ...] = (*pipeline.figures, *_amounts(volume, pipeline)) if home else ()
    said = [newest.told(volume, mechanism), *([_started(volume, mechanism, pipeline)] if pipeline.listed else [])]
    return Panel(volume.voice.passage(said), tuple(sections), counted)


def _aims(volume: Volume, mechanism: Mechanism) -> Iterator[Section]:
    """What the mechanism's area aimed at, against what came of it, as the panel of targets has it."""
    reference = volume.tables.reference
    own_aims = [one for one in volume.newest.aims if one.of(mechanism, reference)]
    if aims := [one for one in own_aims if one.target.key.subject == mechanism.area]:
        found = next(targets.sections(volume, aims, ()))
        yield replace(found, title=volume.voice.t("Against the targets"))


def _amounts(volume: Volume, pipeline: Pipeline) -> Iterator[Figure]:
    """The planned totals that the sums are made of."""
    names = (name for level in pipeline.levels if level.standing.invested for name in level.standing.invested.inputs)
    return (volume.newest.figures[name] for name in names)


def _started(volume: Volume, mechanism: Mechanism, pipeline: Pipeline) -> Markup:
    """How many of the projects have started, and what is planned to be invested in them."""
    voice, t = volume.voice, volume.voice.t
    levels = {level.stage: level for level in pipeline.levels}
    if not pipeline.projects:
        return t("No source names the stage of any project here.")
    words = {"count": voice.counted(len(pipeline.projects)), "area": voice.area(mechanism.area)}
    started = levels["started"].reached
    words["started"] = voice.figure(started.number, unit=False)
    said = (
        t("Of the {count} projects on its list, {started} have started.", **words)
        if pipeline.listed
        else t("Of the {count} projects in {area} whose stage is on file, {started} have started.", **words)
    )
    if not started.invested:
        return said
    more = t("The planned investment of those that state it comes to {sum}.", sum=voice.figure(started.invested))
    return voice.passage([said, more])


def _funnel(volume: Volume, mechanism: Mechanism, pipeline: Pipeline) -> Section:
    levels = [level for level in pipeline.levels if level.at or level.reached.number.value]
    unit = parts.unit(volume, (level.reached for level in levels))
    table = block("funnel", volume.voice, levels=levels, unit=unit)
    view = _chart(volume, mechanism, levels)
    text = tuple(_remarks(volume, mechanism, pipeline))
    charts = (view,) if view else ()
    return Section("funnel", volume.voice.t("Stage by stage"), text, table, charts, projects=True)


def _elsewhere(volume: Volume, mechanism: Mechanism, pipeline: Pipeline) -> Section:
    """Where the projects stand stage by stage that the mechanism shares with another."""
    voice, other = volume.voice, volume.tables.reference.mechanisms[pipeline.mechanism]
    words = {
        "area": voice.area(mechanism.area),
        "count": voice.counted(len(pipeline.projects)),
        "link": markdown_link(voice.say(other.name), f"~/{address(other)}"),
    }
    said = (
        voice.t("It has the same list of {count} projects as {link}, where they stand stage by stage.", **words)
        if pipeline.listed
        else voice.t(
            "No source says which projects belong to this mechanism. The {count} projects in {area} whose stage is on "
            "file stand stage by stage under {link}.",
            **words,
        )
    )
    return Section("funnel", voice.t("Stage by stage"), (said,), projects=True)


def _remarks(volume: Volume, mechanism: Mechanism, pipeline: Pipeline) -> Iterator[Markup]:
    """What a reader must know before reading the funnel."""
    voice, t = volume.voice, volume.voice.t
    if not pipeline.listed:
        yield _started(volume, mechanism, pipeline)
        yield t(
            "These are the projects of {area} that sources name, and not the list of this mechanism: "
            "shares among them are no result of it.",
            area=voice.area(mechanism.area),
        )
    yield t(
        "Each project stands at one stage, so the first number adds up. The second counts it at every stage that it "
        "has certainly passed, and is never added; “landed” and “entered in statistics” count only where a source "
        "says so."
    )
    if pipeline.unknown:
        yield t("No source states the stage of: {names}.", names=named(volume, pipeline.unknown))
    if pipeline.unsized:
        yield voice.n(
            "{count} project is left out because its planned investment is not stated.",
            "{count} projects are left out because their planned investment is not stated.",
            len(pipeline.unsized),
        )


def _chart(volume: Volume, mechanism: Mechanism, levels: list[Level]) -> ChartView | None:
    """How many have come to each stage that anybody has come to. Those that stopped stand in the table."""
    voice, t = volume.voice, volume.voice.t
    counted = [
        (voice.stage(level.stage), level.reached.number)
        for level in levels
        if level.reached.number.value and level.stage != "stopped"
    ]
    if not counted:
        return None
    started = next(level.reached.number for level in levels if level.stage == "started")
    title = t(
        "{few} of {many} have started",
        few=voice.worded(started, prose=False, unit=False).plain,
        many=voice.worded(max((one for _, one in counted), key=lambda one: one.value or 0), prose=False).plain,
    )
    edition = voice.edition(volume.newest.name, inside=True)
    subtitle = t("Projects that have come to each stage, {edition}", edition=edition)
    return chart(volume, mechanism, "funnel", "funnel", counted, title=title, subtitle=subtitle)
