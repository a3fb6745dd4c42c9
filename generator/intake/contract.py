"""The tables of the data contract: their canonical schemas, and which table refers to which."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from generator.model.text import Text

SCHEMAS = Path(__file__).resolve().parent / "schemas"
REFERENCE = "reference"  # the package of code lists
PROJECTS = "projects"
REFERENCE_TABLES = (
    "areas", "indicators", "measures", "breakdowns", "peers", "units",
    "sources", "glossary", "mechanisms", "chain_links", "relations", "mapping", "trace",
)  # fmt: skip
_FILED = ("milestones", "batches", "awards", "leads")  # on file beside stage and amounts
PROJECT_TABLES = ("projects", "status", "amounts", *_FILED)
EDITION_TABLES = ("observations", "targets", "status", "amounts", *_FILED)  # one file an edition
TABLES = (*REFERENCE_TABLES, *EDITION_TABLES, "projects")

EDITION = re.compile(r"[12]\d{3}-Q[1-4]", re.ASCII)

# Titles of the topics that the contract knows, in page order. A bulletin may have topics of its own.
TOPICS: Mapping[str, Text] = {
    "investment": Text("投资", "Investment"),
    "pipeline": Text("项目谋划与开工", "Project pipeline"),
    "attraction": Text("招商引资", "Investment promotion"),
    "industry": Text("工业与产业集群", "Industry and clusters"),
    "enterprises": Text("企业培育", "Enterprise development"),
    "resources": Text("资金与用地", "Finance and land"),
    "services": Text("营商环境", "Business environment"),
    "innovation": Text("科技与人才", "Innovation and talent"),
    "organisation": Text("工作机制", "How the work is organised"),
}

# Keys that cross packages. Those within one package are foreign keys of the schemas, and frictionless checks them.
VOCABULARIES: Mapping[tuple[str, str], str] = {
    **{(table, "area"): "areas" for table in ("observations", "targets", "projects", "batches", "leads", "mechanisms")},
    **{(table, "indicator"): "indicators" for table in ("observations", "targets")},
    **{(table, "measure"): "measures" for table in ("observations", "targets")},
    **{(table, "breakdown"): "breakdowns" for table in ("observations", "targets")},
    **dict.fromkeys(
        [(table, "source") for table in ("observations", "targets", "mechanisms", "chain_links", *PROJECT_TABLES)],
        "sources",
    ),
    **{(table, "mechanism"): "mechanisms" for table in ("milestones", "batches", "awards")},
    ("projects", "chain"): "breakdowns",
    ("chain_links", "chain"): "breakdowns",
    ("observations", "peers"): "peers",
    ("amounts", "unit"): "units",
}


@dataclass(frozen=True, slots=True)
class Schema:
    """A canonical Table Schema: its bytes, as every package carries them, and the parts that intake asks for."""

    table: str
    content: bytes
    descriptor: Mapping[str, Any]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field["name"] for field in self.descriptor["fields"])

    @property
    def later(self) -> tuple[str, ...]:
        """The last columns, as far as the contract gained them ``since`` a later version: files from before, which may
        be locked, do without them."""
        fields = reversed(self.descriptor["fields"])
        return tuple(field["name"] for field in takewhile(lambda field: "since" in field, fields))[::-1]

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(self.descriptor["primaryKey"])

    @property
    def refers_to(self) -> tuple[str, ...]:
        """Tables of the same package that its foreign keys need."""
        keys = self.descriptor.get("foreignKeys", ())
        return tuple(sorted({key["reference"]["resource"] for key in keys} - {""}))

    def field(self, column: str) -> Mapping[str, Any]:
        """The declaration of ``column``; empty if there is no such column."""
        return next((field for field in self.descriptor["fields"] if field["name"] == column), {})


@lru_cache(maxsize=64)
def schema_of(table: str) -> Schema:
    """The canonical schema of a table of the contract."""
    content = (SCHEMAS / f"{table}.json").read_bytes()
    return Schema(table, content, json.loads(content))


def schemas() -> Mapping[str, Mapping[str, Any]]:
    """The canonical Table Schemas by table, for those who publish the tables."""
    return {table: schema_of(table).descriptor for table in TABLES}


@lru_cache(maxsize=64)
def numeric_columns(table: str) -> frozenset[str]:
    """Columns that hold numbers, where a leading minus sign is no formula."""
    fields = schema_of(table).descriptor["fields"]
    return frozenset(field["name"] for field in fields if "unit" in field)


@lru_cache(maxsize=512)
def form_of(table: str, column: str) -> re.Pattern[str]:
    """The form that a column prescribes, as an expression to be matched in full."""
    return re.compile(schema_of(table).field(column).get("constraints", {}).get("pattern", ".*"))


@lru_cache(maxsize=64)
def free_columns(table: str) -> frozenset[str]:
    """Columns of free text, whose form no pattern and no list prescribes."""
    fields = schema_of(table).descriptor["fields"]
    bound = ({*field.get("constraints", {})} & {"pattern", "enum"} for field in fields)
    return frozenset(
        field["name"] for field, kinds in zip(fields, bound, strict=True) if field["type"] == "string" and not kinds
    )
