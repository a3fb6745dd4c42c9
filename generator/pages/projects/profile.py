"""A page a project: what it is, where, how far it is, and whether it is on time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from generator.model.page import Page

from .. import parts, rows
from ..charts import ChartView
from ..drawings import chart_blocks
from ..pictures import mark, origin, picture
from ..render import block, markdown
from ..volume import Volume
from . import milestones, words
from .amounts import amounts
from .dossier import Profile
from .timeline import timeline


def page(volume: Volume, one: Profile) -> Page:
    voice, project = volume.voice, one.project
    finding, blocks = voice.passage(_finding(volume, one)), _blocks(volume, one)
    text = markdown("project", voice, heading=voice.say(project.name), finding=finding, one=one, blocks=blocks)
    title, description = project.name.of(volume.lang), str(finding.striptags())
    bulletin = volume.tables.bulletin.id
    return Page(volume.lang, bulletin, one.address, title, description, text, blocks, "project")


def charts(volume: Volume, one: Profile) -> Iterator[tuple[str, ChartView]]:
    """The charts of the page by the section that they stand in."""
    if view := _progress(volume, one):
        yield "amounts", view
    schedule = volume.newest.schedule
    finding = words.tallied(volume.voice, schedule.tallies[one.project.id]) if schedule and one.judged else Markup("")
    if view := timeline(volume, one.project, one.stages, one.judged, finding or _stage(volume, one)):
        yield "way", view


def _finding(volume: Volume, one: Profile) -> Iterator[Markup]:
    """Where it is and how far; what it costs; how much of the plan is done; how many milestones were met."""
    voice, schedule = volume.voice, volume.newest.schedule
    yield _stage(volume, one)
    if total := one.amount("total_investment"):
        yield voice.t("Planned total investment: {value}.", value=voice.figure(total))
    done, lead = one.amount("plan_completion"), one.amount("plan_lead")
    if done and lead:
        yield voice.t(
            "{done} of the investment planned for the year was done {period}.",
            done=voice.figure(done),
            period=voice.when_of(done),
        )
        yield parts.against_time(volume, lead)
    if schedule and one.judged:
        yield words.tallied(voice, schedule.tallies[one.project.id])


def _stage(volume: Volume, one: Profile) -> Markup:
    voice, last = volume.voice, one.stated
    said = {
        "project": voice.say(one.project.name),
        "area": voice.area(one.project.area),
        "stage": voice.stage(one.stage),
    }
    if last is None or not last.since.dated:
        return voice.t("{project}, {area}: {stage}.", **said)
    return voice.t("{project}, {area}: {stage} ({period}).", **said, period=words.on(voice, last.since))


def _blocks(volume: Volume, one: Profile) -> dict[str, str]:
    voice, reference = volume.voice, volume.tables.reference
    shared = {"one": one, "reference": reference, "projects": volume.tables.projects, "words": words}
    found = {"identity": block("project_identity", voice, **shared)}
    drawn = {section: chart_blocks([view], voice, volume.cache) for section, view in charts(volume, one)}
    way = drawn.get("way", "")
    if one.stages:
        way += block("stages", voice, **shared, said=lambda status: rows.stage_href(volume, status))
    way += milestones.table(volume, "milestones", voice.t("Milestones"), one.judged)
    if way:
        found["way"] = way
    if one.amounts:
        found["amounts"] = drawn.get("amounts", "") + amounts(volume, one)
    if one.awards or one.batches or one.leads:
        found["beside"] = block("project_events", voice, **shared)
    found["sources"] = parts.sources(volume, one.rows)
    package = f"{volume.tables.bulletin.id}/data/projects/projects.zip"
    if package in volume.sizes:
        link = (voice.t("The data package of the projects"), f"^/{package}", "ZIP", volume.sizes[package])
        found["downloads"] = parts.downloads(volume, [link])
    return found


def _progress(volume: Volume, one: Profile) -> ChartView | None:
    """The investment done against the plan of its year, and the share of the year gone."""
    share = one.amount("plan_completion")
    if share is None:
        return None
    done, plan = (volume.newest.figures[name] for name in share.inputs)
    elapsed, voice = done.period.elapsed_share, volume.voice
    lead = one.amount("plan_lead")
    if done.unit != plan.unit or not plan.value or elapsed is None or lead is None:
        return None
    done_so_far = voice.worded(share, prose=False).plain
    title = voice.t("{done} of the plan {period}.", done=done_so_far, period=voice.when_of(share))
    unit = voice.say(done.unit.name)
    return picture(
        volume,
        "progress",
        f"plan-{one.project.id}",
        one.address,
        [mark(volume, done, str(voice.t("investment done this year")))],
        title=voice.passage([title, parts.against_time(volume, lead)]),
        subtitle=voice.t("{project}: investment this year ({unit})", project=voice.say(one.project.name), unit=unit),
        note=origin(volume, [done, plan]),
        unit=done.unit.name.of(volume.lang),
        target=mark(volume, plan, str(voice.t("investment planned for the year"))),
        elapsed=Decimal(elapsed.numerator) / Decimal(elapsed.denominator),
    )
