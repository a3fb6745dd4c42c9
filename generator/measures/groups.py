"""Measures that are derived for a whole group at once: places among peers, totals of parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.codes import SUMMABLE, TOTAL
from generator.model.figure import LETTERS, Figure
from generator.model.peers import members
from generator.model.reference import Breakdown, exists_in
from generator.model.rule import Rule
from generator.model.statement import Key
from generator.model.text import Text

from .known import Form, Known
from .operands import operand
from .points import Made
from .ranking import Direction, ranked
from .result import Result, nothing
from .totals import Total, total

PARTS_NAMED = 8  # of more, a formula says what they are in words


@dataclass(frozen=True)
class Places:
    """A rule that ranks areas by one measure, in one period."""

    form: Form
    rule: Rule

    def spot(self, figure: Figure) -> str:
        return figure.key._replace(subject="").id

    def derive(self, like: Figure, known: Known) -> tuple[Sequence[str], Made]:
        """The places of all peers with an exact value, as it is published. One alone has none."""
        spot = like.key
        areas, figures = self.entrants(spot, known)
        places = ranked({area: operand(one) for area, one in figures.items()}, areas, self.direction(spot))
        made: Made = []
        for area, place in places.items():
            if place.rank is not None and place.of > 1:
                key, result = self.key(figures[area].key), Result(place.rank)
                note = _of(place.of, len(areas))
                shown = self.form.figure(key, result, [figures[area]], self._formula(spot), note)
                made += [(shown, result)] if shown and key.id not in known.stated else []
        return (), made

    def entrants(self, spot: Key, known: Known) -> tuple[tuple[str, ...], dict[str, Figure]]:
        """The peers of that time, and the figures of those that have one."""
        if spot.period.last is None:
            return (), {}
        areas = members(self.form.reference, self.rule.peers, spot.period.last)
        found = ((area, known.get(spot._replace(subject=area).id)) for area in areas)
        return areas, {area: figure for area, figure in found if figure}

    def key(self, of: Key) -> Key:
        """The key of the place of an area, from that of the figure by which it is ranked."""
        return self.form.key(of, of.period)._replace(peers=self.rule.peers)

    def direction(self, spot: Key) -> Direction:
        """Which end is first. Where neither is better the largest is."""
        return "down" if self.form.reference.indicators[spot.concept].direction == "down" else "up"

    def _formula(self, spot: Key) -> Text:
        name, down = self.form.reference.peers[self.rule.peers].name, self.direction(spot) == "down"
        return Text(
            f"a在“{name.zh}”中{'由小到大' if down else '由大到小'}的位次",
            f"place of a among {name.en}, {'smallest' if down else 'largest'} first",
        )


def _of(known: int, every: int) -> Text:
    """How many are ranked, unless all are."""
    if known == every:
        return Text()
    return Text(
        f"{every}个地区中有确切数值的{known}个参加排位。",
        f"Of the {every} areas, the {known} with an exact value are ranked.",
    )


@dataclass(frozen=True)
class Totals:
    """A rule that adds up the additive parts of a whole; ``partial_total`` also where a part has no value."""

    form: Form
    rule: Rule

    def spot(self, figure: Figure) -> str:
        family = self._family(figure.key)
        return figure.key._replace(breakdown=family[0].id).id if family else ""

    def derive(self, like: Figure, known: Known) -> tuple[Sequence[str], Made]:
        spot, family = like.key, self._family(like.key)
        parts = [part.id for part in family if exists_in(part, spot.period)]
        figures = {part: known.get(spot._replace(breakdown=part).id) for part in parts}
        used = [one for one in figures.values() if one and one.value is not None]
        key = self.form.key(spot, spot.period)._replace(breakdown=family[0].parent or TOTAL)
        if len(parts) < 2 or key.id in known.stated or len({one.unit.id for one in used}) != 1:
            return (), []
        found = total(
            {part: operand(one) if one else nothing("missing") for part, one in figures.items()},
            additive=used[0].unit.kind in SUMMABLE,
            missing="partial" if self.rule.operation == "partial_total" else "refuse",
        )
        shown = self.form.figure(key, found.result, used, _sum(len(used)), self._absent(found))
        return (), [(shown, found.result)] if shown else []

    def _family(self, key: Key) -> list[Breakdown]:
        """The parts that sum to the same whole as the part in ``key``; none if it is none of a sum."""
        breakdowns = self.form.reference.breakdowns
        own = breakdowns.get(key.breakdown)
        if own is None:
            return []
        like = (own.parent, own.dimension, True, False)
        return [one for one in breakdowns.values() if (one.parent, one.dimension, one.additive, one.nested) == like]

    def _absent(self, found: Total) -> Text:
        """Which parts the sum leaves out."""
        if not found.absent:
            return Text()
        names = [self.form.reference.breakdowns[part].name for part in found.absent]
        return Text(
            f"{found.of}个部分中{found.known}个之和，不含{'、'.join(name.zh for name in names)}。",
            f"The sum of {found.known} of {found.of} parts, without {', '.join(name.en for name in names)}.",
        )


def _sum(terms: int) -> Text:
    if terms > PARTS_NAMED:
        return Text("各部分之和", "the sum of the parts")
    formula = " + ".join(LETTERS[:terms])
    return Text(formula, formula)
