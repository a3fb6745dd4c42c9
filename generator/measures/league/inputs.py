"""What a league table follows from: the contest with its peers, their values, the last table, and past revisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model.contest import Contest
from generator.model.figure import Figure
from generator.model.league import League
from generator.model.peers import members, renamed
from generator.model.period import Period
from generator.model.reference import Reference
from generator.model.standing import LeagueTable, Values

from .entries import Figures, certain, entries

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


def inputs_of(
    contest: Contest, edition: str, figures: Figures, earlier: Sequence[LeagueTable], reference: Reference
) -> Inputs:
    """What the table of ``contest`` in ``edition`` follows from; ``earlier``: its tables before, oldest first."""
    day = Period.parse(edition).last
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
