"""Service (服务): visits and problems and what became of them, time against its limit, policies, relief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.limit import Limit
from generator.model.mechanism import Mechanism

from ..charts import ChartView, Mark
from ..order import grouped
from ..rows import href
from ..volume import Volume
from .matrix import by_area, matrix
from .newest import CONTRIBUTIONS, Entry, aims, compared, entries, finding, parts_charts
from .panel import Panel, Section

# What is counted decides under which heading a figure stands. Units of other names stand under "other figures".
_HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("visits", "firms", "issues", "lists", "occasions"), "problems"),
    **dict.fromkeys(("policies", "articles", "aspects", "measures"), "policies"),
}
_ORDER = ("problems", "time", "policies", "relief", "other")


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The figures by what they count; time with the limit that it stands under."""
    found = entries(volume, mechanism, CONTRIBUTIONS)
    timed = any(one.main.unit.kind == "time" for one in found)
    limits = volume.newest.limits.get(mechanism.id, ())
    groups = grouped(found if limits or compared(found) else (), lambda one: _heading(one, timed))
    sections = [
        section for name in _ORDER if name in groups for section in _sections(volume, mechanism, name, groups[name])
    ]
    aimed, held = aims(volume, mechanism, {one.aim for one in limits})  # which stand beside what they limit
    said = volume.voice.passage([finding(volume, found), *_kept(volume, mechanism, found, limits)])
    return Panel(said, (*sections, *aimed), tuple(held))


def _kept(volume: Volume, mechanism: Mechanism, found: Iterable[Entry], limits: Iterable[Limit]) -> Iterator[Markup]:
    """How many areas are within the limit of the rule, where there are several: of one period, and without the area
    that they make up."""
    within = [one for one in found if one.area != mechanism.area]
    newest = max((one.period.sort_key for one in within), default=None)
    shown = {one.main.id for one in within if one.period.sort_key == newest}
    judged = [one.kept for one in limits if not one.aim and one.figure in shown]
    if len(judged) > 1:
        yield volume.voice.n(
            "Of the {all} areas with a figure for the newest period, {count} is within the limit.",
            "Of the {all} areas with a figure for the newest period, {count} are within the limit.",
            judged.count(True),
            all=volume.voice.counted(len(judged)),
        )


def _heading(entry: Entry, timed: bool) -> str:
    unit = entry.main.unit
    by_kind = {"time": "time", "money": "relief", "rate": "time" if timed else "other"}
    return _HEADINGS.get(unit.id) or by_kind.get(unit.kind, "other")


def _sections(volume: Volume, mechanism: Mechanism, name: str, found: Sequence[Entry]) -> Iterator[Section]:
    """What is said of the mechanism's own area, then of the areas within it."""
    t = volume.voice.t
    title = {
        "problems": t("Visits and problems"),
        "time": t("Time against the limit"),
        "policies": t("Policies"),
        "relief": t("Relief by measure"),
        "other": t("Other figures"),
    }[name]
    limits = {one.figure: one for one in volume.newest.limits.get(mechanism.id, ())} if name == "time" else {}
    more = (t("Limit"), lambda one: _limit(volume, limits.get(one.main.id))) if limits else None
    whole = [one for one in found if one.area == mechanism.area]
    within = [one for one in found if one.area != mechanism.area and one.breakdown == TOTAL]
    blocks = [matrix(volume, name, title, whole, more=more)] if whole else []
    for indicator, some in grouped(within, lambda one: one.indicator).items():
        caption = t("{indicator}, by area", indicator=volume.voice.name(volume.tables.reference.indicators[indicator]))
        blocks.append(matrix(volume, f"{name}-{indicator}", caption, some, by_area, more))
    charts = tuple(_limited(volume, view, limits) for view in parts_charts(volume, mechanism, found))
    yield Section(name, title, _remarks(volume, name, found, limits), "".join(blocks), charts)


def _limit(volume: Volume, limit: Limit | None) -> Markup:
    """The limit and whether it was kept, in words."""
    if limit is None:
        return Markup("")
    t, aim = volume.voice.t, volume.figure(limit.aim)
    days = t("at most {number} days", number=volume.voice.counted(limit.most))
    if aim:
        days = Markup('<a href="{}">{}</a>').format(href(volume, aim), volume.voice.figure(aim))
    verdict = {True: t("within the limit"), False: t("over the limit"), None: t("cannot be judged")}[limit.kept]
    return Markup('{} <span class="badge">{}</span>').format(days, verdict)


def _limited(volume: Volume, view: ChartView, limits: Mapping[str, Limit]) -> ChartView:
    """The chart with the limit as its line, if all its marks stand under the same one."""
    most = {limits[mark.row].most if mark.row in limits else None for mark in view.marks}
    limit = next(iter(most)) if len(most) == 1 else None
    if limit is None or view.kind != "bars":
        return view
    label = str(volume.voice.t("Limit"))
    return replace(view, target=Mark(label, Decimal(limit), format(limit, "f"), "", "A", "exact"))


def _remarks(volume: Volume, name: str, found: Sequence[Entry], limits: Mapping[str, Limit]) -> tuple[Markup, ...]:
    """What a reader must know of the section before reading its numbers."""
    t = volume.voice.t
    if name == "problems" and any(one.main.unit.id == "issues" for one in found):
        return (
            t(
                "A problem is solved once it is settled, not while it is in process. So a share of problems “settled "
                "or in process” does not say how many are solved."
            ),
        )
    if any(one.kept is None for one in limits.values()):
        return (t("A figure that is only a bound does not always tell whether the limit was kept."),)
    return ()
