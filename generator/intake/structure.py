"""The one door of frictionless: is each file a table as its schema says? Its findings become our problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

from generator.errors import Problem
from generator.model.bulletin import Package

from .contract import Schema, schema_of
from .descriptor import vetted
from .mishaps import cell_mishap, first_invisible
from .sheets import Record, Sheet, letter
from .verdicts import Finding, keep, kept, verdict_key
from .yamlfile import YamlFile

VERSION = version("frictionless")
MAX_FOUND = 10_000  # wrong cells of a file: frictionless takes a second for some thousand
TOO_MANY = "problems-many"
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

    numbers, found = _numbers(sheet), 0
    yield from _of_rows(sheet)
    tables = frozenset({sheet.table, *(other.table for other in needed)})
    named = {cell for record in sheet.records for cell in record.cells.values()}
    resources = [_resource(sheet, [sheet.records[number - 2] for number in numbers], tables)]
    for other in needed:
        key = other.schema.key[0]  # the column to which keys refer
        resources.append(_resource(other, [row for row in other.records if row.cells.get(key) in named], tables))
    package = FrictionlessPackage(resources=resources)
    try:
        with package.get_resource(sheet.table) as table:
            for error in chain(table.header.errors, (error for row in table.row_stream for error in row.errors)):
                row = getattr(error, "row_number", None)
                yield Finding(error.type, row and numbers[row - 2], _column(error), _cell(error), _note(error, numbers))
                found += 1
                if found > MAX_FOUND:
                    yield Finding(TOO_MANY, row and numbers[row - 2], "", "", "")
                    return
    except FrictionlessException as exception:
        yield Finding(exception.error.type, None, "", "", exception.error.note)


def _numbers(sheet: Sheet) -> list[int]:
    """The numbers of the records that frictionless is to see, the header being 1: it is slow at blank rows."""
    return [number for number, record in enumerate(sheet.records, start=2) if not _is_blank(record)]


def _is_blank(record: Record) -> bool:
    return not any(record.cells.values()) and not any(record.beyond)


def _of_rows(sheet: Sheet) -> Iterator[Finding]:
    """Rows that are blank, and rows that end too early, each once: at the first column that it does not have."""
    columns = sheet.schema.columns
    for number, record in enumerate(sheet.records, start=2):
        if _is_blank(record):
            yield Finding("blank-row", number, "", "", "")
        elif len(record.cells) < len(columns):
            yield Finding("missing-cell", number, columns[len(record.cells)], "", "")


def _note(error: Any, numbers: Sequence[int]) -> str:
    """The note of an error. That of a repeated key names, at its end, the first record of that key."""
    words, _, row = error.note.rpartition(" ")
    return f"{words} {numbers[int(row) - 2]}" if error.type == "primary-key" and row.isdigit() else error.note


def _resource(sheet: Sheet, records: Iterable[Record], tables: frozenset[str]) -> Any:
    """The resource as frictionless may see it: our own settings and schema, never those of the descriptor."""
    from frictionless import Dialect
    from frictionless.resources import TableResource

    columns = sheet.schema.columns
    absent = ("",) * len(columns)  # what a row lacks is a problem of its own
    rows = [columns, *((*record.cells.values(), *record.beyond, *absent[len(record.cells) :]) for record in records)]
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
    columns = sheet.schema.columns
    ends = {one.record: columns[columns.index(one.column) :] for one in findings if one.error == "missing-cell"}
    blank |= {one.record for one in findings if not one.cell and one.column in sheet.schema.key}
    for finding in findings:
        if finding.error == "primary-key" and finding.record in blank:
            continue  # a blank row, or a blank cell of the key: said once is enough
        if finding.error == "constraint-error" and finding.column in ends.get(finding.record, ()):
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
        case _ if finding.error == TOO_MANY:
            return TOO_MANY, {"limit": str(MAX_FOUND)}
        case "primary-key":
            return "key-repeated", {"key": ", ".join(sheet.schema.key), "first": _first(sheet, finding.note)}
        case "foreign-key":
            return "unknown-id", {"table": _referred(sheet.schema, finding.column)}
        case "type-error":
            return _mishap(cell_mishap(finding.cell, field, "type"), finding, field)
        case "constraint-error":
            rule = cell_mishap(finding.cell, field, finding.note.split('"')[1])
            return _mishap(
                "status-blank" if (rule, finding.column) == ("blank-cell", "status") else rule, finding, field
            )
        case _:
            return "structure", {"note": finding.note}


def _mishap(rule: str, finding: Finding, field: Mapping[str, Any]) -> tuple[str, Mapping[str, str]]:
    """What happened to a cell, with the facts of its wording: those of an invisible character as the texts tell it."""
    return rule, {"character": first_invisible(finding.cell)} if rule == "text-control" else _facts(field)


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
