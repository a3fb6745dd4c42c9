"""Rules of measures: that each can be read, names what is there, ends somewhere, and gives what its unit counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.intake.sheets import Record, Sheet
from generator.model.rule import KINDS, OPERANDS, Rule


def rules_of_measures(gathered: Gathered) -> Iterator[Problem]:
    """Rules that cannot be carried out."""
    for sheet in gathered.sheets_of("measures"):
        rules: dict[str, Rule] = {}
        for record in sheet.records:
            text = record.cells.get("rule", "")
            try:
                rules |= {record.cells.get("id", ""): Rule.parse(text)} if text else {}
            except ValueError:
                yield sheet.problem("measure-rule", record.line, "rule", text, known=", ".join(OPERANDS))
        for record in sheet.records:
            if rule := rules.get(record.cells.get("id", "")):
                yield from _unknown(gathered, sheet, record, rule)
                yield from _circle(sheet, record, rules)
                yield from _unit(gathered, sheet, record, rule)


def _unknown(gathered: Gathered, sheet: Sheet, record: Record, rule: Rule) -> Iterator[Problem]:
    """Operands that no table declares."""
    measures = [("measures", operand.measure) for operand in rule.operands]
    indicators = [("indicators", operand.indicator) for operand in rule.operands]
    for table, name in [*measures, *indicators, ("peers", rule.peers)]:
        if name and table not in gathered.lost and name not in gathered.named(table):
            yield sheet.problem("measure-operand", record.line, "rule", name, table=table)


def _circle(sheet: Sheet, record: Record, rules: dict[str, Rule]) -> Iterator[Problem]:
    """A measure that is an operand of itself, over however many others."""
    name = record.cells.get("id", "")
    ways: list[tuple[str, ...]] = [(name, operand.measure) for operand in rules[name].operands]
    seen = {name}
    while ways:
        way = ways.pop()
        if way[-1] == name:
            yield sheet.problem("circle", record.line, "rule", record.cells.get("rule", ""), way=" → ".join(way))
            return
        if way[-1] in rules and way[-1] not in seen:
            seen.add(way[-1])
            ways += [(*way, operand.measure) for operand in rules[way[-1]].operands]


def _unit(gathered: Gathered, sheet: Sheet, record: Record, rule: Rule) -> Iterator[Problem]:
    """Rules whose result the unit of their measure cannot count."""
    unit = record.cells.get("unit", "")
    known, wanted = gathered.tables.reference.units.get(unit), KINDS.get(rule.operation)
    if wanted and (known.kind if known else "") != wanted and (known or not unit):
        yield sheet.problem("measure-rule-unit", record.line, "unit", unit, operation=rule.operation, expected=wanted)
