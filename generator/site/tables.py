"""The tables of a published data package: their columns, their keys, and their rows as text."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import Any

from generator.model.period import Period
from generator.model.reference import Area, Unit
from generator.model.statement import Key, Statement

_REASONS = "reason_zh reason_en note_zh note_en"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "observations": "id area indicator measure breakdown peers period unit value value_high status bound edition "
        f"source locator {_REASONS}",
        "targets": "id area indicator measure breakdown period unit value value_high bound edition set_on "
        f"source locator {_REASONS}",
        "projects": "id name_zh name_en kind area host industry_zh industry_en investor aliases source locator "
        "note_zh note_en tier programmes chain post_zh post_en",
        "status": "project stage since expected_stage expected_period award_zh award_en edition source locator "
        "note_zh note_en reason_zh reason_en",
        "amounts": f"id project item period unit value value_high status bound edition source locator {_REASONS}",
        "milestones": f"project milestone name_zh name_en stage due done mechanism edition source locator {_REASONS}",
        "batches": f"id name_zh name_en area kind held_on mechanism projects edition source locator {_REASONS}",
        "awards": f"project award period mechanism body_zh body_en rule_zh rule_en edition source locator {_REASONS}",
        "leads": f"id name_zh name_en area step since project edition source locator {_REASONS}",
        "areas": "code name_zh name_en level parent valid_from valid_to successor succession tile_row tile_col",
        "indicators": "id name_zh name_en topic unit decimals basis direction price_basis level_comparable "
        "definition_zh definition_en method_note_zh method_note_en threshold",
        "measures": "id name_zh name_en unit decimals rule",
        "breakdowns": "id dimension name_zh name_en parent valid_from valid_to additive nested",
        "peers": "id name_zh name_en members count valid_from valid_to",
        "units": "id name_zh name_en name_en_one kind base factor",
        "sources": "id title_zh title_en publisher_zh publisher_en published_on date_is url licence note_zh note_en",
        "glossary": "id term_zh term_hant term_en definition_zh definition_en indicator",
        "mechanisms": "id name_zh name_en area purpose_zh purpose_en compared_zh compared_en frequency rule_zh "
        "rule_en since state core view parameters indicators gap_zh gap_en source locator note_zh note_en",
        "chain_links": "id chain name_zh name_en state feeds candidates_zh candidates_en source locator "
        "note_zh note_en",
        "relations": "id rule operands result unit verdict statement_zh statement_en note_zh note_en",
        "trace": "fact source table edition row column reason_zh reason_en correction_zh correction_en",
    }.items()
}
_KEYS: Mapping[str, tuple[str, ...]] = {
    "areas": ("code",),
    "status": ("project",),
    "trace": ("fact", "row", "column"),
    "milestones": ("project", "milestone"),
    "awards": ("project", "award", "period"),
}

_OF_STATEMENT = {"indicator": "indicators", "measure": "measures", "breakdown": "breakdowns", "peers": "peers"}
LINKS: Mapping[str, Mapping[str, str]] = {  # column -> the table whose key it holds
    "observations": {"area": "areas", **_OF_STATEMENT, "unit": "units", "source": "sources"},
    "targets": {"area": "areas", **_OF_STATEMENT, "unit": "units", "source": "sources"},
    "projects": {"area": "areas", "host": "projects", "chain": "breakdowns", "source": "sources"},
    "status": {"project": "projects", "source": "sources"},
    "amounts": {"project": "projects", "unit": "units", "source": "sources"},
    "milestones": {"project": "projects", "mechanism": "mechanisms", "source": "sources"},
    "batches": {"area": "areas", "mechanism": "mechanisms", "source": "sources"},
    "awards": {"project": "projects", "mechanism": "mechanisms", "source": "sources"},
    "leads": {"area": "areas", "project": "projects", "source": "sources"},
    "mechanisms": {"area": "areas", "source": "sources"},
    "chain_links": {"chain": "breakdowns", "source": "sources"},
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


def table(name: str, records: Sequence[object]) -> Table:
    """The published table ``name`` of these records, all of one type, in their order."""
    columns = COLUMNS[name]
    writers = [_writer(type(records[0]), column) for column in columns] if records else []
    rows = tuple(tuple(write(record) for write in writers) for record in records)
    return Table(name, columns, rows, {column: to for column, to in LINKS.get(name, {}).items() if column in columns})


def _writer(kind: type, column: str) -> Callable[[Any], str]:
    """What writes the column of a record of this kind: found once, used for every row."""
    fields = {field.name for field in dataclasses.fields(kind)}
    base, _, lang = column.rpartition("_")
    if special := _SPECIAL.get((kind, column)):
        return lambda record: written(special(record))
    if column == "aliases":
        return lambda record: ";".join(record.aliases)
    if lang in ("zh", "en") and base in fields:
        take = attrgetter(f"{base}.{lang}")
    elif kind is Statement and column == "id":
        take = attrgetter("figure")
    elif kind is Statement and column not in fields:
        take = attrgetter(f"key.{_KEY_FIELD.get(column, column)}")
    else:
        take = attrgetter(column)
    return lambda record: written(take(record))


def written(value: object) -> str:
    """A value as text: digits as they were stated, booleans as in Table Schema, lists with spaces."""
    if isinstance(value, str):  # nearly all are
        return value
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
        case Period() | Fraction() | int():
            return str(value)
        case _:
            raise TypeError(f"no text for {value!r}")


def in_order(rows: Sequence[object]) -> Sequence[object]:
    """Statements by area, indicator, measure, breakdown, peers, then time; other rows as they stand."""
    stated = [row for row in rows if isinstance(row, Statement)]
    stated.sort(key=_by_key)
    return stated or rows


def _by_key(statement: Statement) -> tuple[object, ...]:
    key: Key = statement.key
    return (*key.series, key.period.sort_key, key.period.text)


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """CSV after RFC 4180 with LF, UTF-8 without a mark."""
    return rows_to_csv((columns, *rows))


def rows_to_csv(rows: Iterable[Iterable[str]]) -> bytes:
    """The same without a header."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
