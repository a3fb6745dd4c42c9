"""One page of every kind, from the shipped bulletins; each exists in both languages."""

from __future__ import annotations

PAGES = (
    "",
    "taizhou/",
    "taizhou/editions/",
    "taizhou/editions/2018-Q2/",
    "taizhou/areas/",
    "taizhou/areas/331002/",
    "taizhou/indicators/",
    "taizhou/indicators/cluster_output_value/",
    "qiyang/indicators/key_projects_investment/",
    "taizhou/scoreboard/",
    "taizhou/projects/",
    "taizhou/projects/daziran_outdoor/",
    "taizhou/sources/",
    "taizhou/sources/s000/",
    "taizhou/glossary/",
    "taizhou/revisions/",
    "taizhou/data/",
    "taizhou/data/industry/",
    "taizhou/method/",
    "taizhou/marks/",
    "taizhou/using-data/",
    "demo/",
    "demo/areas/990124/",
    "demo/indicators/cluster_output/",
    "demo/scoreboard/",
    "demo/league/",
    "demo/league/race/",
    "demo/league/race/weights/",
    "demo/editions/2025-Q1/league/race/",
)
EVERY = (*PAGES, *(f"en/{path}" for path in PAGES))
