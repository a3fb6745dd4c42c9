"""What an edition shows, found by rules: each rule a pure function that gives a sentence or none.

Nothing here praises, blames or predicts: a sentence says what is most, and of how many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from markupsafe import Markup

from generator.model.edition import Edition
from generator.model.standing import Change, LeagueTable

from . import race
from .extremes import behind, growth, revised
from .league_round import Round
from .league_words import still_first
from .milestones import missed, record, turn
from .volume import Volume

LEAST = 3  # sentences of an edition that states as much
MOST = 7  # sentences of an edition, the editors' headlines among them
NAMED = 3  # areas that tie are named up to here

Rule = Callable[[Volume, Edition], Iterator[Markup]]


def findings(volume: Volume, edition: Edition, limit: int = MOST) -> list[Markup]:
    """The first ``limit`` sentences that the rules give, in the order of :data:`RULES`."""
    return list(islice((sentence for rule in RULES for sentence in rule(volume, edition)), limit))


def _first_league(edition: Edition) -> LeagueTable | None:
    return next(iter(edition.leagues.values()), None)


def leader(volume: Volume, edition: Edition) -> Iterator[Markup]:
    """Who is first, who was, and how sure that is."""
    table, voice = _first_league(edition), volume.voice
    first = [one.area for one in race.ranked(table) if one.rank == 1] if table else []
    score = race.result(edition, table, first[0], "score") if table and first else None
    if table is None or score is None:
        return
    said = _first(volume, table, first, voice.figure(score))
    one = Round(volume, edition, table)
    sure = still_first(one, table.standings[first[0]]) if len(first) == 1 else ()
    parts = {"area": voice.area(first[0]), "areas": one.group(race.near(table, first[0]))}
    unsure = [voice.t("{area} cannot be told apart from {areas}.", **parts)] if parts["areas"] else []
    yield voice.passage([said, *sure, *unsure])


def _first(volume: Volume, table: LeagueTable, first: list[str], score: Markup) -> Markup:
    """Who is first, and who was."""
    t, was = volume.voice.t, {area for area, rank in table.before.items() if rank == 1}
    parts = {"league": volume.voice.say(table.contest.league.title), "area": volume.voice.areas(first), "score": score}
    if not was:
        return t("In “{league}”, {area} is first with {score}.", **parts)
    if was == set(first):
        return t("In “{league}”, {area} is first with {score}, as in the edition before.", **parts)
    former = volume.voice.areas(sorted(was))
    return t(
        "In “{league}”, {area} is first with {score}; in the edition before it was {former}.", former=former, **parts
    )


def movers(volume: Volume, edition: Edition) -> Iterator[Markup]:
    """Who rose most and who fell most, and what that came from."""
    table = _first_league(edition)
    changes = list(table.changes.values()) if table else []
    for moved, say in ((min, _rose), (max, _fell)):
        most = moved((change.now - change.before for change in changes), default=0)
        found = [change for change in changes if change.now - change.before == most]
        if table and most and (most < 0) == (say is _rose) and len(found) <= NAMED:
            yield say(volume, table, found, abs(most))


def _rose(volume: Volume, table: LeagueTable, found: list[Change], places: int) -> Markup:
    return volume.voice.n(
        "{areas} rose most in “{league}”, by {count} place, mainly because of {reason}.",
        "{areas} rose most in “{league}”, by {count} places, mainly because of {reason}.",
        places,
        **_moved(volume, table, found),
    )


def _fell(volume: Volume, table: LeagueTable, found: list[Change], places: int) -> Markup:
    return volume.voice.n(
        "{areas} fell most in “{league}”, by {count} place, mainly because of {reason}.",
        "{areas} fell most in “{league}”, by {count} places, mainly because of {reason}.",
        places,
        **_moved(volume, table, found),
    )


def _moved(volume: Volume, table: LeagueTable, found: list[Change]) -> dict[str, Markup]:
    reasons = dict.fromkeys(one for change in found for one in reason(volume, change))
    return {
        "areas": volume.voice.areas([change.area for change in found]),
        "league": volume.voice.say(table.contest.league.title),
        "reason": volume.voice.t(" and ").join(reasons),
    }


def reason(volume: Volume, change: Change) -> list[Markup]:
    """Which of the four parts of a change moved the area furthest the way it went; of equal ones each."""
    t, way = volume.voice.t, 1 if change.now > change.before else -1
    parts = [
        (change.data, t("the figures of the new period")),
        (change.revision, t("the correction of earlier figures")),
        (change.method, t("the change of method")),
        (change.peers, t("the change of who takes part")),
    ]
    furthest = max(places * way for places, _ in parts)
    return [cause for places, cause in parts if places * way == furthest]


def unranked(volume: Volume, edition: Edition) -> Iterator[Markup]:
    """Who is not ranked, for want of values."""
    table, voice = _first_league(edition), volume.voice
    left = [one.area for one in table.standings.values() if one.reason] if table else []
    if table and left:
        yield voice.t(
            "For want of values {areas} cannot be ranked in “{league}”.",
            areas=voice.areas(left),
            league=voice.say(table.contest.league.title),
        )


RULES: tuple[Rule, ...] = (leader, movers, missed, record, turn, growth, behind, unranked, revised)
