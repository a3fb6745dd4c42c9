"""What lies in something else must not, however far up, lie in itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Problem
from generator.intake.gathering import Gathered

LINKS = {"areas": ("parent", "successor"), "breakdowns": ("parent",), "projects": ("host",)}
MAX_WAY = 12  # codes of a circle that are told


def circles(gathered: Gathered) -> Iterator[Problem]:
    """Rows whose parent, successor or host leads back to them."""
    for sheet in gathered.sheets_of(*LINKS):
        rows = {record.cells.get(sheet.schema.key[0], ""): record for record in sheet.records}
        for column in LINKS[sheet.table]:
            links = {code: record.cells.get(column, "") for code, record in rows.items()}
            ways = dict(_circles(links))
            for code, record in rows.items():
                if code in ways:
                    yield sheet.problem("circle", record.line, column, links[code], way=" → ".join(ways[code]))


def _circles(links: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Each code that lies in a circle, with the way from it back to itself. Every link is followed once: tables may
    have chains of thousands of rows."""
    done: set[str] = set()
    for start in links:
        way: dict[str, int] = {}  # each code with its place on the way, in order
        code = start
        while code and code not in way and code not in done:
            way[code] = len(way)
            code = links.get(code, "")
        if code in way:
            circle = [*way][way[code] :]
            for place, one in enumerate(circle):
                yield one, _told(circle, place)
        done.update(way)


def _told(circle: list[str], place: int) -> list[str]:
    """The way around from one place of the circle, as it can be read: of a long one its beginning and its end."""
    length, rest = len(circle), ["…"] if len(circle) > MAX_WAY else []
    begin = [circle[(place + step) % length] for step in range(min(length, MAX_WAY))]
    return [*begin, *rest, circle[place]]
