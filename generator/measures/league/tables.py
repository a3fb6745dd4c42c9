"""The league tables of an edition: every contest in force, worked out from the figures of the edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.errors import DataErrors, Problem
from generator.kept import keep, recalled, stamped
from generator.memory import Memory
from generator.model.bulletin import Tables
from generator.model.contest import Contest
from generator.model.league import League
from generator.model.standing import Change, LeagueTable, Values

from .change import rank_changes, reversals
from .entries import Figures
from .inputs import Inputs, Past, inputs_of
from .standing import compute
from .uncertainty import of_method, of_revisions, of_rounding, sobol
from .unseating import overtaking, rivals, unseatings


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
            before = [held[name] for held in earlier if name in held]
            inputs = inputs_of(contest, edition, figures, before, tables.reference)
            stamp = stamped([repr(inputs).encode()])  # the repr tells all of them, 8.0 from 8 too
            work = partial(_kept, cache and cache / f"{tables.bulletin.id}.{edition}.{name}.pickle", inputs, stamp)
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


def _kept(place: Path | None, inputs: Inputs, stamp: str) -> LeagueTable:
    """The table that an earlier run kept at ``place`` under ``stamp``, else worked out, and kept there."""
    if place is None:
        return worked_out(inputs, stamp)
    table = recalled(place, stamp, LeagueTable)
    if table is None:
        table = worked_out(inputs, stamp)
        keep(place, stamp, table)
    return table


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
