"""Colours of the charts by role.

Every role has a colour of its own, which is three things at once: what Vega draws with, the fallback where the page's
stylesheet is absent (a downloaded SVG), and the sign by which the finished SVG gets its class. In a page the class
rules, through the variable ``--chart-<role>``, so that one SVG is right in light, dark, forced colours and print.
"""

from __future__ import annotations

from typing import Final

from generator.model.codes import Status

ROLES: Final[dict[str, str]] = {
    "emphasis": "#0b5cab",  # the mark the finding is about
    "plain": "#87919c",  # its peers
    "emphasis-tint": "#cfe0f2",  # the open part of a range
    "plain-tint": "#dde1e6",
    "emphasis-plan": "#cfe0f3",  # planned: hatched in the SVG
    "plain-plan": "#dde1e7",
    "target": "#b3500b",  # orange, with a name
    "ink": "#1a1f26",
    "muted": "#565e69",
    "axis": "#7a838e",
    "grid": "#e1e5ea",
    "paper": "#ffffff",
}
HATCHED: Final = ("emphasis-plan", "plain-plan")
PROVISIONAL: Final[frozenset[Status]] = frozenset({"P", "E"})  # hollow and dashed
PLANNED: Final[frozenset[Status]] = frozenset({"F"})  # hatched


def tone(emphasis: bool) -> str:
    """The role of a mark's solid colour."""
    return "emphasis" if emphasis else "plain"


def dress(emphasis: bool, status: Status) -> dict[str, object]:
    """Fill, outline and dash of a mark: solid, hollow if provisional, hatched if planned."""
    name = tone(emphasis)
    line = ROLES[name]
    if status in PROVISIONAL:
        return {"fill": ROLES["paper"], "line": line, "dash": [4, 3]}
    if status in PLANNED:
        return {"fill": ROLES[f"{name}-plan"], "line": line, "dash": []}
    return {"fill": line, "line": line, "dash": []}
