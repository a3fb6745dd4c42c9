"""Who belongs to a set of peers on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from .reference import Area, Reference


def members(reference: Reference, peers: str, day: date) -> tuple[str, ...]:
    """The codes of a peer set's areas that exist on ``day``, in the order of the set, children in that of their table.

    A member that has been renamed by then belongs to it under its new code.
    """
    codes: list[str] = []
    for word in reference.peers[peers].members.split():
        code, _, parent = word.partition(":")
        codes += [one for one, area in reference.areas.items() if area.parent == parent] if parent else [code]
    present = dict.fromkeys(renamed(code, reference.areas, day) for code in codes)
    return tuple(code for code in present if code in reference.areas and _exists(reference.areas[code], day))


def renamed(code: str, areas: Mapping[str, Area], day: date) -> str:
    """The code under which the area of ``code`` goes on ``day``: another one if it has been renamed, once or more."""
    seen = {code}
    while (area := areas.get(code)) and area.succession == "renamed" and area.valid_to and area.valid_to < day:
        if area.successor in seen:
            break
        code = area.successor
        seen.add(code)
    return code


def _exists(area: Area, day: date) -> bool:
    return (area.valid_from is None or area.valid_from <= day) and (area.valid_to is None or day <= area.valid_to)
