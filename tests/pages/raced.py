"""A league made by hand over the panel of panel.py: four counties, two editions, results that anyone can work out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import panel

from generator.model.codes import TOTAL
from generator.model.contest import Contest, Series
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.league import Block, Item, League
from generator.model.period import Period
from generator.model.reference import Unit
from generator.model.standing import Change, LeagueTable, Standing, Sureness
from generator.model.statement import Key
from generator.model.text import Lang, Text
from generator.pages import Volume

A, B, C, D = (panel.code(place) for place in range(4))
EDITIONS = ("2021-Q1", "2021-Q2")
POINTS, PLACE = (
    Unit("score", Text("分", "points"), "point", "other", "", None),
    Unit("rank", Text(), "", "rank", "", None),
)
UNSAID = Sureness({}, (), 0.0)
HALF = Fraction(1, 2)
MEMBERS = (Item("sum", HALF), Item("growth", HALF, "down"))
LEAGUE = League("race", Text("赛马总榜", "Race"), (), Block("all", MEMBERS))
SERIES = {"sum": Series("i00", "level", TOTAL), "growth": Series("i01", "growth_yoy", TOTAL)}
CONTEST = Contest(LEAGUE, "all", SERIES, EDITIONS[0], "")

FIRST = {A: ("80.00", 1), B: ("75.50", 2), C: ("75.50", 2), D: ("60.00", 4)}
THEN = {B: ("82.10", 1), C: ("80.00", 2), A: ("79.85", 3), D: (None, None)}
CHANGES = {
    A: Change(A, 1, 3, revision=0, data=3, method=-1, peers=0),
    B: Change(B, 2, 1, revision=-2, data=1, method=0, peers=0),
    C: Change(C, 2, 2, revision=0, data=0, method=0, peers=0),
}


@lru_cache
def volume(lang: Lang) -> Volume:
    """Six quarters of two indicators; the last two are editions, and in each the four counties race."""
    editions = panel.assembled(4, 2, 6, 2)
    tables = (_table(0, FIRST, {}, {}), _table(1, THEN, {code: rank for code, (_, rank) in FIRST.items()}, CHANGES))
    results: dict[str, Figure] = {}
    raced = []
    for edition, table in zip(editions, tables, strict=True):
        results |= {figure.id: figure for figure in _results(table)}
        raced.append(replace(edition, figures={**edition.figures, **results}, leagues={"race": table}))
    return Volume(lang, tuple(raced))


def with_changes(edition: Edition, changes: Mapping[str, Change]) -> Edition:
    """``edition`` with other reasons for who moved."""
    return replace(edition, leagues={"race": replace(edition.leagues["race"], changes=changes)})


def _table(
    number: int,
    results: Mapping[str, tuple[str | None, int | None]],
    before: Mapping[str, int],
    changes: Mapping[str, Change],
) -> LeagueTable:
    quarter = 4 + number
    figures = {
        panel.code(place): {
            item: panel.figure_id(place, indicator, quarter) for indicator, item in enumerate(("sum", "growth"))
        }
        for place in range(4)
    }
    values = {
        panel.code(place): {
            item: panel.value(place, indicator, quarter) for indicator, item in enumerate(("sum", "growth"))
        }
        for place in range(4)
    }
    standings = {code: _standing(code, score, rank) for code, (score, rank) in results.items()}
    for code, one in standings.items():
        if one.reason:
            values[code].pop("growth")
    return LeagueTable(
        CONTEST, EDITIONS[number], figures, values, standings, before, changes,
        UNSAID, UNSAID, None, {}, {}, (),
    )  # fmt: skip


def _standing(code: str, score: str | None, rank: int | None) -> Standing:
    left = score is None
    return Standing(
        area=code,
        score=None if score is None else Decimal(score),
        exact=None if score is None else Fraction(score),
        rank=rank,
        parts={},
        scores={},
        strengths=("growth",) if code == A else (),
        weaknesses=("sum",) if code == A else (),
        missing=("growth",) if left else (),
        available=HALF if left else Fraction(1),
        reason="missing" if left else "",
    )


def _results(table: LeagueTable) -> list[Figure]:
    found = []
    for code, one in table.standings.items():
        for measure, value, unit in (("score", one.score, POINTS), ("rank", one.rank, PLACE)):
            if value is not None:
                key = Key("league", code, "race", measure, TOTAL, "all", Period.parse(table.edition))
                exact = Decimal(value)
                figure = Figure(
                    key.id,
                    key,
                    exact,
                    None,
                    unit,
                    "A",
                    "exact",
                    table.edition,
                    "",
                    "",
                    Text(),
                    Text("算", "sum"),
                    ("x",),
                )
                found.append(figure)
    return found
