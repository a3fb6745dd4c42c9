"""Plan completion (计划完成率): what is done, what is planned, how much of it that is, and whether ahead of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from generator.model.codes import AT_LEAST, TOTAL
from generator.model.figure import Figure
from generator.model.mechanism import Mechanism

from ..chart_kinds import time_view
from ..charts import ChartView
from ..charts.words import percent
from ..order import grouped
from ..parts import against_time
from ..render import block
from ..volume import Volume
from ..wording.sentences import subject, tidy
from . import drawn, newest, own
from .matrix import depth
from .panel import Panel, Section


@dataclass(frozen=True, slots=True)
class Line:
    """One aim: what is done of it. ``gone``: the share of the year that has passed."""

    figure: Figure  # what the line is about
    done: Figure | None
    plan: Figure | None
    completion: Figure | None
    lead: Figure | None
    gone: Decimal | None

    @property
    def part(self) -> str:
        """The part of the whole that it is about, such as a tier; blank of the whole."""
        return "" if self.figure.key.breakdown == TOTAL else self.figure.key.breakdown


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The mechanism's plans, each with its result, tier by tier, and how they stood against elapsed time."""
    lines = _lines(volume, mechanism, own.figures_of(volume, mechanism))
    sections = [_table(volume, mechanism, lines)] if lines else []
    if charts := (*_over_time(volume, mechanism), *drawn.of_indicators(volume, mechanism))[: newest.CHARTS_A_SECTION]:
        sections.append(Section("course", volume.voice.t("Charts"), (), "", charts))
    found = (_finding(volume, one, one.completion) for one in lines if one.completion and not one.completion.missing)
    return Panel(next(found, None) or _told(volume, mechanism), tuple(sections))


def _told(volume: Volume, mechanism: Mechanism) -> Markup:
    """What is said of the whole of each indicator; where nothing is, of its widest tier."""
    found = sorted(newest.entries(volume, mechanism), key=lambda one: depth(volume, one.breakdown))
    return newest.finding(volume, [some[0] for some in grouped(found, lambda one: one.indicator).values()])


def _lines(volume: Volume, mechanism: Mechanism, stated: Sequence[Figure]) -> list[Line]:
    """A line for each newest result or plan of the areas that there are, by indicator: the whole, then its tiers."""
    things: dict[tuple[str, ...], list[Figure]] = {}
    areas = volume.tables.reference.areas
    for one in stated:
        if one.unit.kind != "rank" and areas[one.key.subject].valid_to is None:
            things.setdefault((one.key.subject, one.key.concept, one.key.breakdown), []).append(one)

    def place(line: Line) -> tuple[object, ...]:
        key, value = line.figure.key, line.figure.value or 0
        place = (key.subject != mechanism.area, key.subject, depth(volume, key.breakdown), -value)
        return (mechanism.indicators.index(key.concept), *place)

    return sorted(map(_line, things.values()), key=place)


def _line(figures: Sequence[Figure]) -> Line:
    results = [one for one in figures if one.key.kind == "obs"]
    last = max(results or figures, key=lambda one: one.period.sort_key)
    said = {one.key.measure: one for one in results if one.period.text == last.period.text}
    aims = [one for one in figures if one.key.kind == "target" and one.key.measure == "level"]
    completion, share = said.get("completion"), last.period.elapsed_share
    judged = completion and not completion.missing and share
    return Line(
        figure=last,
        done=said.get("level"),
        plan=next((one for one in aims if not results or _year(one) == _year(last)), None),
        completion=completion,
        lead=said.get("lead"),
        gone=Decimal(share.numerator) / share.denominator if judged and share else None,
    )


def _year(figure: Figure) -> int:
    return figure.period.last.year if figure.period.last else 0


def _finding(volume: Volume, line: Line, completion: Figure) -> Markup:
    """How much of a plan is done, and how far that is ahead of elapsed time or behind it."""
    voice, t = volume.voice, volume.voice.t
    said = {
        "area": voice.area(line.figure.key.subject),
        "indicator": subject(voice, line.figure),
        "period": voice.when_of(completion),
        "value": voice.figure(completion),
    }
    told = [tidy(voice, t("{area} completed {value} of its annual plan for {indicator} {period}.", **said))]
    if line.lead and line.lead.value is not None:
        told.append(against_time(volume, line.lead))
    if line.plan and line.plan.bound in AT_LEAST and completion.bound == "exact":
        plan = voice.figure(replace(line.plan, bound="exact"))
        told.append(t("This holds if the plan is exactly {plan}; if it is larger, less of it is done.", plan=plan))
    return voice.passage(told)


def _table(volume: Volume, mechanism: Mechanism, lines: Sequence[Line]) -> Section:
    voice, t = volume.voice, volume.voice.t
    shown = [(one, _name(volume, mechanism, one), one.gone and percent(one.gone)) for one in lines]
    text = []
    if any(one.plan and one.plan.bound in AT_LEAST for one in lines):
        text.append(t("A plan of “at least” may be larger than it says: at most this share of it is done."))
    parts = volume.tables.reference.breakdowns
    if any(one.part and parts[one.part].nested for one in lines):
        text.append(t("Each tier is part of the whole; the tiers are not to be added."))
    return Section(
        "plans", t("Plan and result"), tuple(text), block("completion", voice, lines=shown, area=mechanism.area)
    )


def _name(volume: Volume, mechanism: Mechanism, line: Line) -> Markup:
    """The indicator, or the area or the part of it that stands below."""
    part = volume.tables.reference.breakdowns.get(line.part)
    if part:
        return volume.voice.name(part)
    if line.figure.key.subject != mechanism.area:
        return volume.voice.area(line.figure.key.subject)
    return subject(volume.voice, line.figure, start=True)


def _over_time(volume: Volume, mechanism: Mechanism) -> Iterator[ChartView]:
    """The completion of each plan and its distance from elapsed time, edition by edition, where they form a series."""
    for indicator in mechanism.indicators:
        own_area = [one for one in volume.by_indicator.get(indicator, ()) if one.key.subject == mechanism.area]
        for measure in ("lead", "completion"):
            series = [one for one in own_area if one.key.measure == measure and one.key.breakdown == TOTAL]
            if view := time_view(volume, series):
                yield newest.placed(mechanism, view)
                break
