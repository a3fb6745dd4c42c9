"""Codes are valid for their year: an area, a breakdown or a peer set must exist in the period it is used for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.period import Period


class _Dated(Protocol):
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


def codes_in_time(gathered: Gathered) -> Iterator[Problem]:
    """Codes used for a period that ends before they began or begins after they ended."""
    reference = gathered.tables.reference
    for statement in gathered.tables.statements:
        key = statement.key
        tables: dict[str, tuple[str, Mapping[str, _Dated]]] = {
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


def exists_in(item: _Dated, period: Period) -> bool:
    """Whether the thing existed at any time of the period. One that ends before it begins is judged elsewhere."""
    if period.first is None or period.last is None:
        return True
    if item.valid_from and item.valid_to and item.valid_to < item.valid_from:
        return True
    begun = item.valid_from is None or item.valid_from <= period.last
    return begun and (item.valid_to is None or period.first <= item.valid_to)


def reversed_validity(gathered: Gathered) -> Iterator[Problem]:
    """Codes that end before they begin."""
    for sheet in gathered.sheets_of("areas", "breakdowns", "peers"):
        for record in sheet.records:
            begin, end = record.cells.get("valid_from", ""), record.cells.get("valid_to", "")
            if begin and end and end < begin:
                yield sheet.problem("validity-order", record.line, "valid_to", end, begin=begin)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "…"
