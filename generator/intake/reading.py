"""The rows that state values, as types: records of the sheets -> Statement, Project, ProjectStatus."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from generator.errors import Problem
from generator.model.codes import NOT_APPLICABLE, TOTAL, Bound, Status
from generator.model.period import Period
from generator.model.project import Project, ProjectStatus
from generator.model.reference import Reference
from generator.model.stage import Stage
from generator.model.statement import Key, Location, Statement

from .codelists import Cells, text
from .sheets import Record, Sheet

KINDS = {"observations": "obs", "targets": "target", "amounts": "amount"}  # table -> first part of a figure id
_PERIODS = ("period", "since", "expected_period", "set_on", "due", "done", "held_on", "published_on")


def period_problems(sheet: Sheet, record: Record) -> list[Problem]:
    """Periods in the right form that no calendar has: 2022-02-30, or a span that ends before it begins."""
    problems = []
    for column in _PERIODS:
        cell = record.cells.get(column, "")
        if cell and not readable(cell):
            rule = "period-order" if "/" in cell else "period-day"
            problems.append(sheet.problem(rule, record.line, column, cell))
    return problems


def readable(period: str) -> bool:
    """Whether it is a period, and one of the calendar."""
    try:
        Period.parse(period)
    except ValueError:
        return False
    return True


def key_of(table: str, cells: Cells) -> Key:
    """What a row is about. Blank breakdown and peers mean the total and not applicable."""
    period = Period.parse(cells["period"])
    if table == "amounts":
        return Key("amount", cells["project"], cells["item"], "", "", "", period)
    peers = (cells["peers"] or NOT_APPLICABLE) if table == "observations" else ""
    breakdown = cells["breakdown"] or TOTAL
    return Key(KINDS[table], cells["area"], cells["indicator"], cells["measure"], breakdown, peers, period)


def figure_id(table: str, cells: Cells) -> str:
    """The figure id of a row, also of one that cannot be read, so that links to it are no errors of their own."""
    period = cells.get("period", "").replace("/", "_")
    if table == "amounts":
        return ".".join(("amount", cells.get("project", ""), cells.get("item", ""), period))
    parts = [KINDS[table], *(cells.get(column, "") for column in ("area", "indicator", "measure"))]
    parts.append(cells.get("breakdown") or TOTAL)
    return ".".join([*parts, *([cells.get("peers") or NOT_APPLICABLE] if table == "observations" else []), period])


def statement_of(sheet: Sheet, record: Record, unit: str, decimals: int | None) -> Statement:
    """A row of observations, targets or amounts. ``unit`` and ``decimals`` are resolved by unit_of and decimals_of."""
    cells = record.cells
    return Statement(
        key=key_of(sheet.table, cells),
        edition=sheet.resource.edition,
        value=_number(cells["value"]),
        value_high=_number(cells["value_high"]),
        unit=unit,
        status=cast(Status, cells.get("status") or ("F" if cells["value"] else "O")),  # a target is planned by nature
        bound=cast(Bound, cells["bound"]),
        source=cells["source"],
        locator=cells["locator"],
        reason=text(cells, "reason"),
        note=text(cells, "note"),
        set_on=cells.get("set_on", ""),
        at=location(sheet, record),
        decimals=decimals,
    )


def unit_of(cells: Cells, reference: Reference) -> str:
    """The unit of a row: its own, else its measure's, else its indicator's; blank if these are unknown."""
    if unit := cells.get("unit"):
        return unit
    measure = reference.measures.get(cells.get("measure", ""))
    indicator = reference.indicators.get(cells.get("indicator", ""))
    return (measure.unit if measure else "") or (indicator.unit if indicator else "")


def decimals_of(cells: Cells, reference: Reference) -> int | None:
    """The digits after the point that a row's measure publishes, else its indicator; of amounts none are fixed."""
    measure = reference.measures.get(cells.get("measure", ""))
    if measure and measure.decimals is not None:
        return measure.decimals
    indicator = reference.indicators.get(cells.get("indicator", ""))
    return indicator.decimals if indicator else None


def project_of(cells: Cells) -> Project:
    """A row of the table of projects."""
    return Project(
        id=cells["id"],
        name=text(cells, "name"),
        kind=cells["kind"],
        area=cells["area"],
        host=cells["host"],
        industry=text(cells, "industry"),
        investor=cells["investor"],
        aliases=tuple(alias for alias in cells["aliases"].split(";") if alias),
        source=cells["source"],
        locator=cells["locator"],
        note=text(cells, "note"),
        tier=cells["tier"],
        programmes=tuple(cells["programmes"].split()),
        chain=cells["chain"],
        post=text(cells, "post"),
    )


def status_of(sheet: Sheet, record: Record) -> ProjectStatus:
    """A row of project status."""
    cells = record.cells
    return ProjectStatus(
        project=cells["project"],
        edition=sheet.resource.edition,
        stage=cast(Stage, cells["stage"]),
        since=Period.parse(cells["since"]),
        expected_stage=cells["expected_stage"],
        expected_period=Period.parse(cells["expected_period"]) if cells["expected_period"] else None,
        award=text(cells, "award"),
        source=cells["source"],
        locator=cells["locator"],
        note=text(cells, "note"),
        at=location(sheet, record),
        reason=text(cells, "reason"),
    )


def location(sheet: Sheet, record: Record) -> Location:
    """Where a row stands."""
    return Location(sheet.package, sheet.place.file, record.line)


def _number(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None
