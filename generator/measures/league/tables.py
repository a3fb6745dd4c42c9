"""The league tables of an edition: every contest in force, worked out from the figures of the edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from pathlib import Path

from generator.errors import DataErrors, Problem
from generator.memory import Memory
from generator.model.bulletin import Tables
from generator.model.figure import Figure
from generator.model.league import Contest, League
from generator.model.peers import members, renamed
from generator.model.period import Period
from generator.model.reference import Reference
from generator.model.standing import Change, LeagueTable, Values

from .change import rank_changes, reversals
from .entries import Figures, certain, entries
from .kept import recalled, stamped
from .standing import compute
from .uncertainty import of_method, of_revisions, of_rounding, sobol
from .unseating import overtaking, rivals, unseatings

Known = dict[str, dict[str, Decimal | None]]  # values by area and item


@dataclass(frozen=True, slots=True)
class Past:
    """The last table of a league, its areas under the codes of today."""

    league: League
    published: Values
    revised: Values  # the same figures as this edition has them
    renewed: Values  # of the new period, by the method of then
    ranks: Mapping[str, int]
    totals: Mapping[str, Decimal]  # awards of the year up to then


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a table follows from."""

    contest: Contest  # with its peers
    edition: str
    figures: Mapping[str, Mapping[str, str]]
    values: Values
    past: Past | None
    revisions: Mapping[str, tuple[Decimal, ...]] | None  # by item, sizes of the past ones, see of_revisions


def league_tables(
    tables: Tables,
    edition: str,
    figures: Figures,
    earlier: Sequence[Mapping[str, LeagueTable]],
    memory: Memory,
    cache: Path | None,
) -> tuple[dict[str, LeagueTable], list[Problem]]:
    """The tables of ``edition`` by league, and what keeps others from being computed.

    ``figures`` are those of the edition, ``earlier`` the tables of the editions before it, oldest first. What has been
    worked out before is taken from ``memory`` or from the folder ``cache``.
    """
    found: dict[str, LeagueTable] = {}
    problems: list[Problem] = []
    for contest in tables.contests:
        name = contest.league.id
        if contest.covers(edition):
            inputs = _inputs(contest, edition, figures, [held[name] for held in earlier if name in held], tables)
            stamp = stamped(inputs)
            work = partial(recalled, cache, stamp, partial(worked_out, inputs, stamp))
            try:
                found[name] = memory.recall(("league", tables.bulletin.id, edition, name), stamp, work)
            except DataErrors as errors:
                problems += [_placed(problem, contest, edition) for problem in errors.problems]
    return found, problems


def _placed(problem: Problem, contest: Contest, edition: str) -> Problem:
    """The problem where the member that it names is declared."""
    place = contest.places.get(problem.facts["member"], problem)
    facts = {**problem.facts, "league": contest.league.id, "edition": edition}
    return replace(place, rule=problem.rule, value=problem.facts["value"], facts=facts)


def _inputs(contest: Contest, edition: str, figures: Figures, earlier: Sequence[LeagueTable], tables: Tables) -> Inputs:
    reference, day = tables.reference, Period.parse(edition).last
    if day is None:
        raise ValueError(f"no quarter: {edition}")
    peers = members(reference, contest.peers, day)
    entered = entries(contest, peers, edition, figures, reference)
    past = None
    if earlier:
        last = earlier[-1]
        codes = {area: renamed(area, reference.areas, day) for area in last.standings}
        past = _past(last, codes, contest, edition, figures, reference)
    return Inputs(
        contest=replace(contest, league=replace(contest.league, peers=peers), places={}),
        edition=edition,
        figures={area: {item: figure.id for item, figure in own.items()} for area, own in entered.items()},
        values=_values(contest, entered, reference),
        past=past,
        revisions=_revisions(contest, earlier, figures, reference) if len(earlier) > 1 else None,
    )


def _values(contest: Contest, entered: Mapping[str, Mapping[str, Figure]], reference: Reference) -> Known:
    return {
        area: {item: certain(own.get(item), series, reference) for item, series in contest.series.items()}
        for area, own in entered.items()
    }


def _past(
    last: LeagueTable,
    codes: Mapping[str, str],
    contest: Contest,
    edition: str,
    figures: Figures,
    reference: Reference,
) -> Past:
    """``codes``: the code of today of each area of then."""
    old = last.contest
    again = {area: _again(last, area, figures) for area in last.standings}
    stated = {codes[area]: values for area, values in _values(old, again, reference).items()}
    carried = last.edition[:4] == edition[:4] and old.unit == contest.unit
    return Past(
        league=replace(old.league, peers=tuple(dict.fromkeys(codes[area] for area in old.league.peers))),
        published={codes[area]: values for area, values in last.values.items()},
        revised=stated,
        renewed=_values(old, entries(old, stated, edition, figures, reference), reference),
        ranks={codes[area]: one.rank for area, one in last.standings.items() if one.rank is not None},
        totals={codes[area]: one.total for area, one in last.standings.items()} if carried else {},
    )


def _again(table: LeagueTable, area: str, figures: Figures) -> dict[str, Figure]:
    """The figures that ``table`` took of ``area``, as they stand in ``figures``."""
    return {item: figures[name] for item, name in table.figures.get(area, {}).items() if name in figures}


def _revisions(
    contest: Contest, earlier: Iterable[LeagueTable], figures: Figures, reference: Reference
) -> dict[str, tuple[Decimal, ...]]:
    """By item, new less old of every figure that an earlier table took from the same series; 0 where it stood."""
    sizes: dict[str, list[Decimal]] = {item: [] for item in contest.series}
    for table in earlier:
        same = [item for item, series in contest.series.items() if table.contest.series.get(item) == series]
        for area, values in table.values.items():
            again = _again(table, area, figures)
            for item in same:
                old, new = values.get(item), certain(again.get(item), contest.series[item], reference)
                if old is not None and new is not None:
                    sizes[item].append(new - old)
    return {item: tuple(found) for item, found in sizes.items()}


def worked_out(inputs: Inputs, stamp: str) -> LeagueTable:
    """The table, with its doubts and its changes. Raises DataErrors where the method has no answer."""
    league, values, past = inputs.contest.league, inputs.values, inputs.past
    standings = compute(league, values, past.totals if past else None)
    revisions = inputs.revisions
    return LeagueTable(
        contest=inputs.contest,
        edition=inputs.edition,
        figures=inputs.figures,
        values=values,
        standings=standings,
        before=past.ranks if past else {},
        changes=_changes(past, league, values) if past else {},
        method=of_method(league, values, standings),
        rounding=of_rounding(league, values, standings),
        revisions=None if revisions is None else of_revisions(league, values, standings, revisions),
        influences=sobol(league, values, standings),
        unseatings=unseatings(league, standings),
        overtaking=overtaking(league, standings),
        rivals=rivals(league, standings),
        reversals=tuple(reversals(league, values, standings)),
        stamp=stamp,
    )


def _changes(past: Past, league: League, values: Values) -> dict[str, Change]:
    """None where the last method has no answer for the new figures, or the new one for the old peers."""
    try:
        return rank_changes(past.league, past.published, past.revised, league, values, past.renewed)
    except DataErrors:
        return {}
