"""The largest projects by planned total investment."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generator.model.figure import Figure

from .. import rows
from ..volume import Volume
from .dossier import Profile

SHOWN = 10


def largest(volume: Volume, profiles: Sequence[Profile]) -> str:
    """A table of the largest; empty if fewer than two projects state their investment.

    Amounts in 亿元 and in 万元 are compared as money; those in another currency come after them, for rates of exchange
    are not ours to choose.
    """
    stated = [found for one in profiles if (found := one.amount("total_investment"))]
    if len(stated) < 2:
        return ""
    voice = volume.voice
    caption = voice.t("The largest projects by planned total investment")
    names = {one.project.id: voice.say(one.project.name) for one in profiles}
    groups = [
        rows.Group(names[one.key.subject], [rows.row(volume, one)], f"~/projects/{one.key.subject}/")
        for one in sorted(stated, key=_size)[:SHOWN]
    ]
    return rows.table(volume, "largest", caption, groups, rows.Look())


def _size(figure: Figure) -> tuple[bool, Fraction]:
    return figure.unit.base != "CNY", -Fraction(figure.value or 0) * (figure.unit.factor or 1)
