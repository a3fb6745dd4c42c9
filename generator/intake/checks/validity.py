"""Codes are valid for their year: an area, a breakdown or a peer set must exist in the period it is used for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.reference import Dated, exists_in


def codes_in_time(gathered: Gathered) -> Iterator[Problem]:
    """Codes used for a period that ends before they began or begins after they ended."""
    reference = gathered.tables.reference
    for statement in gathered.tables.statements:
        key = statement.key
        tables: dict[str, tuple[str, Mapping[str, Dated]]] = {
            "breakdown": (key.breakdown, reference.breakdowns),
            "peers": (key.peers, reference.peers),
        }
        if key.kind != "amount":
            tables["area"] = (key.subject, reference.areas)
        for column, (code, table) in tables.items():
            item = table.get(code)
            if item is not None and not exists_in(item, key.period):
                facts = {"period": str(key.period), "from": _day(item.valid_from), "to": _day(item.valid_to)}
                yield gathered.problem(statement.at, "code-not-valid", column, code, **facts)


def reversed_validity(gathered: Gathered) -> Iterator[Problem]:
    """Codes that end before they begin."""
    for sheet in gathered.sheets_of("areas", "breakdowns", "peers"):
        for record in sheet.records:
            begin, end = record.cells.get("valid_from", ""), record.cells.get("valid_to", "")
            if begin and end and end < begin:
                yield sheet.problem("validity-order", record.line, "valid_to", end, begin=begin)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "…"
