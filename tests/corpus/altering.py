"""How a file of the small sound bulletin is altered, and what has to be told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Q1, Q2 = "investment/observations/2022-Q1.csv", "investment/observations/2022-Q2.csv"
AREAS, INDICATORS, UNITS = "reference/areas.csv", "reference/indicators.csv", "reference/units.csv"
BREAKDOWNS, PEERS, SOURCES = "reference/breakdowns.csv", "reference/peers.csv", "reference/sources.csv"
RELATIONS, TRACE, PROJECTS = "reference/relations.csv", "reference/trace.csv", "projects/projects.csv"
TARGETS, STATUS, AMOUNTS = (
    "investment/targets/2022-Q1.csv",
    "projects/status/2022-Q1.csv",
    "projects/amounts/2022-Q1.csv",
)
BULLETIN, RELEASES, LOCK = "bulletin.yaml", "releases.yaml", "releases.lock"
DESCRIPTOR = "investment/datapackage.yaml"

Told = tuple[str, str, int | None, str]  # rule, file, line, column
Alter = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Case:
    """One alteration of one file, and every problem that must be told of it, in their order."""

    name: str
    file: str
    alter: Alter = field(compare=False)
    told: tuple[Told, ...] = ()


def swap(old: str, new: str) -> Alter:
    """The file with a text, which it has once, replaced."""

    def alter(content: bytes) -> bytes:
        assert content.count(old.encode()) == 1, f"{old!r} stands {content.count(old.encode())} times"
        return content.replace(old.encode(), new.encode("utf-8", "surrogatepass"))

    return alter


def patched(old: str, new: bytes) -> Alter:
    return lambda content: content.replace(old.encode(), new)


def recoded(encoding: str) -> Alter:
    return lambda content: content.decode().encode(encoding)
