"""What lies in something else must not, however far up, lie in itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Problem
from generator.intake.gathering import Gathered

LINKS = {"areas": ("parent", "successor"), "breakdowns": ("parent",), "projects": ("host",)}


def circles(gathered: Gathered) -> Iterator[Problem]:
    """Rows whose parent, successor or host leads back to them."""
    for sheet in gathered.sheets_of(*LINKS):
        rows = {record.cells.get(sheet.schema.key[0], ""): record for record in sheet.records}
        for column in LINKS[sheet.table]:
            links = {code: record.cells.get(column, "") for code, record in rows.items()}
            for code, record in rows.items():
                if code and (way := _circle(code, links)):
                    yield sheet.problem("circle", record.line, column, links[code], way=" → ".join(way))


def _circle(code: str, links: Mapping[str, str]) -> list[str]:
    """The way from ``code`` back to itself; empty if there is none."""
    way = [code]
    while (after := links.get(way[-1], "")) and after not in way:
        way.append(after)
    return [*way, code] if after == code else []
