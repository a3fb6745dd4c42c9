"""What pages about something else say of the leagues: results and places, and who stands first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.codes import TOTAL
from generator.model.contest import Contest
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.standing import LeagueTable, Standing
from generator.model.statement import Key

from .render import block
from .volume import Volume
from .wording.escape import inert
from .wording.voice import Voice

FIRST_PLACES = 5  # of a league on the front page and on an edition's; if ties reach further, they are shown too


def result(edition: Edition, table: LeagueTable, area: str, measure: str) -> Figure | None:
    """The figure of a score, rank or award, as ``edition`` holds it; None of an area that has none."""
    contest = table.contest
    key = Key("league", area, contest.league.id, measure, TOTAL, contest.peers, Period.parse(table.edition))
    return edition.figures.get(key.id)


def ranked(table: LeagueTable) -> list[Standing]:
    return [one for one in table.standings.values() if one.rank is not None]


def near(table: LeagueTable, area: str) -> list[str]:
    """The areas around one, by rank, that it cannot be told apart from under other choices of method and weights."""
    spread, order = table.method.spreads.get(area), [one.area for one in ranked(table)]
    if spread is None:
        return []
    own = order.index(area)
    return order[own - spread.above : own] + order[own + 1 : own + 1 + spread.below]


def place(volume: Volume, table: LeagueTable, area: str) -> Markup:
    """A rank as a sentence says it; whether it is provisional the mark of its score says."""
    figure = result(volume.newest, table, area, "rank")
    if figure is None:
        return Markup("")
    words = volume.voice.worded(figure)
    shape = Markup('{}<data class="figure" value="{}" data-row="{}">{}</data>{}')
    return shape.format(words.before, figure.value, figure.id, words.digits, words.after)


def former(volume: Volume, code: str) -> list[str]:
    """The codes under which the very same area stood before it was renamed, the last first."""
    renamed = [area.code for area in volume.continued_by.get(code, ()) if area.succession == "renamed"]
    return [*renamed, *(older for one in renamed for older in former(volume, one))]


def item_name(volume: Volume, contest: Contest, item: str) -> Markup:
    """An indicator of a league as it stands inside a sentence, with what is measured of it."""
    voice, reference = volume.voice, volume.tables.reference
    series = contest.series[item]
    name = reference.indicators[series.indicator].name.of(volume.lang)
    words = voice.lowered(name) if volume.lang == "en" else name
    measure = reference.measures.get(series.measure)
    if measure is None or measure.id == "level":
        return inert(words)
    said = measure.name.zh if volume.lang == "zh" else voice.lowered(measure.name.en)
    return voice.t("{indicator} ({measure})", indicator=words, measure=said)


def moved(volume: Volume, before: int | None, rank: int | None) -> Markup:
    """The change of a rank in words, nothing if one of the two is missing."""
    if before is None or rank is None:
        return Markup("")
    return shifted(volume.voice, rank - before)


def shifted(voice: Voice, places: int) -> Markup:
    """So many places up (negative) or down, in words."""
    if places < 0:
        return voice.n("up {count} place", "up {count} places", -places)
    return voice.n("down {count} place", "down {count} places", places) if places else voice.t("unchanged")


@dataclass(frozen=True, slots=True)
class Line:
    """An area among the first of a league."""

    area: Markup
    href: str
    place: Markup
    score: Markup
    moved: Markup
    award: Markup


@dataclass(frozen=True, slots=True)
class Top:
    """The first places of a league in one edition."""

    league: str
    title: Markup
    href: str
    lines: list[Line]
    ranked: int
    awarded: bool


def top(volume: Volume, edition: Edition, tables: Iterable[LeagueTable] | None = None) -> str:
    """The HTML of the first places of each league of an edition, or of those among them that are given."""
    shown = edition.leagues.values() if tables is None else tables
    return block("race", volume.voice, leagues=[_top(volume, edition, table) for table in shown])


def _top(volume: Volume, edition: Edition, table: LeagueTable) -> Top:
    league = table.contest.league
    first = [one for one in ranked(table) if (one.rank or 0) <= FIRST_PLACES]
    lines = [_line(volume, edition, table, one) for one in first]
    href = f"~/editions/{table.edition}/league/{league.id}/"
    awarded = any(line.award for line in lines)
    return Top(league.id, volume.voice.say(league.title), href, lines, len(ranked(table)), awarded)


def _line(volume: Volume, edition: Edition, table: LeagueTable, one: Standing) -> Line:
    def said(measure: str, *, money: bool = False) -> Markup:
        figure = result(edition, table, one.area, measure)
        return volume.voice.figure(figure, prose=money, unit=money) if figure else Markup("")

    return Line(
        area=volume.voice.area(one.area),
        href=f"~/areas/{one.area}/",
        place=place(volume, table, one.area),
        score=said("score"),
        moved=moved(volume, table.before.get(one.area), one.rank),
        award=said("award", money=True),
    )
