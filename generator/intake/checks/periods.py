"""Is the period of a row one that its indicator can have, and one that its edition can know?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.codes import Basis
from generator.model.period import Period
from generator.model.statement import Statement

# Which periods an indicator of each basis may have. Undated is allowed under every basis.
FITS: Mapping[Basis, Callable[[Period], bool]] = {
    "quarter": lambda period: period.kind == "quarter",
    "ytd": lambda period: period.year_to_date,
    "year": lambda period: period.kind == "year",
    "as_of": lambda period: period.kind in ("day", "year"),
    "span": lambda period: period.kind != "day",
}


def period_basis(gathered: Gathered) -> Iterator[Problem]:
    """Periods that do not go with the basis of the indicator: a day for a sum, a quarter for a yearly figure."""
    indicators = gathered.tables.reference.indicators
    for statement in gathered.tables.statements:
        indicator = indicators.get(statement.key.concept) if statement.key.kind != "amount" else None
        period = statement.key.period
        if indicator and period.dated and not FITS[indicator.basis](period):
            facts = {"indicator": indicator.id, "basis": indicator.basis}
            yield gathered.problem(statement.at, "period-basis", "period", period, **facts)


def period_future(gathered: Gathered) -> Iterator[Problem]:
    """Figures for a time after the last day that the edition has data for. Targets and plans may lie ahead."""
    until = {release.edition: release.data_until for release in gathered.tables.releases}
    for statement in gathered.tables.statements:
        limit = until.get(statement.edition)
        if limit and statement.key.kind != "target" and statement.status != "F" and _after(statement, limit, gathered):
            facts = {"until": limit.isoformat(), "edition": statement.edition}
            yield gathered.problem(statement.at, "period-future", "period", statement.key.period, **facts)
    for status in gathered.tables.project_status:
        limit = until.get(status.edition)
        if limit and status.since.first and status.since.first > limit:
            facts = {"until": limit.isoformat(), "edition": status.edition}
            yield gathered.problem(status.at, "period-future", "since", status.since, **facts)


def _after(statement: Statement, limit: date, gathered: Gathered) -> bool:
    """Running totals must be over, or in their last month; what a year has seen so far can be told before its end."""
    period = statement.key.period
    if period.first is None or period.last is None:
        return False
    indicator = gathered.tables.reference.indicators.get(statement.key.concept)
    if indicator is None or indicator.basis not in ("quarter", "ytd"):
        return period.first > limit
    return period.last.replace(day=1) > limit
