"""The reference tables as types: records of the sheets -> model.reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TypeVar, cast

from generator.model.chain import ChainLink, LinkState
from generator.model.codes import Basis
from generator.model.in_order import InOrder
from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.reference import (
    Area,
    Breakdown,
    Indicator,
    Measure,
    Peers,
    Reference,
    Relation,
    Source,
    Term,
    Trace,
    Unit,
)  # fmt: skip
from generator.model.text import Text

Cells = Mapping[str, str]
Item = TypeVar("Item")


def reference_of(records: Mapping[str, Iterable[Cells]]) -> Reference:
    """The reference tables from their sound records, in the order of their files."""

    def table(name: str, key: str, make: Callable[[Cells], Item]) -> dict[str, Item]:
        return InOrder((cells[key], make(cells)) for cells in records.get(name, ()))

    return Reference(
        areas=table("areas", "code", _area),
        indicators=table("indicators", "id", _indicator),
        measures=table("measures", "id", _measure),
        breakdowns=table("breakdowns", "id", _breakdown),
        peers=table("peers", "id", _peers),
        units=table("units", "id", _unit),
        sources=table("sources", "id", _source),
        glossary=table("glossary", "id", _term),
        relations=table("relations", "id", _relation),
        trace=tuple(_trace(cells) for cells in records.get("trace", ())),
        mechanisms=table("mechanisms", "id", _mechanism),
        chain_links=table("chain_links", "id", _chain_link),
    )


def text(cells: Cells, name: str) -> Text:
    """The columns ``name_zh`` and ``name_en``."""
    return Text(cells[f"{name}_zh"], cells[f"{name}_en"])


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _count(cell: str) -> int | None:
    return int(cell) if cell else None


def _area(cells: Cells) -> Area:
    row, column = cells["tile_row"], cells["tile_col"]
    return Area(
        code=cells["code"],
        name=text(cells, "name"),
        level=cells["level"],
        parent=cells["parent"],
        valid_from=_day(cells["valid_from"]),
        valid_to=_day(cells["valid_to"]),
        successor=cells["successor"],
        succession=cells["succession"],
        tile=(int(row), int(column)) if row and column else None,
    )


def _unit(cells: Cells) -> Unit:
    return Unit(
        id=cells["id"],
        name=text(cells, "name"),
        name_one=cells["name_en_one"],
        kind=cells["kind"],
        base=cells["base"],
        factor=Fraction(cells["factor"]) if cells["factor"] else None,
    )


def _indicator(cells: Cells) -> Indicator:
    return Indicator(
        id=cells["id"],
        name=text(cells, "name"),
        topic=cells["topic"],
        unit=cells["unit"],
        decimals=int(cells["decimals"]),
        basis=cast(Basis, cells["basis"]),
        direction=cells["direction"],
        price_basis=cells["price_basis"],
        level_comparable=cells["level_comparable"] == "true",
        definition=text(cells, "definition"),
        method_note=text(cells, "method_note"),
        threshold=cells["threshold"],
    )


def _measure(cells: Cells) -> Measure:
    return Measure(cells["id"], text(cells, "name"), cells["unit"], _count(cells["decimals"]), cells["rule"])


def _breakdown(cells: Cells) -> Breakdown:
    return Breakdown(
        id=cells["id"],
        dimension=cells["dimension"],
        name=text(cells, "name"),
        parent=cells["parent"],
        valid_from=_day(cells["valid_from"]),
        valid_to=_day(cells["valid_to"]),
        additive=cells["additive"] == "true",
        nested=cells["nested"] == "true",
    )


def _peers(cells: Cells) -> Peers:
    return Peers(
        id=cells["id"],
        name=text(cells, "name"),
        members=cells["members"],
        count=_count(cells["count"]),
        valid_from=_day(cells["valid_from"]),
        valid_to=_day(cells["valid_to"]),
    )


def _source(cells: Cells) -> Source:
    return Source(
        id=cells["id"],
        title=text(cells, "title"),
        publisher=text(cells, "publisher"),
        published_on=cells["published_on"],
        date_is=cells["date_is"],
        url=cells["url"],
        licence=cells["licence"],
        note=text(cells, "note"),
    )


def _term(cells: Cells) -> Term:
    return Term(cells["id"], text(cells, "term"), cells["term_hant"], text(cells, "definition"), cells["indicator"])


def _mechanism(cells: Cells) -> Mechanism:
    return Mechanism(
        id=cells["id"],
        name=text(cells, "name"),
        area=cells["area"],
        purpose=text(cells, "purpose"),
        compared=text(cells, "compared"),
        frequency=tuple(cells["frequency"].split()),
        rule=text(cells, "rule"),
        since=Period.parse(cells["since"]),
        state=cells["state"],
        core=cells["core"] == "true",
        view=cells["view"],
        parameters=tuple(cells["parameters"].split()),
        indicators=tuple(cells["indicators"].split()),
        gap=text(cells, "gap"),
        source=cells["source"],
        locator=cells["locator"],
        note=text(cells, "note"),
    )


def _chain_link(cells: Cells) -> ChainLink:
    return ChainLink(
        id=cells["id"],
        chain=cells["chain"],
        name=text(cells, "name"),
        state=cast(LinkState, cells["state"]),
        feeds=tuple(cells["feeds"].split()),
        candidates=text(cells, "candidates"),
        source=cells["source"],
        locator=cells["locator"],
        note=text(cells, "note"),
    )


def _relation(cells: Cells) -> Relation:
    return Relation(
        id=cells["id"],
        rule=cells["rule"],
        operands=tuple(cells["operands"].split()),
        result=cells["result"],
        unit=cells["unit"],
        verdict=cells["verdict"],
        statement=text(cells, "statement"),
        note=text(cells, "note"),
    )


def _trace(cells: Cells) -> Trace:
    return Trace(
        fact=cells["fact"],
        source=cells["source"],
        table=cells["table"],
        edition=cells["edition"],
        row=cells["row"],
        column=cells["column"],
        reason=text(cells, "reason"),
        correction=text(cells, "correction"),
    )
