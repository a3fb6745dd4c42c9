"""A relation has as many operands as its rule computes with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered

TWO = ("product_percent", "growth_base", "growth_increase", "growth_of_mean", "change_percent")
COUNTS = {**dict.fromkeys(TWO, 2), "contribution_base": 3}
SEVERAL = frozenset({"sum", "difference", "ratio", "percent"})  # take as many as there are
MOST = 1000
CLAIMED = frozenset({"verified", "implied", "ambiguous"})  # verdicts that promise a result


def operand_counts(gathered: Gathered) -> Iterator[Problem]:
    """Relations with more or fewer operands than their rule has."""
    for sheet in gathered.sheets_of("relations"):
        for record in sheet.records:
            rule, operands = record.cells.get("rule", ""), record.cells.get("operands", "")
            given, wanted = len(operands.split()), _wanted(rule, record.cells.get("verdict", ""))
            if given not in wanted:
                span = str(wanted[0]) if len(wanted) == 1 else f"{wanted[0]}–{wanted[-1]}"
                facts = {"operation": rule, "wanted": span, "given": str(given)}
                yield sheet.problem("operand-count", record.line, "operands", operands, **facts)


def _wanted(rule: str, verdict: str) -> range:
    """How many operands a relation may have."""
    if rule in COUNTS:
        return range(COUNTS[rule], COUNTS[rule] + 1)
    return range(2 if verdict in CLAIMED else 0, MOST + 1) if rule in SEVERAL else range(MOST + 1)
