"""The Human Development Index 2022 of 193 countries, through our own league: every value and every rank.

``undp_hdi_2022.csv``: United Nations Development Programme, Human Development Report 2023/24, composite indices
complete time series, columns of 2022; CC BY 3.0 IGO. The method is that of its technical note 1: goalposts 20 and 85
years of life, 0 and 18 expected, 0 and 15 mean years of schooling, 100 and 75 000 dollars of income in logarithms, no
index above 1; the geometric mean of three dimensions, education being the arithmetic mean of its two; ranks from three
decimals.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from generator.measures.league import compute
from generator.model.league import Block, Item, League, Normalisation
from generator.model.text import Text

ROWS = {
    row["iso3"]: row
    for row in csv.DictReader(Path(__file__).with_name("undp_hdi_2022.csv").read_text(encoding="utf-8").splitlines())
}
THIRD, HALF = Fraction(1, 3), Fraction(1, 2)
SCHOOLING = (
    Item("eys_2022", HALF, worst=Decimal(0), best=Decimal(18)),
    Item("mys_2022", HALF, worst=Decimal(0), best=Decimal(15)),
)
HDI = League(
    "hdi",
    Text("人类发展指数", "Human Development Index"),
    tuple(ROWS),
    Block(
        "hdi",
        (
            Item("le_2022", THIRD, worst=Decimal(20), best=Decimal(85)),
            Block("education", SCHOOLING, THIRD),
            Item("gnipc_2022", THIRD, worst=Decimal(100), best=Decimal(75000), log=True),
        ),
        aggregation="geometric",
    ),
    Normalisation("goalposts", (Fraction(0), Fraction(1)), cap=True),
    decimals=3,
)
NAMES = [item.indicator for item, _ in HDI.root.items()]
VALUES = {country: {name: Decimal(row[name]) for name in NAMES} for country, row in ROWS.items()}
STANDINGS = compute(HDI, VALUES)


def test_every_value_is_the_published_one() -> None:
    assert len(STANDINGS) == 193
    assert {country: one.score for country, one in STANDINGS.items()} == {
        country: Decimal(row["hdi_2022"]) for country, row in ROWS.items()
    }


def test_every_rank_is_the_published_one() -> None:
    assert {country: one.rank for country, one in STANDINGS.items()} == {
        country: int(row["hdi_rank_2022"]) for country, row in ROWS.items()
    }


def test_what_is_above_the_goalpost_counts_as_the_goalpost() -> None:
    assert STANDINGS["NOR"].scores["eys_2022"] == 1  # 18.6 years
