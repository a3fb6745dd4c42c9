"""A chain runs one way: no link feeds, over others, itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.model.chain import ChainLink


def circles(gathered: Gathered) -> Iterator[Problem]:
    """Links that are downstream of themselves: each circle once, at the first of its links."""
    links, told = gathered.tables.reference.chain_links, set[str]()
    for sheet in gathered.sheets_of("chain_links"):
        for record in sheet.records:
            circle = _circle(links, record.cells.get("id", "")) if record.cells.get("id") not in told else ()
            told.update(circle)
            if circle:
                value, path = record.cells["chain"], " → ".join((*circle, circle[0]))
                yield sheet.problem("chain-circle", record.line, "feeds", value, parts=path)


def _circle(links: Mapping[str, ChainLink], start: str) -> tuple[str, ...]:
    """The shortest way from ``start`` downstream back to it; empty if there is none."""
    ways, seen = list[tuple[str, ...]]([(start,)]), set[str]()
    for way in ways:  # grows as it is read
        for below in links[way[-1]].feeds if way[-1] in links else ():
            if below == start:
                return way
            if below not in seen:
                seen.add(below)
                ways.append((*way, below))
    return ()
