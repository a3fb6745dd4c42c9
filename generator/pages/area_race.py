"""A page's section on how its area does in the leagues: its place now, the way it came, how far the next place is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from generator.model.period import Period
from generator.model.reference import Area
from generator.model.standing import LeagueTable, Standing

from . import peers, race
from .charts import Spark, steps
from .race import former, item_name, moved, place, ranked, result
from .render import block
from .volume import Volume
from .wording.voice import FEW

NAMED = 3  # indicators named as what brings most, and least


@dataclass(frozen=True, slots=True)
class Stand:
    """An area in one edition of a league. ``code``: the one it bore then."""

    table: LeagueTable
    code: str

    @property
    def standing(self) -> Standing:
        return self.table.standings[self.code]

    @property
    def before(self) -> int | None:
        """The rank that the edition before published."""
        return self.table.before.get(self.code)


def stands(volume: Volume, area: Area) -> dict[str, list[Stand]]:
    """By league the editions in which an area took part, oldest first; under a former name too."""
    codes = [area.code, *former(volume, area.code)]
    found: dict[str, list[Stand]] = {}
    for edition in volume.editions:
        for league, table in edition.leagues.items():
            if code := next((code for code in codes if code in table.standings), ""):
                found.setdefault(league, []).append(Stand(table, code))
    return found


def said(volume: Volume, stand: Stand) -> Markup:
    """The sentence that a reader of the area's page looks for: score, place, change."""
    voice, one = volume.voice, stand.standing
    score = result(volume.newest, stand.table, stand.code, "score")
    parts: dict[str, object] = {
        "area": voice.area(stand.code),
        "league": voice.say(stand.table.contest.league.title),
        "period": voice.when(Period.parse(stand.table.edition)),
    }
    if one.rank is None or score is None:
        if len(one.missing) == len(list(stand.table.contest.league.root.items())) > 1:
            return voice.t("{area} is not ranked in “{league}” {period}: all figures are missing.", **parts)
        items = _named(volume, stand, one.missing)
        return voice.t("{area} is not ranked in “{league}” {period}: {items} missing.", items=items, **parts)
    parts |= {"score": voice.figure(score), "place": place(volume, stand.table, stand.code)}
    parts |= {"total": voice.counted(len(ranked(stand.table)))}
    if stand.before is None:
        return voice.t("{area} scored {score} in “{league}” {period}: {place} of {total}.", **parts)
    parts |= {"change": moved(volume, stand.before, one.rank)}
    return voice.t(
        "{area} scored {score} in “{league}” {period}: {place} of {total}, {change} since the edition before.", **parts
    )


def distance(volume: Volume, stand: Stand) -> Markup:
    """How many points the next place is away, by the published scores; of the first how far the second is behind."""
    voice, own = volume.voice, stand.standing
    if own.rank is None:
        return Markup("")
    others = [one for one in ranked(stand.table) if one.area != stand.code]
    sharing = [one.area for one in others if one.rank == own.rank]
    above = [one for one in others if (one.rank or 0) < own.rank]
    below = [one for one in others if (one.rank or 0) > own.rank]
    said = [voice.t("It shares this place with {areas}.", areas=voice.areas(sharing))] if sharing else []
    if above:
        said.append(voice.t("It is {points} behind {area}, ranked {place}.", **_gap(volume, stand, above[-1])))
    elif below:
        said.append(voice.t("It is {points} ahead of {area}, ranked {place}.", **_gap(volume, stand, below[0])))
    return voice.passage(said)


def doubt(volume: Volume, stand: Stand) -> Markup:
    """How sure the place is: between which ranks it lies with other choices, and whom it is too close to."""
    voice, sure = volume.voice, stand.table.method
    spread = sure.spreads.get(stand.code)
    if spread is None:
        return Markup("")
    low, high = voice.place(spread.low), voice.place(spread.high)
    said = [voice.t("With other defensible choices of method and weights it would rank {low}.", low=low)]
    if spread.low != spread.high:
        said = [
            voice.t(
                "With other defensible choices of method and weights it would rank between {low} and {high}.",
                low=low,
                high=high,
            )
        ]
    return voice.passage([*said, _near(volume, stand)])


