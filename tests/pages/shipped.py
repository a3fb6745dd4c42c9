"""The shipped bulletins as volumes, for tests whose expected words were written from the source documents."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator import intake, measures
from generator.model.edition import Edition
from generator.model.text import Lang
from generator.pages import Volume

DATASETS = Path(__file__).parents[2] / "datasets"


@lru_cache
def volume(bulletin: str, lang: Lang) -> Volume:
    return Volume(lang, editions(bulletin))


@lru_cache
def editions(bulletin: str) -> tuple[Edition, ...]:
    return measures.assemble(intake.load(DATASETS, bulletin).tables)
