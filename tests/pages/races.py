"""A made-up race whose outcome anyone can work out: six areas, three indicators in two blocks, three editions.

Values are those of ``VALUES``, by edition, indicator and area; blank is missing. The score is the weighted mean of the
way from 0 to the satisfactory value 10, so ``4 × first + 6 × (second + third) ÷ 2``, of 100.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import panel

from generator import measures
from generator.model.contest import Contest, Series
from generator.model.edition import Edition
from generator.model.league import Block, Doubt, Item, League, Normalisation, Rewards
from generator.model.reference import Peers, Unit
from generator.model.text import Lang, Text
from generator.pages import Volume

VALUES = (  # 2020-Q1, Q2, Q3; i00 (money), i03 (money, again), i06
    ("6 5 4 3 2 1", "6 5 4 3 2 1", "6 5 4 3 2 1"),
    ("6 7 4 3 2 1", "6 6 4 3 2 1", "6 5 4 3 2 1"),
    ("6 7 8 3 2 -", "6 6 8 3 2 1", "6 5 4 3 2 1"),
)
ITEMS = ("i00", "i03", "i06")
GOALPOSTS = Normalisation("goalposts")
ROOT = Block(
    "all",
    (
        Block(
            "money",
            (Item("i00", Fraction(1), worst=Decimal(0), best=Decimal(10)),),
            Fraction(2, 5),
            title=Text("资金", "Money"),
        ),
        Block(
            "work",
            tuple(Item(name, Fraction(1, 2), worst=Decimal(0), best=Decimal(10)) for name in ITEMS[1:]),
            Fraction(3, 5),
            title=Text("工作", "Work"),
        ),
    ),
)
RACE = League(
    "race",
    Text("赛马总榜", "The race"),
    (),
    ROOT,
    GOALPOSTS,
    rewards=Rewards(2, (Decimal(300), Decimal(200))),
    doubt=Doubt(normalisations=(Normalisation("rank"),), runs=200),
)
CONTEST = Contest(
    RACE, "all", {name: Series(name, "level", "_T") for name in ITEMS}, "2020-Q1", "", "wan", Text("说明", "A note")
)


@lru_cache
def volume(lang: Lang, league: League = RACE) -> Volume:
    return Volume(lang, assembled(league))


@lru_cache
def assembled(league: League) -> tuple[Edition, ...]:
    tables = panel.assembled(6, 9, 3, editions=3)[-1].tables
    given = {
        (panel.code(area), item, str(panel.period(int(item[1:]), quarter).text)): value
        for quarter, columns in enumerate(VALUES)
        for item, column in zip(ITEMS, columns, strict=True)
        for area, value in enumerate(column.split())
    }
    statements = []
    for statement in tables.statements:
        value = given.get((statement.key.subject, statement.key.concept, statement.key.period.text))
        if value == "-":
            statement = replace(statement, value=None, status="O")
        elif value:
            statement = replace(statement, value=Decimal(value))
        statements.append(statement)
    reference = replace(
        tables.reference,
        peers={
            "all": Peers(
                "all", Text("全部六县", "all six counties"), " ".join(map(panel.code, range(6))), 6, None, None
            )
        },
        units=tables.reference.units
        | {"wan": Unit("wan", Text("万元", "10,000 yuan"), "", "money", "CNY", Fraction(10**4))},
    )
    return measures.assemble(
        replace(tables, reference=reference, statements=tuple(statements), contests=(replace(CONTEST, league=league),))
    )
