"""A small bulletin made by hand: two editions, one revision, one project."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from generator.measures.vintages import dossier_as_of
from generator.model.bulletin import Bulletin, Package, Release, Tables
from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.project import Award, Batch, Dossier, Lead, Milestone, Project, ProjectStatus
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
from generator.model.statement import Key, Location, Statement
from generator.model.text import Text

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def schemas() -> dict[str, dict[str, Any]]:
    """The canonical Table Schemas, read as the build reads them."""
    folder = ROOT / "generator" / "intake" / "schemas"
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}


@pytest.fixture(scope="session")
def reference() -> Reference:
    areas = [
        Area("330000", Text("甲省", "Jia"), "province", "", None, None, "", "", None),
        Area("331000", Text("乙市", "Yi"), "prefecture", "330000", None, None, "", "", None),
        Area("331002", Text("丙区", "Bing"), "county", "331000", date(2001, 1, 1), None, "", "", (2, 3)),
        Area("999999", Text("丁", "Ding"), "county", "", None, None, "", "", None),  # no row names it
    ]
    units = [
        Unit("CNY", Text("元", "yuan"), "yuan", "money", "CNY", Fraction(1)),
        Unit("CNY_100M", Text("亿元", "100 million yuan"), "100 million yuan", "money", "CNY", Fraction(100_000_000)),
        Unit("pct", Text("%", "%"), "%", "rate", "", None),
        Unit("rank", Text("位", "place"), "place", "rank", "", None),
    ]
    investment = Indicator(
        "investment", Text("投资", "Investment"), "money", "CNY_100M", 1, "ytd", "up", "nominal", False,
        Text("投资额", "Amount invested"), Text(), "",
    )  # fmt: skip
    unused = Indicator(
        "visits", Text("走访", "Visits"), "services", "rank", 0, "span", "none", "none", False,
        Text("走访数", "Number of visits"), Text(), "",
    )  # fmt: skip
    measures = [
        Measure("level", Text("数值", "level"), "", None, ""),
        Measure("growth_yoy", Text("同比增速", "growth"), "pct", 1, ""),
        Measure("rank_level", Text("位次", "rank"), "rank", 0, ""),
    ]
    sources = [
        Source("s1", Text("第一份", "First"), Text("社", "Press"), "2022-05-31", "stated", "", "© Press", Text()),
        Source("s2", Text("第二份", "Second"), Text("社", "Press"), "2023", "inferred", "", "© Press", Text()),
        Source(
            "s3", Text("第三份", "Third"), Text("社", "Press"), "", "inferred", "", "© Press", Text()
        ),  # no row cites it
    ]
    base = "obs.331000.investment.level._T._Z.2022-Q1"
    later = "obs.331000.investment.level._T._Z.2022"
    relations = [
        Relation("r1", "growth_base", (base, "10"), "", "CNY_100M", "implied", Text("推算", "Implied"), Text()),
        Relation("r2", "difference", (later, base), "", "CNY_100M", "ambiguous", Text("相差", "Differ"), Text()),
    ]
    return Reference(
        areas={area.code: area for area in areas},
        indicators={"investment": investment, "visits": unused},
        measures={measure.id: measure for measure in measures},
        breakdowns={
            "big": Breakdown("big", "size", Text("大", "Big"), "", None, None, False, False),
            "huge": Breakdown("huge", "size", Text("巨", "Huge"), "big", None, None, False, True),
        },
        peers={"cities": Peers("cities", Text("各市", "Cities"), "children:330000", None, None, None)},
        units={unit.id: unit for unit in units},
        sources={source.id: source for source in sources},
        glossary={"term": Term("term", Text("投资", "Investment"), "投資", Text("释义", "Meaning"), "investment")},
        relations={relation.id: relation for relation in relations},
        mechanisms={"starts": mechanism("starts", "s1"), "stars": mechanism("stars", "s3")},
        trace=(
            Trace("f1-001", "s1", "observations", "2022-Q1", base, "value", Text(), Text()),
            Trace("f2-001", "s2", "observations", "2022-Q4", later, "value", Text(), Text()),
        ),
    )


def key(period: str, measure: str = "level", breakdown: str = "_T", peers: str = "_Z", kind: str = "obs") -> Key:
    return Key(kind, "331000", "investment", measure, breakdown, peers, Period.parse(period))


def statement(about: Key, edition: str, value: str | None, unit: str = "CNY_100M", source: str = "s1") -> Statement:
    amount = None if value is None else Decimal(value)
    place = Location("money", f"observations/{edition}.csv", 2)
    return Statement(
        about, edition, amount, None, unit, "A" if value else "O", "exact", source, "p1",
        Text(), Text("注，“一”", "a note, with a comma"), "", place,
    )  # fmt: skip


def mechanism(name: str, source: str) -> Mechanism:
    undated = Period.parse("undated")
    return Mechanism(
        name, Text(name, name), "331000", Text("用途", "Purpose"), Text(), ("weekly", "monthly"), Text(), undated,
        "in_force", True, "flags", ("lag=10", "lead=5"), ("investment",), Text(), source, "p1", Text(),
    )  # fmt: skip


def dossier() -> Dossier:
    """Something on file in every table, in the first edition; the second finds a milestone done."""
    note, at = Text("注，“一”", "a note, with a comma"), Location("projects", "", 2)
    first: dict[str, Any] = {
        "source": "s1", "locator": "p1", "reason": Text(), "note": note, "edition": "2022-Q1", "at": at,
    }  # fmt: skip
    second = first | {"edition": "2022-Q4"}
    march, june = Period.parse("2022-03"), Period.parse("2022-06")
    name = Text("名称", "Name")
    return Dossier(
        (
            Milestone("plant", "permit", name, "permitted", june, None, "", **first),
            Milestone("plant", "permit", name, "permitted", june, june, "", **second),
        ),
        (Batch("first", name, "331002", "start", march, "starts", ("plant", "park"), **first),),
        (Award("plant", "star", march, "starts", Text(), Text(), **first),),
        (Lead("valves", name, "331002", "screening", march, "", **first),),
    )


@pytest.fixture(scope="session")
def tables(reference: Reference, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    plant = Key("amount", "plant", "total_investment", "level", "_T", "_Z", Period.parse("undated"))
    statements = (
        statement(key("2022-Q1"), "2022-Q1", "529.0"),
        statement(key("2022-Q1", "growth_yoy"), "2022-Q1", "-3.1", "pct"),
        statement(key("2022-Q1", "rank_level", peers="cities"), "2022-Q1", "3", "rank"),
        statement(key("2022-01/2022-04", breakdown="huge"), "2022-Q1", None),
        statement(key("2022-Q1"), "2022-Q4", "530.5", source="s2"),  # revises the first
        statement(key("2022"), "2022-Q4", "2000", source="s2"),
        statement(key("2023", kind="target"), "2022-Q4", "2100", source="s2"),
        statement(plant, "2022-Q1", "500000", "CNY"),
    )
    status = ProjectStatus(
        "plant", "2022-Q1", "started", Period.parse("2022-03"), "", None, Text(), "s1", "p2", Text(),
        Location("projects", "status/2022-Q1.csv", 2),
    )  # fmt: skip
    return Tables(
        bulletin=bulletin(),
        releases=tuple(release(name) for name in ("2022-Q1", "2022-Q4")),
        packages={
            "money": Package("money", Text("投资", "Money"), Text("说明。", "About."), "1.2.0", Path(), ()),
            "projects": Package("projects", Text("项目", "Projects"), Text(), "1.0.0", Path(), ()),
        },
        reference=reference,
        statements=statements,
        projects={
            "plant": project("plant", "s1", "park"),
            "park": project("park", "s2"),
            "later": project("later", "s2"),
        },
        project_status=(status,),
        folder=tmp_path_factory.mktemp("datasets"),
        dossier=dossier(),
    )


def bulletin() -> Bulletin:
    return Bulletin(
        "demo", Text("示例季报", "Demo Bulletin"), Text(), Text("编辑组", "Editors"), False, True, "a@b.example",
        "CC-BY-4.0", "Asia/Shanghai", ("331000",), ("money", "services"), (),
    )  # fmt: skip


def release(name: str) -> Release:
    moment = datetime.fromisoformat("2026-11-22T09:00:00+08:00")
    return Release(name, date(2022, 12, 31), moment, moment, "open", (), Text())


def project(name: str, source: str, host: str = "") -> Project:
    return Project(
        name, Text(name, name), "project", "331002", host, Text(), "", ("甲", "乙"), source, "p1", Text()
    )  # fmt: skip


@pytest.fixture(scope="session")
def make_edition(tables: Tables) -> Callable[[str], Edition]:
    """An edition by name, put together as plainly as possible."""

    def make(name: str) -> Edition:
        rows = [row for row in tables.statements if row.edition <= name]
        newest = {row.key.id: row for row in rows}
        figures = {figure_id: _figure(tables, row) for figure_id, row in newest.items()}
        share = "calc.331000.investment.level._T._Z.2022-Q1"
        figures[share] = Figure(
            share, key("2022-Q1"), Decimal("1.5"), None, tables.reference.units["pct"], "A", "exact", name, "", "",
            Text(), Text("甲÷乙", "a / b"), (next(iter(newest)),),
        )  # fmt: skip
        held = next(release for release in tables.releases if release.edition == name)
        status = {row.project: row for row in tables.project_status if row.edition <= name}
        names = [edition.edition for edition in tables.releases if edition.edition <= name]
        filed = dossier_as_of(tables.dossier, names)
        return Edition(tables, held, figures, (), (), status, dossier=filed)

    return make


def _figure(tables: Tables, row: Statement) -> Figure:
    unit = tables.reference.units[row.unit]
    return Figure(
        row.key.id, row.key, row.value, row.value_high, unit, row.status, row.bound, row.edition, row.source,
        row.locator, row.note,
    )  # fmt: skip
