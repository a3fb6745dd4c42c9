"""Areas follow one another and lie on the tile map as their columns say together, not each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.intake.sheets import Record, Sheet

LAST_TILE = 99  # a map of more rows or columns could not be read
_TILE = ("tile_row", "tile_col")


def successions(gathered: Gathered) -> Iterator[Problem]:
    """Areas that have a successor and do not say since when or how, or the reverse."""
    for sheet in gathered.sheets_of("areas"):
        for record in sheet.records:
            named, how = record.cells.get("successor"), record.cells.get("succession")
            for column, given in (("successor", "succession"), ("succession", "successor"), ("valid_to", "successor")):
                needed = named if given == "successor" else how
                if needed and not record.cells.get(column):
                    yield sheet.problem("succession-half", record.line, column, given=given)


def tiles(gathered: Gathered) -> Iterator[Problem]:
    """Tiles with half a place, too far out, or of two areas of one parent that exist at the same time."""
    for sheet in gathered.sheets_of("areas"):
        taken: dict[tuple[str, ...], list[Record]] = {}
        for record in sheet.records:
            yield from _misplaced(sheet, record)
            if all(tile := tuple(record.cells.get(column, "") for column in _TILE)):
                others = taken.setdefault((*tile, record.cells.get("parent", ""), record.cells.get("level", "")), [])
                other = next((one for one in others if _together(one.cells, record.cells)), None)
                others.append(record)
                if other:
                    facts = {"other": other.cells["code"], "place": ", ".join(tile)}
                    yield sheet.problem("tile-taken", record.line, "tile_row", record.cells["code"], **facts)


def _misplaced(sheet: Sheet, record: Record) -> Iterator[Problem]:
    for column, beside in (_TILE, _TILE[::-1]):
        cell = record.cells.get(column, "")
        if not cell and record.cells.get(beside):
            yield sheet.problem("blank-cell", record.line, column)
        elif cell.isdigit() and len(cell.lstrip("0")) > len(str(LAST_TILE)):
            yield sheet.problem("out-of-range", record.line, column, cell, limits=f"≤ {LAST_TILE}")


def _together(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two areas exist on some day both. Days as they are written sort in their order."""
    begin = max(one.get("valid_from", ""), other.get("valid_from", ""))
    ends = [cells["valid_to"] for cells in (one, other) if cells.get("valid_to")]
    return not ends or begin <= min(ends)
