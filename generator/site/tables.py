"""The tables of a published data package: their columns, their keys, and their rows as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from generator.model.period import Period
from generator.model.reference import Area, Unit
from generator.model.statement import Key, Statement
from generator.model.text import Text

_REASONS = "reason_zh reason_en note_zh note_en"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "observations": "id area indicator measure breakdown peers period unit value value_high status bound edition "
        f"source locator {_REASONS}",
        "targets": "id area indicator measure breakdown period unit value value_high bound edition set_on "
        f"source locator {_REASONS}",
        "projects": "id name_zh name_en kind area host industry_zh industry_en investor aliases source locator "
        "note_zh note_en",
        "status": "project stage since expected_stage expected_period award_zh award_en edition source locator "
        "note_zh note_en",
        "amounts": f"id project item period unit value value_high status bound edition source locator {_REASONS}",
        "areas": "code name_zh name_en level parent valid_from valid_to successor succession tile_row tile_col",
        "indicators": "id name_zh name_en topic unit decimals basis direction price_basis level_comparable "
        "definition_zh definition_en method_note_zh method_note_en threshold",
        "measures": "id name_zh name_en unit decimals rule",
        "breakdowns": "id dimension name_zh name_en parent valid_from valid_to additive nested",
        "peers": "id name_zh name_en members count valid_from valid_to",
        "units": "id name_zh name_en name_en_one kind base factor",
        "sources": "id title_zh title_en publisher_zh publisher_en published_on date_is url licence note_zh note_en",
        "glossary": "id term_zh term_hant term_en definition_zh definition_en indicator",
        "relations": "id rule operands result unit verdict statement_zh statement_en note_zh note_en",
        "trace": "fact source table edition row column reason_zh reason_en correction_zh correction_en",
    }.items()
}
_KEYS: Mapping[str, tuple[str, ...]] = {"areas": ("code",), "status": ("project",), "trace": ("fact", "row", "column")}

_OF_STATEMENT = {"indicator": "indicators", "measure": "measures", "breakdown": "breakdowns", "peers": "peers"}
LINKS: Mapping[str, Mapping[str, str]] = {  # column -> the table whose key it holds
    "observations": {"area": "areas", **_OF_STATEMENT, "unit": "units", "source": "sources"},
    "targets": {"area": "areas", **_OF_STATEMENT, "unit": "units", "source": "sources"},
    "projects": {"area": "areas", "host": "projects", "source": "sources"},
    "status": {"project": "projects", "source": "sources"},
    "amounts": {"project": "projects", "unit": "units", "source": "sources"},
    "areas": {"parent": "areas"},
    "indicators": {"unit": "units"},
    "measures": {"unit": "units"},
    "breakdowns": {"parent": "breakdowns"},
    "glossary": {"indicator": "indicators"},
    "trace": {"source": "sources"},
}

_KEY_FIELD = {"area": "subject", "project": "subject", "indicator": "concept", "item": "concept"}
_SPECIAL: Mapping[tuple[type, str], Callable[[Any], object]] = {
    (Unit, "name_en_one"): lambda unit: unit.name_one,
    (Area, "tile_row"): lambda area: area.tile and area.tile[0],
    (Area, "tile_col"): lambda area: area.tile and area.tile[1],
}


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a package, every cell as text."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        return key_of(self.name)


def key_of(table: str) -> tuple[str, ...]:
    """The primary key of a published table."""
    return _KEYS.get(table, ("id",))


def table(name: str, records: Iterable[object]) -> Table:
    """The published table ``name`` of these records, in their order."""
    columns = COLUMNS[name]
    rows = tuple(tuple(cell(record, column) for column in columns) for record in records)
    return Table(name, columns, rows, {column: to for column, to in LINKS.get(name, {}).items() if column in columns})


def cell(record: object, column: str) -> str:
    """What stands under ``column`` for ``record``."""
    if special := _SPECIAL.get((type(record), column)):
        return written(special(record))
    base, _, lang = column.rpartition("_")
    if lang in ("zh", "en") and isinstance(text := getattr(record, base, None), Text):
        return written(getattr(text, lang))
    if isinstance(record, Statement) and not hasattr(record, column):
        return written(getattr(record.key, _KEY_FIELD.get(column, column)))
    value = getattr(record, column)
    return ";".join(value) if column == "aliases" else written(value)


def written(value: object) -> str:
    """A value as text: digits as they were stated, booleans as in Table Schema, lists with spaces."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")  # never 5E+5; keeps the zero of 529.0
        case tuple():
            return " ".join(value)
        case date():
            return value.isoformat()
        case Period() | Fraction() | int() | str():
            return str(value)
        case _:
            raise TypeError(f"no text for {value!r}")


def by_key(statement: Statement) -> tuple[object, ...]:
    """Sort key of published statements: area, indicator, measure, breakdown, peers, then time."""
    key: Key = statement.key
    return (*key.series, key.period.sort_key, key.period.text)


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """CSV after RFC 4180 with LF, UTF-8 without a mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
