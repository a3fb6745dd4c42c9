"""Ranks that share places: 193 countries by the Human Development Index of 2022, against the published ranks.

The table and its licence: ``undp_hdi_2022.csv.license``. How the index itself comes about: ``test_league_hdi.py``.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from generator.measures.ranking import Place, ranked
from generator.measures.result import stated

with Path(__file__).with_name("undp_hdi_2022.csv").open(encoding="utf-8", newline="") as table:
    ROWS = {row["iso3"]: row for row in csv.DictReader(table)}
PLACES = ranked({country: stated(Decimal(row["hdi_2022"])) for country, row in ROWS.items()}, ROWS)


def test_every_rank_is_the_published_one() -> None:
    assert {country: place.rank for country, place in PLACES.items()} == {
        country: int(row["hdi_rank_2022"]) for country, row in ROWS.items()
    }


def test_three_countries_share_the_twelfth_place_and_the_next_is_fifteenth() -> None:
    assert {PLACES[country] for country in ("BEL", "FIN", "LIE")} == {Place(PLACES["BEL"].rank, 193, 3)}
    assert (PLACES["BEL"].rank, PLACES["GBR"].rank) == (12, 15)
