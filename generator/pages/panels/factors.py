"""Factors (要素): money, land and people; what was put in place apart from what is only planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.codes import TOTAL
from generator.model.figure import Figure
from generator.model.mechanism import Mechanism

from .. import rows
from ..chart_views import unit_after, value_in_title, view
from ..charts import ChartView
from ..order import grouped
from ..volume import Volume
from .matrix import areas, by_area, matrix
from .newest import CONTRIBUTIONS, Entry, aims, compared, entries, finding, parts_charts, placed
from .panel import Panel, Section


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The steps from intent to disbursement where the mechanism has them, then results, plans, and its projects."""
    found = entries(volume, mechanism, CONTRIBUTIONS)
    results = [one for one in found if not one.planned]
    steps = _of_steps(mechanism, results)
    amounts = [figure for project in _projects(volume, mechanism) for figure in volume.by_project.get(project, ())]
    aimed, held = aims(volume, mechanism)
    seen = [one for one in found if one not in steps] if compared(found) else []
    sections = [
        *_steps(volume, mechanism, steps),
        *_results(volume, mechanism, [one for one in seen if not one.planned]),
        *_plans(volume, [one for one in seen if one.planned]),
        *aimed,
        *_amounts(volume, mechanism),
    ]
    told = [steps[0], steps[-1]] if steps else found
    return Panel(finding(volume, told), tuple(sections), tuple(held), listed=tuple(amounts))


def _of_steps(mechanism: Mechanism, results: Sequence[Entry]) -> list[Entry]:
    """The first indicators as the steps of one way, in the mechanism's own area; none if there are fewer than two."""
    count = int(mechanism.thresholds.get("steps", 0))
    totals = {one.indicator: one for one in results if one.area == mechanism.area and one.breakdown == TOTAL}
    steps = [totals[name] for name in mechanism.indicators[:count] if name in totals]
    return steps if len(steps) > 1 else []


def _steps(volume: Volume, mechanism: Mechanism, steps: Sequence[Entry]) -> Iterator[Section]:
    if not steps:
        return
    t, alike = volume.voice.t, len({(one.main.unit.id, one.period.text) for one in steps}) == 1
    title = t("From intent to disbursement")
    said = t("Each step counts what came so far; what is agreed is not yet paid out.")
    if not alike:
        said = t("The steps are counted in different units or periods, so no share of one in another is given.")
    charts = tuple(_funnel(volume, mechanism, [one.main for one in steps])) if alike else ()
    yield Section("steps", title, (said,), matrix(volume, "steps", title, steps), charts)


def _funnel(volume: Volume, mechanism: Mechanism, steps: Sequence[Figure]) -> Iterator[ChartView]:
    stated = [figure for figure in steps if not figure.missing]
    if len(stated) < 2:
        return
    voice, first = volume.voice, stated[0]
    title = voice.t(
        "{area}: {first} at the first step, {last} at the last",
        area=voice.area(mechanism.area),
        first=value_in_title(volume, first),
        last=value_in_title(volume, stated[-1]),
    ) + unit_after(volume, first)
    indicator = volume.tables.reference.indicators[first.key.concept]
    drawn = view(volume, indicator, "bars", f"steps-{first.id}", steps, title=title, label=_step)
    under = voice.t("{unit}, {period}", unit=voice.say(first.unit.name), period=voice.time_of(first))
    yield placed(mechanism, replace(drawn, subtitle=str(under.striptags())))


def _step(volume: Volume, figure: Figure) -> str:
    return volume.tables.reference.indicators[figure.key.concept].name.of(volume.lang)


def _results(volume: Volume, mechanism: Mechanism, results: Sequence[Entry]) -> Iterator[Section]:
    if not results:
        return
    t = volume.voice.t
    title, blocks = t("What was put in place"), []
    if whole := [one for one in results if one.area == mechanism.area]:
        blocks.append(matrix(volume, "results", title, whole))
    within = [one for one in results if one.area != mechanism.area and one.breakdown == TOTAL]
    for indicator, some in grouped(within, lambda one: one.indicator).items():
        caption = t("{indicator}, by area", indicator=volume.voice.name(volume.tables.reference.indicators[indicator]))
        blocks.append(matrix(volume, f"results-{indicator}", caption, some, by_area))
    yield Section("results", title, (), "".join(blocks), parts_charts(volume, mechanism, results))


def _plans(volume: Volume, plans: Sequence[Entry]) -> Iterator[Section]:
    if not plans:
        return
    t = volume.voice.t
    title = t("What is planned or expected")
    said = t(
        "A plan is money or land that is set aside or aimed at. It is not yet used, and stands apart from results."
    )
    yield Section("plans", title, (said,), matrix(volume, "plans", title, plans, more=areas(volume, plans)))


def _projects(volume: Volume, mechanism: Mechanism) -> list[str]:
    """The projects on the mechanism's list."""
    return [one.id for one in volume.tables.projects.values() if mechanism.id in one.programmes]


def _amounts(volume: Volume, mechanism: Mechanism) -> Iterator[Section]:
    """What the projects on its list received or plan, each under the project's name."""
    voice, held = volume.voice, [name for name in _projects(volume, mechanism) if name in volume.by_project]
    if not held:
        return
    groups = [
        rows.Group(
            voice.say(volume.tables.projects[name].name),
            rows.rows(volume, volume.by_project[name]),
            f"~/projects/{name}/",
        )
        for name in held
    ]
    title = voice.t("Projects on its list")
    yield Section("projects", title, (), rows.table(volume, "listed", title, groups, rows.Look()), projects=True)
