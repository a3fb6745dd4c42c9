"""The figures of a page as a CSV file: the same numbers, for programs and spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from generator.model.bulletin import Tables
from generator.model.figure import Figure
from generator.model.page import File

COLUMNS = (
    "id", "area", "area_name_zh", "area_name_en", "indicator", "measure", "breakdown", "peers", "period", "value",
    "value_high", "unit", "status", "bound", "edition", "source", "locator", "note_zh", "note_en",
)  # fmt: skip


def figures_csv(path: str, tables: Tables, figures: Iterable[Figure]) -> File:
    """``figures`` at ``path`` below the site's root. Names in both languages, so that one file serves both."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for figure in figures:
        writer.writerow(_cells(tables, figure))
    return File(path, out.getvalue().encode("utf-8"))


def _cells(tables: Tables, figure: Figure) -> list[str]:
    key, area = figure.key, tables.reference.areas.get(figure.key.subject)
    measure = "target" if key.kind == "target" and key.measure == "level" else key.measure
    return [
        figure.id,
        key.subject,
        area.name.zh if area else "",
        area.name.en if area else "",
        key.concept,
        measure,
        key.breakdown,
        key.peers,
        key.period.text,
        "" if figure.value is None else str(figure.value),
        "" if figure.value_high is None else str(figure.value_high),
        figure.unit.id,
        figure.status,
        figure.bound,
        figure.edition,
        figure.source,
        figure.locator,
        figure.note.zh,
        figure.note.en,
    ]
