"""One span of time has one spelling in a series: 2026-Q1 and 2026-01/2026-03 would be two keys for one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.statement import Statement


def two_spellings(gathered: Gathered) -> Iterator[Problem]:
    """Rows whose period another row of the series, in whatever edition, spells in another way."""
    locked = {release.edition for release in gathered.tables.releases if release.locked}
    if not _doubtful(gathered):
        return
    spans: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in gathered.tables.statements:
        period = statement.key.period
        if period.dated and period.kind != "day":
            spans[(*statement.key.series, period.first, period.last)].append(statement)
    for statements in spans.values():
        right = _right(statements, locked)
        for statement in statements:
            if statement.key.period.text != right and statement.edition not in locked:
                yield gathered.problem(statement.at, "period-spelling", "period", statement.key.period, expected=right)


def _doubtful(gathered: Gathered) -> bool:
    """Whether any span has two spellings in the bulletin: mostly none has, and there is nothing to compare."""
    periods = {statement.key.period for statement in gathered.tables.statements}
    spans = [(period.first, period.last) for period in periods if period.dated and period.kind != "day"]
    return len(set(spans)) < len(spans)


def _right(statements: list[Statement], locked: set[str]) -> str:
    """The spelling that a released edition has and can no longer change, else the short one: quarter, half, year."""
    released = [one for one in statements if one.edition in locked]
    periods = [one.key.period for one in released or statements]
    return min(periods, key=lambda period: period.kind == "months").text