def _near(volume: Volume, stand: Stand) -> Markup:
    """Whom an area is too close to; of many the first and the last, with their ranks."""
    voice, near = volume.voice, race.near(stand.table, stand.code)
    if len(near) > FEW:
        first, last = near[0], near[-1]
        return voice.n(
            "It is too close to {count} area next to it to tell them apart, "
            "from {first} ({from_place}) to {last} ({to_place}).",
            "It is too close to {count} areas next to it to tell them apart, "
            "from {first} ({from_place}) to {last} ({to_place}).",
            len(near),
            first=voice.area(first),
            last=voice.area(last),
            from_place=place(volume, stand.table, first),
            to_place=place(volume, stand.table, last),
        )
    return voice.t("It is too close to {areas} to tell them apart.", areas=voice.areas(near)) if near else Markup("")


def _gap(volume: Volume, stand: Stand, other: Standing) -> dict[str, Markup]:
    gap = abs((stand.standing.score or Decimal(0)) - (other.score or Decimal(0)))
    return {
        "points": points(volume, stand, gap),
        "area": volume.voice.area(other.area),
        "place": place(volume, stand.table, other.area),
    }


def points(volume: Volume, stand: Stand, gap: Decimal) -> Markup:
    """A difference of two scores in their unit; it has no row of its own."""
    score = result(volume.newest, stand.table, stand.code, "score")
    if score is None:
        return Markup("")
    words = volume.voice.worded(replace(score, value=gap))
    return Markup('{}<data value="{}">{}</data>{}').format(words.before, gap, words.digits, words.after)


def strengths(volume: Volume, stand: Stand) -> Markup:
    """What brings the area more, and less, than it brings the median of the peers."""
    one, t = stand.standing, volume.voice.t
    more, less = (_named(volume, stand, items[:NAMED]) for items in (one.strengths, one.weaknesses))
    if more and less:
        return t("Against the median it gains points in {more}; it loses points in {less}.", more=more, less=less)
    if more:
        return t("Against the median it gains points in {more}.", more=more)
    return t("Against the median it loses points in {less}.", less=less) if less else Markup("")


def _named(volume: Volume, stand: Stand, items: Sequence[str]) -> Markup:
    return volume.voice.listing(item_name(volume, stand.table.contest, item) for item in items)


@dataclass(frozen=True, slots=True)
class Past:
    """One edition of a league in the table of an area."""

    href: str
    edition: Markup
    place: Markup
    of: Markup
    moved: Markup
    score: Markup
    behind: Markup  # points that the next place is ahead
    name: Markup  # that the area bore then, if it was another


@dataclass(frozen=True, slots=True)
class Race:
    """A league on an area's page: its sentences, and the tables below them."""

    league: str
    title: Markup
    sentences: list[Markup]
    tables: str


def races(volume: Volume, area: Area) -> list[Race]:
    """Every league in which an area takes or took part, in the order of the leagues."""
    return [_race(volume, league, course) for league, course in stands(volume, area).items()]


def _race(volume: Volume, league: str, course: list[Stand]) -> Race:
    last, voice = course[-1], volume.voice
    title = voice.say(last.table.contest.league.title)
    made = volume.recall(
        ("peers", league, last.table.edition), volume.raced, partial(peers.columns, volume, last.table)
    )
    tables = block(
        "area_race",
        voice,
        name=f"league-{league}",
        title=title,
        past=[_past(volume, stand, last.code) for stand in reversed(course)],
        way=_way(course),
        lines=peers.lines(volume, made, last.code),
    )
    sentences = [step(volume, last) for step in (said, distance, doubt, strengths)]
    return Race(league, title, sentences, tables)


def _way(course: list[Stand]) -> Spark | None:
    """The ranks from the first edition to the last; nothing of a single one."""
    places = max(len(stand.table.standings) for stand in course)
    return steps([stand.standing.rank for stand in course], places) if len(course) > 1 else None


def _past(volume: Volume, stand: Stand, now: str) -> Past:
    voice, table, one = volume.voice, stand.table, stand.standing
    above = [other for other in ranked(table) if one.rank is not None and (other.rank or 0) < one.rank]
    gap = (above[-1].score or Decimal(0)) - (one.score or Decimal(0)) if above else None
    score = result(volume.newest, table, stand.code, "score")
    return Past(
        href=f"~/editions/{table.edition}/league/{table.contest.league.id}/",
        edition=voice.short(table.edition),
        place=place(volume, table, stand.code) or voice.t("not ranked"),
        of=voice.counted(len(ranked(table))),
        moved=moved(volume, stand.before, one.rank),
        score=voice.figure(score, prose=False, unit=False) if score else Markup(""),
        behind=Markup("") if gap is None else peers.bare(volume, gap),
        name=Markup("") if stand.code == now else voice.area(stand.code),
    )
