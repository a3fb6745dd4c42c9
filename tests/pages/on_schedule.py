"""The projects of on_their_way with due dates and plans, judged on 30 June 2021: every result can be counted out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from on_their_way import A, C, D
from on_their_way import editions as without
from panel import AT, code

from generator import measures
from generator.model.edition import Edition
from generator.model.mechanism import Mechanism
from generator.model.period import Period
from generator.model.project import Award, Dossier, Milestone
from generator.model.reference import Unit
from generator.model.statement import Key, Statement
from generator.model.text import Text

POST = Text("经济局局长", "Head of the economic bureau")
MILESTONES = (  # project, milestone, due, done
    (A, "permit", "2021-03-31", "2021-03-30"),
    (A, "start", "2021-04", "2021-05-02"),
    (C, "survey", "2021-06-10", "2021-06"),
    (D, "land", "2021-05-31", ""),
    (D, "finish", "2021-09-30", ""),
)
PLANS = (  # project, investment planned for the year and its unit, done in the first half year (100 million yuan)
    (A, "8", "money", "4.4"),
    (D, "100000", "money_10k", "2"),
)


@lru_cache
def editions() -> tuple[Edition, ...]:
    tables = without()[-1].tables
    units = {
        **tables.reference.units,
        "pp": Unit("pp", Text("个百分点", "percentage points"), "percentage point", "points", "", None),
        "money_10k": Unit("money_10k", Text("万元", "10,000 yuan"), "", "money", "CNY", Fraction(10**4)),
    }
    mechanisms = {
        "campaign": _mechanism("campaign", "milestones", "days=60", "nodes=6"),
        "flags": _mechanism("flags", "flags", "lag=10", "lead=5", "overdue=30"),
        "quiet": _mechanism("quiet", "flags"),
    }
    changed = replace(
        tables,
        reference=replace(tables.reference, units=units, mechanisms={**tables.reference.mechanisms, **mechanisms}),
        projects={name: replace(one, post=POST if name == D else Text()) for name, one in tables.projects.items()},
        statements=(*tables.statements, *_plans()),
        dossier=Dossier(tuple(_milestones()), tables.dossier.batches, (_snail(),)),
    )
    return measures.assemble(changed)


@lru_cache
def due_on_the_day() -> tuple[Edition, ...]:
    """The same, but the last milestone of D is due on 30 June 2021 itself, the last day of data."""
    tables, day = editions()[-1].tables, Period.parse("2021-06-30")
    moved = (replace(one, due=day) if one.milestone == "finish" else one for one in tables.dossier.milestones)
    return measures.assemble(replace(tables, dossier=replace(tables.dossier, milestones=tuple(moved))))


def _plans() -> Iterator[Statement]:
    for project, plan, unit, done in PLANS:
        yield _amount(project, "annual_investment_plan", "2021", plan, unit)
        yield _amount(project, "investment_this_year", "2021-H1", done, "money")


def _amount(project: str, item: str, period: str, value: str, unit: str) -> Statement:
    key, status = Key("amount", project, item, "", "", "", Period.parse(period)), "F" if "plan" in item else "A"
    return Statement(
        key, "2021-Q2", Decimal(value), None, unit, status, "exact", "s2021-Q2", "", Text(), Text(), "", AT  # type: ignore[arg-type]
    )  # fmt: skip


def _milestones() -> Iterator[Milestone]:
    for project, name, due, done in MILESTONES:
        yield Milestone(
            project, name, Text(f"节点{name}", f"Milestone {name}"), "", Period.parse(due),
            Period.parse(done) if done else None, "campaign",
            source="s2021-Q2", locator="", reason=Text(), note=Text(), edition="2021-Q2", at=AT,
        )  # fmt: skip


def _snail() -> Award:
    body = Text("评议会", "Committee")
    return Award(
        D, "snail", Period.parse("2021-Q1"), "flags", body, Text(),
        source="s2021-Q1", locator="", reason=Text(), note=Text(), edition="2021-Q1", at=AT,
    )  # fmt: skip


def _mechanism(name: str, view: str, *parameters: str) -> Mechanism:
    words = Text(f"机制{name}", f"Mechanism {name}")
    return Mechanism(
        name, words, code(0), words, Text(), ("quarterly",), Text(), Period.parse("undated"), "in_force", True,
        view, parameters, (), Text(), "s2020-Q1", "", Text(),
    )  # fmt: skip
