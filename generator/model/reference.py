"""What the reference tables describe: areas, indicators, measures, units, breakdowns, peers, sources, terms ..."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Protocol

from .chain import ChainLink
from .codes import Basis
from .mechanism import Mechanism
from .period import Period
from .text import Text


class Dated(Protocol):
    """What is valid for some time, from a first to a last day or without end."""

    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


def exists_in(item: Dated, period: Period) -> bool:
    """Whether the thing existed at any time of the period. One that ends before it begins is judged elsewhere."""
    if period.first is None or period.last is None:
        return True
    if item.valid_from and item.valid_to and item.valid_to < item.valid_from:
        return True
    begun = item.valid_from is None or item.valid_from <= period.last
    return begun and (item.valid_to is None or period.first <= item.valid_to)


@dataclass(frozen=True, slots=True)
class Area:
    """A place that figures are about; ``code`` after GB/T 2260 (行政区划代码)."""

    code: str
    name: Text
    level: str  # province, prefecture, county, zone
    parent: str
    valid_from: date | None
    valid_to: date | None
    successor: str  # the code that continues this one
    succession: str  # renamed, merged, split
    tile: tuple[int, int] | None  # row and column in the tile grid


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement. ``base`` and ``factor`` convert: 1 CNY_100M = 100 000 000 CNY."""

    id: str
    name: Text  # after the number: 个; projects
    name_one: str  # English singular: project
    kind: str  # money, count, rate, points, area, time, rank, version, other
    base: str
    factor: Fraction | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A statistical concept (指标), apart from what is said of it (its measures)."""

    id: str
    name: Text
    topic: str  # the package that holds its rows
    unit: str
    decimals: int  # digits after the point that are published: a finer change is no revision
    basis: Basis
    direction: str  # up, down, none: which way is better
    price_basis: str  # nominal, comparable, none, not_stated
    level_comparable: bool  # may growth be computed from two published levels?
    definition: Text
    method_note: Text
    threshold: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What is said of an indicator: its level, growth, share, rank ... (SDMX: transformation)."""

    id: str
    name: Text
    unit: str  # blank: the indicator's
    decimals: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A part of an indicator's total: one cluster, one tier, one platform."""

    id: str
    dimension: str
    name: Text
    parent: str
    valid_from: date | None
    valid_to: date | None
    additive: bool  # do the parts of the parent sum to it?
    nested: bool  # does each part contain the next, so that they must never be added?


@dataclass(frozen=True, slots=True)
class Peers:
    """A set of areas among which a rank is taken. ``count`` only where a source counts them."""

    id: str
    name: Text
    members: str  # codes, or children:CODE
    count: int | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Source:
    """A published document that figures were taken from."""

    id: str
    title: Text
    publisher: Text
    published_on: str  # a day, a year, or blank
    date_is: str  # stated, inferred
    url: str
    licence: str
    note: Text


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    id: str
    term: Text
    term_hant: str  # traditional characters, as some sources write it
    definition: Text
    indicator: str


@dataclass(frozen=True, slots=True)
class Relation:
    """An arithmetical relation between stated figures: a check, an implied figure, or a sum that must not be done."""

    id: str
    rule: str
    operands: tuple[str, ...]  # figure ids or numbers
    result: str  # id of the published figure that it should meet, or blank
    unit: str
    verdict: str  # verified, implied, ambiguous, not_comparable, conflict
    statement: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Trace:
    """Where one fact of a source document went: a row of a table, or nowhere, with the reason."""

    fact: str
    source: str
    table: str
    edition: str
    row: str
    column: str
    reason: Text
    correction: Text


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference tables of one bulletin, each keyed by its id, in the order of its file."""

    areas: Mapping[str, Area] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    breakdowns: Mapping[str, Breakdown] = field(default_factory=dict)
    peers: Mapping[str, Peers] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    trace: tuple[Trace, ...] = ()
    mechanisms: Mapping[str, Mechanism] = field(default_factory=dict)
    chain_links: Mapping[str, ChainLink] = field(default_factory=dict)

    def lies_in(self, area: str, whole: str) -> bool:
        """True if ``area`` is ``whole`` or lies in it."""
        while area and area != whole:
            found = self.areas.get(area)
            area = found.parent if found else ""
        return bool(area)
