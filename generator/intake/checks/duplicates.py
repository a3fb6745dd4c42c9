"""One edition says a thing once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.intake.reading import KINDS
from generator.model.statement import Location


def stated_twice(gathered: Gathered) -> Iterator[Problem]:
    """Keys that stand twice in one edition: across files, or once with a blank breakdown and once with ``_T``."""
    sheets = [sheet for sheet in gathered.sheets if sheet.table in KINDS or sheet.table == "status"]
    if sum(map(len, gathered.stated.values())) == sum(len(sheet.records) for sheet in sheets):
        return  # as many names as rows: no name stands twice
    seen: dict[tuple[str, str], Location] = {}
    rows = [(one.edition, one.figure, one.at) for one in gathered.tables.statements]
    rows += [(one.edition, f"status.{one.project}", one.at) for one in gathered.tables.project_status]
    for edition, figure, at in rows:
        first = seen.setdefault((edition, figure), at)
        if first is not at:
            facts = {"other": first.file, "first": str(first.line), "edition": edition}
            yield gathered.problem(at, "stated-twice", "", figure, **facts)
