"""A relation has as many operands as its rule computes with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered

TWO = ("product_percent", "growth_base", "growth_increase", "growth_of_mean", "change_percent")
COUNTS = {**dict.fromkeys(TWO, 2), "contribution_base": 3}  # the other rules take as many as there are


def operand_counts(gathered: Gathered) -> Iterator[Problem]:
    """Relations with more or fewer operands than their rule has."""
    for sheet in gathered.sheets_of("relations"):
        for record in sheet.records:
            rule, operands = record.cells.get("rule", ""), record.cells.get("operands", "")
            given, wanted = len(operands.split()), COUNTS.get(rule)
            if wanted and given != wanted:
                facts = {"operation": rule, "wanted": str(wanted), "given": str(given)}
                yield sheet.problem("operand-count", record.line, "operands", operands, **facts)
