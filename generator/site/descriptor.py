"""The descriptor of a published package: datapackage.json after Data Package v2."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from generator.errors import BuildError
from generator.model.bulletin import Bulletin
from generator.model.licences import described
from generator.model.reference import Source
from generator.model.text import Text

from .tables import Table, key_of

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
LEVELS = 5  # package, resources, resource, schema, fields
_NUMBERS = frozenset({"value", "value_high"})  # text in an editor's file, a number to whoever loads the package
# Patterns of intake know no _T and _Z, and a number has no pattern.
_WITHOUT_PATTERN = frozenset({*_NUMBERS, "breakdown", "peers", "breakdowns.id", "peers.id", "breakdowns.parent"})
_FILLED: Mapping[str, Text] = {  # blank in an editor's file, written out in a published one
    "breakdown": Text("分组表中的编号；_T 表示合计。", "Id in the table of breakdowns; _T is the total."),
    "peers": Text(
        "位次所比较的地区范围；_Z 表示不适用。", "Areas among which a rank is taken; _Z means not applicable."
    ),
}
_OWN: Mapping[str, tuple[Text, Text]] = {  # columns that only published tables have: title, description
    "id": (
        Text("标识", "Id"),
        Text("数值的稳定标识，各期相同。", "Stable id of the figure, the same in every edition."),
    ),
    "unit": (
        Text("计量单位", "Unit"),
        Text("数值的计量单位，见 units 表。", "Unit of the value; see the table units."),
    ),
    "edition": (
        Text("期次", "Edition"),
        Text("给出本行的期次，即数据版本。", "The edition that states the row: its vintage."),
    ),
}


def descriptor(
    name: str, texts: Mapping[str, Any], tables: Sequence[tuple[Table, bytes]], schemas: Mapping[str, Mapping[str, Any]]
) -> bytes:
    """datapackage.json of the package ``name``; ``texts`` are the properties that describe it as a whole."""
    held = {table.name for table, _ in tables}
    resources = [_resource(table, content, schemas.get(table.name, {}), held) for table, content in tables]
    whole = {"$schema": PROFILE, "name": name, **texts, "resources": resources}
    return f"{_laid_out(whole, LEVELS)}\n".encode()


def _laid_out(value: object, levels: int, margin: str = "") -> str:
    """JSON in which what lies ``levels`` deep is one line: a field of a schema reads as a row of a table."""
    if not levels or not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    inner = f"{margin}  "
    if isinstance(value, list):
        parts, ends = [_laid_out(one, levels - 1, inner) for one in value], "[]"
    else:
        parts, ends = [f"{json.dumps(key)}: {_laid_out(one, levels - 1, inner)}" for key, one in value.items()], "{}"
    lines = f",\n{inner}".join(parts)
    return f"{ends[0]}\n{inner}{lines}\n{margin}{ends[1]}"


def identity(bulletin: Bulletin, sources: Sequence[Source], epoch: int) -> dict[str, Any]:
    """Who publishes the package, under which licence, from which documents, and how official it is."""
    publisher = {"title": bulletin.publisher.of("zh"), "title_en": bulletin.publisher.of("en"), "roles": ["publisher"]}
    return {
        "created": datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "official": bulletin.official,
        "demonstration": bulletin.demonstration,
        "contact": bulletin.contact,
        "contributors": [publisher],
        "licenses": [described(bulletin.licence)],
        "sources": [_source(source) for source in sources],
    }


def notice(bulletin: Bulletin) -> Text:
    """What every package says of its own standing."""
    words: list[Text] = []
    if bulletin.demonstration:
        words.append(Text("演示数据，地名和数字均为虚构。", "Demonstration data about fictional places."))
    elif not bulletin.official:
        words.append(Text("非官方发布，据公开报道整理。", "Unofficial, compiled from published reports."))
    if bulletin.contact:
        words.append(Text(f"更正请联系 {bulletin.contact}。", f"Corrections: {bulletin.contact}."))
    return Text("".join(word.zh for word in words), " ".join(word.en for word in words))


def _source(source: Source) -> dict[str, str]:
    said = {
        "title": source.title.of("zh"),
        "title_en": source.title.of("en"),
        "publisher": source.publisher.of("zh"),
        "publisher_en": source.publisher.of("en"),
        "date": source.published_on,
        "path": source.url if source.url.startswith(("https://", "http://")) else "",
    }
    return {key: text for key, text in said.items() if text}


def _resource(table: Table, content: bytes, schema: Mapping[str, Any], held: set[str]) -> dict[str, Any]:
    titles = {key: schema[key] for key in ("title", "title_en", "description", "description_en") if schema.get(key)}
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **titles,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": len(table.rows),
        "schema": {
            "fields": _fields(table, schema),
            "missingValues": [""],
            "primaryKey": [*table.key],
            "foreignKeys": [_foreign_key(table.name, column, to) for column, to in table.links.items() if to in held],
        },
    }


def _foreign_key(table: str, column: str, to: str) -> dict[str, Any]:
    where = {} if to == table else {"resource": to}  # v2: a table that refers to itself names no resource
    return {"fields": [column], "reference": {**where, "fields": [*key_of(to)]}}


def _fields(table: Table, schema: Mapping[str, Any]) -> list[dict[str, Any]]:
    known = {field["name"]: field for field in schema.get("fields", ())}
    unknown = [column for column in table.columns if column not in known and column not in _OWN]
    if unknown:
        raise BuildError(f"no Table Schema describes {table.name}: {', '.join(unknown)}")
    return [_field(table.name, column, known.get(column)) for column in table.columns]


def _field(table: str, column: str, known: Mapping[str, Any] | None) -> dict[str, Any]:
    """The field as the canonical schema has it, changed only where the published table differs from the edited one."""
    if known is None:
        title, about = _OWN[column]
        said = {"title": title.zh, "title_en": title.en, "description": about.zh, "description_en": about.en}
        return {"name": column, "type": "string", **said, "constraints": {"required": True}}
    field = dict(known)
    constraints = dict(field.pop("constraints", {}))
    if column in _NUMBERS:
        field["type"] = "number"
        field.pop("format", None)
    if column in _WITHOUT_PATTERN or f"{table}.{column}" in _WITHOUT_PATTERN:
        constraints.pop("pattern", None)
    if filled := _FILLED.get(column):
        field |= {"description": filled.zh, "description_en": filled.en}
        constraints["required"] = True
    return {**field, "constraints": constraints} if constraints else field
