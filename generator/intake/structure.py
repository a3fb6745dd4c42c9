"""The one door of frictionless: is each file a table as its schema says? Its findings become our problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.errors import Problem
from generator.model.bulletin import Package

from .contract import Schema, schema_of
from .descriptor import vetted
from .mishaps import cell_mishap
from .sheets import Record, Sheet, letter
from .verdicts import Finding, keep, kept, verdict_key
from .yamlfile import YamlFile

VERSION = version("frictionless")
_LIMITS = (("minimum", "≥"), ("maximum", "≤"))
_TESTED = ("name", "type", "format", "constraints", "trueValues", "falseValues")  # words of a field only cost time here


def ready() -> None:
    """Have frictionless at hand, which takes half a second to load: a preview does it while its editor reads."""
    import frictionless.resources  # noqa: F401


def structure_problems(package: Package, file: YamlFile, sheets: Sequence[Sheet], cache: Path | None) -> list[Problem]:
    """Everything frictionless finds in a package. Files with a verdict in the cache are not read again."""
    store = cache / "structure" if cache else None
    by_table = {sheet.table: sheet for sheet in sheets}
    problems = list(_descriptor_problems(file, store))
    for sheet in sheets:
        needed = [by_table[table] for table in sheet.schema.refers_to if table in by_table]
        parts = [sheet.schema.content, sheet.content, *(other.content for other in needed)]
        key = verdict_key(VERSION, parts)
        findings = kept(store, key)
        if findings is None:
            findings = tuple(_validated(sheet, needed))
            keep(store, key, findings)
        problems += _problems(sheet, findings)
    return problems


def _descriptor_problems(file: YamlFile, store: Path | None) -> Iterator[Problem]:
    """What the Data Package profile says of the descriptor. Its resources were compared with the contract before."""
    descriptor = vetted(file.data)
    key = verdict_key(VERSION, [repr(sorted(descriptor.items())).encode()])
    findings = kept(store, key)
    if findings is None:
        from frictionless import Package as FrictionlessPackage  # imported late: it takes half a second

        found = FrictionlessPackage.metadata_validate(descriptor)
        findings = tuple(Finding(error.type, None, "", "", error.note) for error in found)
        keep(store, key, findings)
    for finding in findings:
        yield file.problem("descriptor-invalid", (), note=finding.note)


def _validated(sheet: Sheet, needed: Sequence[Sheet]) -> Iterator[Finding]:
    """The findings of frictionless on one file, beside the files that its keys refer to.

    It is given the rows that we have read: it opens nothing, and its record numbers are ours. Of the other files it
    gets the rows that this one may refer to: it copies them all, for each file anew.
    """
    from frictionless import FrictionlessException
    from frictionless import Package as FrictionlessPackage

    tables = frozenset({sheet.table, *(other.table for other in needed)})
    named = {cell for record in sheet.records for cell in record.cells.values()}
    resources = [_resource(sheet, sheet.records, tables)]
    for other in needed:
        key = other.schema.key[0]  # the column to which keys refer
        resources.append(_resource(other, [row for row in other.records if row.cells.get(key) in named], tables))
    package = FrictionlessPackage(resources=resources)
    try:
        with package.get_resource(sheet.table) as table:
            for error in [*table.header.errors, *(error for row in table.row_stream for error in row.errors)]:
                record = getattr(error, "row_number", None)
                yield Finding(error.type, record, _column(error), _cell(error), error.note)
    except FrictionlessException as exception:
        yield Finding(exception.error.type, None, "", "", exception.error.note)


def _resource(sheet: Sheet, records: Iterable[Record], tables: frozenset[str]) -> Any:
    """The resource as frictionless may see it: our own settings and schema, never those of the descriptor."""
    from frictionless import Dialect
    from frictionless.resources import TableResource

    rows = [sheet.schema.columns, *((*record.cells.values(), *record.beyond) for record in records)]
    return TableResource(
        name=sheet.table,
        data=rows,
        dialect=Dialect.from_descriptor({"header": True, "headerRows": [1]}),
        schema=_schema(sheet.table, tables),
    )


@lru_cache(maxsize=64)
def _schema(table: str, tables: frozenset[str]) -> Any:
    """The canonical schema for frictionless, without the keys that refer to files that are not there."""
    from frictionless import Schema as FrictionlessSchema

    whole = schema_of(table).descriptor
    keys = [key for key in whole.get("foreignKeys", ()) if key["reference"]["resource"] in {*tables, ""}]
    fields = [{name: field[name] for name in _TESTED if name in field} for field in whole["fields"]]
    return FrictionlessSchema.from_descriptor({**whole, "fields": fields, "foreignKeys": keys})


def _column(error: Any) -> str:
    """The column of an error; of a cell beyond the last column, its letter in the spreadsheet."""
    if error.type == "foreign-key":
        return str(error.field_names[0])
    name = getattr(error, "field_name", "") or ""
    number = getattr(error, "field_number", None)
    return str(name) or (letter(number) if number else "")


def _cell(error: Any) -> str:
    return str(error.field_cells[0] if error.type == "foreign-key" else getattr(error, "cell", "") or "")


def _problems(sheet: Sheet, findings: Iterable[Finding]) -> Iterator[Problem]:
    """The findings as problems: with the line, and with the accident that explains them."""
    findings = tuple(findings)
    blank = {finding.record for finding in findings if finding.error == "blank-row"}
    short = {(finding.record, finding.column) for finding in findings if finding.error == "missing-cell"}
    blank |= {one.record for one in findings if not one.cell and one.column in sheet.schema.key}
    for finding in findings:
        if finding.error == "primary-key" and finding.record in blank:
            continue  # a blank row, or a blank cell of the key: said once is enough
        if finding.error == "constraint-error" and (finding.record, finding.column) in short:
            continue  # nor is a missing cell also blank
        line = 1 if finding.record is None else sheet.records[finding.record - 2].line
        rule, facts = _rule(sheet, finding)
        yield sheet.problem(rule, line, finding.column or _key_column(sheet.schema, rule), finding.cell, **facts)


def _key_column(schema: Schema, rule: str) -> str:
    return schema.key[0] if rule == "key-repeated" else ""


def _rule(sheet: Sheet, finding: Finding) -> tuple[str, Mapping[str, str]]:
    """Our rule for an error of frictionless, with the facts that its wording needs."""
    field = sheet.schema.field(finding.column)
    match finding.error:
        case "blank-row" | "extra-cell" | "missing-cell":
            return finding.error, {}
        case "primary-key":
            return "key-repeated", {"key": ", ".join(sheet.schema.key), "first": _first(sheet, finding.note)}
        case "foreign-key":
            return "unknown-id", {"table": _referred(sheet.schema, finding.column)}
        case "type-error":
            return cell_mishap(finding.cell, field, "type"), _facts(field)
        case "constraint-error":
            rule = cell_mishap(finding.cell, field, finding.note.split('"')[1])
            return ("status-blank" if (rule, finding.column) == ("blank-cell", "status") else rule), _facts(field)
        case _:
            return "structure", {"note": finding.note}


def _first(sheet: Sheet, note: str) -> str:
    """The line of the earlier row with the same key: frictionless tells its record number at the end of its note."""
    record = note.rsplit(" ", 1)[-1]
    return str(sheet.records[int(record) - 2].line) if record.isdigit() else ""


def _referred(schema: Schema, column: str) -> str:
    keys = schema.descriptor["foreignKeys"]
    return next(key["reference"]["resource"] or schema.table for key in keys if column in key["fields"])


def _facts(field: Mapping[str, Any]) -> Mapping[str, str]:
    """What the column allows, for the wording."""
    constraints = field.get("constraints", {})
    return {
        "known": ", ".join(str(item) for item in constraints.get("enum", ())),
        "limit": str(constraints.get("maxLength", "")),
        "limits": ", ".join(f"{sign} {constraints[end]}" for end, sign in _LIMITS if end in constraints),
        "example": str(field.get("example", "")),
    }
