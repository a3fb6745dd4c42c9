"""Derived measures: what ``measures.csv`` declares by a rule, wherever its operands are known and no source says it.

Each edition carries on what was derived for the one before, and derives anew only where a figure has changed, or one
that a result hangs on. So the work grows with the figures stated, not with the editions that show them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.codes import NOT_APPLICABLE
from generator.model.figure import Figure
from generator.model.in_order import InOrder
from generator.model.reference import Reference
from generator.model.rule import Rule, families_of, rules_of

from .groups import Places, Totals
from .known import Form, Known
from .points import Pointwise

Deriving = Pointwise | Places | Totals


def derived(reference: Reference, vintages: Sequence[Mapping[str, Figure]]) -> tuple[dict[str, Figure], ...]:
    """The derived figures of each edition, by id. ``vintages`` are the figures that each edition newly states, the
    oldest edition first.

    - A figure that a source states is never derived, nor one that a source has withdrawn or says to be missing.
    - A result is rounded once, and enters further rules before that.
    - An operand that is missing, a range, or not comparable leaves no figure.
    """
    if not (ways := derivers(reference)):
        return tuple({} for _ in vintages)
    known, found, stated = Known(), [], dict[str, Figure]()
    lines = [_Line(by, known) for by in ways.values()]
    for new in vintages:
        stated = {**stated, **new}
        changed = dict(new)
        if broken := known.learn(stated, new.values()):
            changed |= {name: figure for name, figure in stated.items() if figure.key.series in broken}
        _follow(lines, changed)
        found.append(dict(known.derived))
    return tuple(found)


def by_family(reference: Reference, figures: Mapping[str, Figure]) -> dict[str, dict[str, Figure]]:
    """The figures apart for each family of indicators that no rule joins with another: what happens in one concerns
    no other, so that a preview looks again only at the family in which something has changed."""
    joined = families_of(reference.measures, reference.indicators)
    families: dict[str, dict[str, Figure]] = defaultdict(InOrder)
    for name, figure in figures.items():
        families[joined.get(figure.key.concept, "")][name] = figure
    return dict(families)


def derivers(reference: Reference) -> dict[str, Deriving]:
    """What carries out the rule of each measure that has one, each after those that it builds on."""
    return {measure: _deriver(reference, measure, rule) for measure, rule in rules_of(reference.measures).items()}


def takes(by: Deriving, figure: Figure) -> bool:
    """Is ``figure`` what the rule takes first?"""
    first, key = by.rule.operands[0], figure.key
    alike = key.measure == first.measure and key.kind == "obs" and key.peers == NOT_APPLICABLE
    return alike and first.indicator in ("", key.concept)


def _deriver(reference: Reference, measure: str, rule: Rule) -> Deriving:
    form = Form(reference, measure)
    if rule.operation == "rank":
        return Places(form, rule)
    if rule.operation in ("total", "partial_total"):
        return Totals(form, rule)
    areas = reference.areas.values()
    return Pointwise(form, rule, {one.successor: one.code for one in areas if one.succession == "renamed"})


def _follow(lines: Iterable[_Line], changed: dict[str, Figure]) -> None:
    """Each line in turn, with what the lines before it have derived among what has ``changed``."""
    by_measure: dict[str, list[Figure]] = {}
    more = changed
    for line in lines:
        for figure in more.values():
            by_measure.setdefault(figure.key.measure, []).append(figure)
        more = line.follow(by_measure.get(line.by.rule.operands[0].measure, ()), changed)
        changed |= more


@dataclass
class _Line:
    """One measure through the editions: where it was derived, and what hangs on which figures."""

    by: Deriving
    known: Known
    made: dict[str, list[str]] = field(default_factory=dict)  # the ids of the results, by spot
    hanging: dict[str, dict[str, Figure]] = field(default_factory=dict)  # spots, by the id of a figure, each with one

    def follow(self, first: Iterable[Figure], changed: Mapping[str, Figure]) -> dict[str, Figure]:
        """Derives anew what hangs on figures that have ``changed``, come or gone; those of its own that did so.

        ``first``: those of them that its rule may take first.
        """
        spots = {spot: figure for figure in first if takes(self.by, figure) and (spot := self.by.spot(figure))}
        for name in sorted(changed.keys() & self.hanging.keys()):
            spots |= self.hanging[name]
        found: dict[str, Figure] = {}
        for spot, figure in spots.items():
            found |= self._derive(spot, figure)
        return found

    def _derive(self, spot: str, like: Figure) -> dict[str, Figure]:
        """Derives anew in one spot; what came, changed or went there."""
        known = self.known
        needs, made = self.by.derive(like, known)
        for one in needs:
            self.hanging.setdefault(one, {})[spot] = like
        before = self.made.pop(spot, ())
        found = {name: known.derived.pop(name) for name in before if name in known.derived}
        for figure, exact in made:
            known.derived[figure.id], known.exact[figure.id] = figure, exact
            found[figure.id] = figure
        if made:
            self.made[spot] = [figure.id for figure, _ in made]
        return found
