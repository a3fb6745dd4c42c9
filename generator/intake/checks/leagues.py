"""Leagues: what leagues.yaml names exists, entries of one league follow one another, and the method goes together."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Set

from generator.errors import Problem
from generator.intake.folders import DEVICES
from generator.intake.gathering import Gathered
from generator.intake.leagues import LEAGUES, Said, leagues_of, measured, members_of, stanzas
from generator.intake.locks import leagues_digest, read_lock
from generator.intake.yamlfile import Path
from generator.model.codes import NOT_APPLICABLE, TOTAL
from generator.model.contest import Contest
from generator.model.league import League
from generator.model.league_rules import faults
from generator.model.reference import Reference

# Folders that Windows cannot have, columns of the published table, and choices that are drawn like a weight.
TAKEN = DEVICES | {"area", "name_zh", "name_en", "rank", "score", "normalisation", "outliers", "aggregation"}
FAULTS: Mapping[str, Path] = {
    "league-floor": ("floor",),
    "league-amounts": ("rewards", "amounts"),
    "league-onto": ("doubt", "normalisations"),
}


def leagues(gathered: Gathered) -> Iterator[Problem]:
    """Everything that is wrong with one league by itself."""
    file, contests = gathered.leagues_file, gathered.tables.contests
    for (position, said), contest in zip(leagues_of(file).items(), contests, strict=True):
        here: Path = ("leagues", position)
        yield from _terms(gathered, here, contest)
        if (topic := contest.league.package) in gathered.tables.bulletin.topics:
            yield file.problem("league-topic", (*here, "id"), contest.league.id, topic=topic)
        yield from _unknown(gathered, (*here, "peers"), contest.peers, "peers")
        if contest.unit:
            yield from _unknown(gathered, (*here, "rewards", "unit"), contest.unit, "units")
        elif contest.league.rewards and contest.league.rewards.amounts:
            yield file.problem("yaml-key-missing", (*here, "rewards"), key="unit")
        yield from _method(gathered, here, said, contest.league)


def _method(gathered: Gathered, here: Path, said: Said, league: League) -> Iterator[Problem]:
    places: dict[str, Path] = {}
    unclear: set[str] = set()  # items of which we may not know the direction
    for name, path, member in members_of(here, said):
        found = [*_item(gathered, path, member)] if "indicator" in member else []
        found += [gathered.leagues_file.problem("league-id", path, name)] if name in TAKEN else []
        places[name] = path
        unclear |= {name for _ in found}
        yield from found
    for problem in faults(league):
        name = problem.facts.get("member", "")
        if problem.rule != "league-posts" or name not in unclear:
            path = places.get(name, (*here, *FAULTS.get(problem.rule, ())))
            yield gathered.leagues_file.problem(problem.rule, path, **problem.facts)


def following(gathered: Gathered) -> Iterator[Problem]:
    """Entries of one league that are for the same edition."""
    last: dict[str, Contest] = {}
    for position, contest in zip(leagues_of(gathered.leagues_file), gathered.tables.contests, strict=True):
        name = contest.league.id
        before = last.get(name)
        if before and (not before.last or before.last >= contest.first):
            path: Path = ("leagues", position, "from")
            yield gathered.leagues_file.problem("league-overlap", path, contest.first, league=name)
        last[name] = contest


def locked_leagues(gathered: Gathered) -> Iterator[Problem]:
    """Released editions whose leagues were changed, added or taken away since."""
    tables, file = gathered.tables, gathered.leagues_file
    locks, _ = read_lock(tables.folder)
    unread = os.path.lexists(tables.folder / LEAGUES) and not file.data
    lacking = any(gathered.named(table) - known for table, known in _competing(tables.reference).items())
    if unread or lacking or gathered.lost & {"areas", "peers"} or len(tables.contests) < len(stanzas(file)):
        return  # that says so itself
    for release in tables.releases:
        lock = locks.get(release.edition)
        if release.locked and lock is not None and lock.get(LEAGUES, "") != leagues_digest(tables, release.edition):
            yield file.problem("lock-leagues", ("leagues",), edition=release.edition)


def _competing(reference: Reference) -> Mapping[str, Set[str]]:
    """The ids of the tables that say who competes."""
    return {"areas": reference.areas.keys(), "peers": reference.peers.keys()}


def _terms(gathered: Gathered, here: Path, contest: Contest) -> Iterator[Problem]:
    file = gathered.leagues_file
    known = [release.edition for release in gathered.tables.releases]
    unread = len(known) < len(gathered.releases_file.data["editions"])
    if contest.first not in known and not unread:
        yield file.problem("league-from", (*here, "from"), contest.first, known=", ".join(known))
    if contest.last and contest.last < contest.first:
        yield file.problem("league-term", (*here, "to"), contest.last, begin=contest.first)


def _item(gathered: Gathered, path: Path, said: Said) -> Iterator[Problem]:
    """Names that their table does not have; and of known ones, series that give no value or no way to judge it."""
    file, reference = gathered.leagues_file, gathered.tables.reference
    name, (measure, breakdown) = said["indicator"], measured(said)
    unknown = [
        *_unknown(gathered, (*path, "indicator"), name, "indicators"),
        *_unknown(gathered, (*path, "measure"), measure, "measures"),
        *(_unknown(gathered, (*path, "breakdown"), breakdown, "breakdowns") if breakdown != TOTAL else ()),
    ]
    yield from unknown
    indicator = reference.indicators.get(name)
    if indicator and indicator.direction == "none" and not said.get("direction"):
        yield file.problem("league-direction", path, name)
    if indicator and indicator.basis == "span":
        yield file.problem("league-span", (*path, "indicator"), name)
    if not unknown and not _has_values(gathered, name, measure, breakdown):
        yield file.problem("league-empty", (*path, "indicator"), name, measure=measure, breakdown=breakdown)


def _unknown(gathered: Gathered, path: Path, name: str, table: str) -> Iterator[Problem]:
    if table not in gathered.lost and name not in gathered.named(table):
        yield gathered.leagues_file.problem("unknown-id", path, name, table=table)


def _has_values(gathered: Gathered, *series: str) -> bool:
    """Whether some row states the series without peers, or a rule derives it; yes, if we cannot know."""
    reference = gathered.tables.reference
    measure = reference.measures.get(series[1])
    if gathered.lost & {"observations", "measures"} or measure is None or measure.rule:
        return True
    wanted = ["obs", *series, NOT_APPLICABLE]
    inside = f".{'.'.join(wanted[1:])}."  # found at once, and not there by chance
    figures = (figure.split(".") for stated in gathered.stated.values() for figure in stated if inside in figure)
    return any([figure[0], *figure[2:6]] == wanted for figure in figures)
