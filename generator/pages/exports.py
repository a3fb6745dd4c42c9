"""The figures of a page, and all revisions, as CSV files: the same numbers, for programs and spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from generator.model.aim import Aim
from generator.model.bulletin import Tables
from generator.model.figure import Figure, Revision, Value
from generator.model.page import File

COLUMNS = (
    "id", "area", "area_name_zh", "area_name_en", "indicator", "measure", "breakdown", "peers", "period", "value",
    "value_high", "unit", "status", "bound", "edition", "source", "locator", "note_zh", "note_en",
)  # fmt: skip
AIM_COLUMNS = (*COLUMNS, "state", "why")  # both are those of an aim, and blank on the line of a result
REVISION_COLUMNS = (
    "id", "area", "indicator", "measure", "breakdown", "peers", "period", "previous_edition", "edition",
    "old_value", "old_value_high", "old_bound", "old_unit", "new_value", "new_value_high", "new_bound", "new_unit",
    "reason_zh", "reason_en",
)  # fmt: skip


def figures_csv(path: str, tables: Tables, figures: Iterable[Figure]) -> File:
    """``figures`` at ``path`` below the site's root. Names in both languages, so that one file serves both."""
    return _file(path, COLUMNS, (_cells(tables, figure) for figure in figures))


def aims_csv(path: str, tables: Tables, aims: Iterable[Aim], figures: Iterable[Figure]) -> File:
    """``figures``, each once, at ``path`` below the site's root, the targets of ``aims`` with their states."""
    states = {aim.target.id: (aim.state, aim.why) for aim in aims}
    lines = ([*_cells(tables, one), *states.get(one.id, ("", ""))] for one in dict.fromkeys(figures))
    return _file(path, AIM_COLUMNS, lines)


def revisions_csv(path: str, figures: Mapping[str, Figure], revisions: Iterable[Revision]) -> File:
    """``revisions`` of ``figures`` at ``path`` below the site's root."""
    return _file(path, REVISION_COLUMNS, (_change(figures[revision.figure], revision) for revision in revisions))


def _file(path: str, header: Sequence[str], lines: Iterable[Sequence[str]]) -> File:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return File(path, out.getvalue().encode("utf-8"))


def _change(figure: Figure, revision: Revision) -> list[str]:
    key = figure.key
    return [
        *(figure.id, key.subject, key.concept, key.measure, key.breakdown, key.peers, key.period.text),
        *(revision.previous_edition, revision.edition),
        *(*_value(revision.old), *_value(revision.new)),
        *(revision.reason.zh, revision.reason.en),
    ]


def _value(said: Value) -> list[str]:
    return [*("" if value is None else str(value) for value in (said.value, said.high)), said.bound, said.unit]


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
