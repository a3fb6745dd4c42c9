"""The units of what is counted and computed here, for a bulletin that does not declare them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.reference import Unit
from generator.model.text import Text

_OWN = (
    Unit("aims", Text("个", "aims"), "aim", "count", "", None),
    Unit("days", Text("天", "days"), "day", "time", "", None),
    Unit("figures", Text("个", "figures"), "figure", "count", "", None),
    Unit("milestones", Text("个", "milestones"), "milestone", "count", "", None),
    Unit("pct", Text("%", "%"), "%", "rate", "", None),
    Unit("projects", Text("个", "projects"), "project", "count", "", None),
    Unit("rank", Text("位", ""), "", "rank", "", None),
    Unit("score", Text("分", "points"), "point", "other", "", None),
)
OWN: Mapping[str, Unit] = {unit.id: unit for unit in _OWN}


def own_unit(name: str, declared: Mapping[str, Unit]) -> Unit:
    """The unit ``name`` as the bulletin has ``declared`` it, else our own."""
    return declared.get(name) or OWN[name]
