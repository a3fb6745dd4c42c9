"""Targets and results (目标与结果): each announced aim, when it is due, whether it was met, and why that is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.aim import STATES, Aim, State
from generator.model.codes import NOT_APPLICABLE, TOTAL
from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.period import UNDATED, Period
from generator.model.statement import Key

from .. import chart_kinds
from ..chart_views import area_label
from ..charts import ChartView
from ..order import grouped
from ..render import block, markdown_link
from ..volume import Volume
from ..wording.voice import Voice
from . import aim_tables, own, verdicts
from .panel import Panel, Section, address

LISTED = 60  # of more aims, those that fell due more than a year ago are counted, year by year
MOST = 200  # of more aims than that, those that come first by :func:`_rank`
LEVELS = ("province", "prefecture", "county", "zone")  # the highest first
URGENT: tuple[State, ...] = ("missed", "open", "met", "unjudged")  # which of an area's aims come first
PROGRESS = 4  # charts of open aims

Total = Sequence[tuple[str, Markup]]  # all aims by state, in the order of STATES: id of the figure, if any, and number


@dataclass(frozen=True, slots=True)
class Year:
    """Aims that fell due in a year, or all, by state."""

    year: Markup
    counts: tuple[tuple[str, Markup], ...]  # in the order of STATES: id of the figure, if it is one, and number


def panel(volume: Volume, mechanism: Mechanism) -> Panel:
    """The aims for the indicators of ``mechanism``, in its place and within."""
    reference = volume.tables.reference
    aims = [one for one in volume.newest.aims if one.of(mechanism, reference)]
    counts = {state: volume.figure(_count(volume, mechanism, state)) for state in STATES}
    said = {state: volume.voice.figure(figure, prose=False, unit=False) for state, figure in counts.items() if figure}
    total = [(figure.id, said[state]) for state, figure in counts.items() if figure]
    charts = [replace(one, home=address(mechanism), key=f"{mechanism.id}-{one.key}") for one in _charts(volume, aims)]
    counted = (figure for figure in counts.values() if figure)
    listed = (*own.figures_of(volume, mechanism), *counted, *figures_of(aims))
    return Panel(_finding(volume.voice, aims, said), tuple(sections(volume, aims, total, charts)), listed=listed)


def _count(volume: Volume, mechanism: Mechanism, state: State) -> str:
    period = Period.parse(volume.newest.name)
    return Key("mechanism", mechanism.area, mechanism.id, state, TOTAL, NOT_APPLICABLE, period).id


def whole(volume: Volume) -> Panel:
    """Every aim that the bulletin holds."""
    aims, voice = volume.newest.aims, volume.voice
    said = {state: voice.counted(sum(one.state == state for one in aims)) for state in STATES}
    total = [("", number) for number in said.values()]
    return Panel(_finding(voice, aims, said), tuple(sections(volume, aims, total)), tuple(figures_of(aims)))


def _finding(voice: Voice, aims: Sequence[Aim], said: dict[State, Markup]) -> Markup:
    if not aims:
        return voice.t("The sources announce no aim for this.")
    total = voice.n("Of {count} announced aim", "Of {count} announced aims", len(aims))
    held = {one.state for one in aims}
    states = (
        voice.t("{number} {state}", number=number, state=verdicts.state(voice, state))
        for state, number in said.items()
        if state in held
    )
    return voice.t("{total}: {states}.", total=total, states=voice.listing(states))


def figures_of(aims: Iterable[Aim]) -> Iterator[Figure]:
    """All that the table of ``aims`` shows."""
    for one in aims:
        yield from (part for part in (one.target, one.result, one.completion, one.lead) if part)


def sections(volume: Volume, aims: Sequence[Aim], total: Total, charts: Sequence[ChartView] = ()) -> Iterator[Section]:
    """The aims table by table, all of them counted by year, and how an aim is judged."""
    if not aims:
        return
    t, recent = volume.voice.t, _recent(volume, aims)
    listed = _first(volume, recent)
    text = _unlisted(volume, len(aims), len(recent), len(listed)) if len(listed) < len(aims) else ()
    tables = aim_tables.tables(volume, listed)
    yield Section("aims", t("Target by target"), text, "".join(tables), tuple(charts))
    yield Section("years", t("By the year in which they were due"), block=_years(volume, aims, total))
    yield Section("judging", t("How an aim is judged"), verdicts.rules(volume.voice))


def _recent(volume: Volume, aims: Sequence[Aim]) -> Sequence[Aim]:
    """Of many aims those that are open, and those that fell due in the last year."""
    if len(aims) <= LISTED:
        return aims
    today = volume.newest.release.data_until
    since = today.replace(year=today.year - 1, day=min(today.day, 28))
    return [one for one in aims if one.state == "open" or (one.target.period.last and one.target.period.last > since)]


def _first(volume: Volume, aims: Sequence[Aim]) -> Sequence[Aim]:
    """The first ``MOST`` of them by :func:`_rank`, in the order given."""
    if len(aims) <= MOST:
        return aims
    ranked = sorted(range(len(aims)), key=lambda at: _rank(volume, aims[at]))
    return [aims[at] for at in sorted(ranked[:MOST])]


def _rank(volume: Volume, aim: Aim) -> tuple[int, ...]:
    """The home areas first, then the areas of higher level; in each the missed aims first, then those not due yet."""
    area = aim.target.key.subject
    level = LEVELS.index(volume.tables.reference.areas[area].level)
    return (area not in volume.tables.bulletin.home, level, URGENT.index(aim.state))


def _unlisted(volume: Volume, every: int, recent: int, listed: int) -> tuple[Markup, ...]:
    """How many aims are not listed, which are, and where the others stand."""
    voice, t = volume.voice, volume.voice.t
    which = t("Listed are aims that are not due yet or fell due in the last year.")
    if listed < recent:
        which = t(
            "Of the aims that are not due yet or fell due in the last year, {listed} are listed: those of the home "
            "area first, then those of areas of a higher level, and of these the missed before those not due yet.",
            listed=voice.counted(listed),
        )
    areas = markdown_link(t("Areas"), "~/areas/")
    table = markdown_link(t("table of all aims"), "~/targets/#downloads")
    more = voice.n("{count} more aim is not listed here.", "{count} more aims are not listed here.", every - listed)
    where = t(
        "The page of each area, found under {areas}, shows its aims and results; "
        "the {table} (CSV) holds every aim with its state.",
        areas=areas,
        table=table,
    )
    return (voice.passage([which, more, where]),)


def _years(volume: Volume, aims: Sequence[Aim], total: Total) -> str:
    voice = volume.voice
    by_year = grouped(aims, lambda one: str(one.target.period.last.year if one.target.period.last else UNDATED))
    lines = [Year(voice.time(Period.parse(year)), _counts(voice, some)) for year, some in sorted(by_year.items())]
    lines.append(Year(voice.t("all"), tuple(total)))
    return block("aim_years", voice, lines=lines, heads=[voice.head(verdicts.state(voice, state)) for state in STATES])


def _counts(voice: Voice, aims: Sequence[Aim]) -> tuple[tuple[str, Markup], ...]:
    return tuple(("", voice.counted(sum(one.state == state for one in aims))) for state in STATES)


def _charts(volume: Volume, aims: Sequence[Aim]) -> Iterator[ChartView]:
    """How far the areas have come with an aim that several of them have; else how far each open aim is."""
    open_ = [one for one in aims if one.state == "open" and one.result]
    alike = grouped((one.completion for one in open_ if one.completion), _alike)
    shared = [some for some in alike.values() if len(some) > 1]
    for some in shared:
        indicator = volume.tables.reference.indicators[some[0].key.concept]
        yield from chart_kinds.bars(volume, indicator, some, area_label, nested=False)
    together = {figure.id for some in shared for figure in some}
    alone = [one for one in open_ if one.completion is None or one.completion.id not in together]
    views = (chart_kinds.progress_view(volume, one.target, [one.result]) for one in alone if one.result)
    yield from [view for view in views if view][:PROGRESS]


def _alike(figure: Figure) -> str:
    return f"{figure.key.concept} {figure.key.breakdown} {figure.period}"
