"""The fictional counties: nine with names, the others with numbers; one was renamed, one was merged into another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .chance import Chance
from .plan import LAST, Plan, Quarter
from .tables import Row, table

WHOLE = "990100"  # the prefecture. No code of GB/T 2260 begins with 99
EVERYONE = "counties_of_xinglan"
GROUPS: Mapping[str, int] = {"mountain": 65, "plain": 100, "urban": 140}  # with the usual size, in per cent


@dataclass(frozen=True, slots=True)
class County:
    """A county through time. ``size`` is in per cent of a middling county."""

    code: str
    group: str
    size: int
    former: str = ""  # its code before ``since``
    since: Quarter = 0
    until: Quarter = LAST  # the last quarter before it was merged
    gains: Mapping[Quarter, int] = field(default_factory=dict)  # size of what was merged into it, from that quarter

    def code_in(self, quarter: Quarter) -> str:
        return self.former if quarter < self.since else self.code

    def size_in(self, quarter: Quarter) -> int:
        return self.size + sum(size for since, size in self.gains.items() if since <= quarter)


def areas(plan: Plan) -> list[Row]:
    """The table of areas: the prefecture, its counties, and the codes that they continue."""
    named = table("areas")
    current = [row for row in named if row["code"] != WHOLE and not row["valid_to"]]
    numbered = [_numbered(number, named[0]) for number in range(len(current) + 1, plan.areas + 1)]
    chosen = [*current, *numbered][: plan.areas]
    codes = {row["code"] for row in chosen}
    return [named[0], *chosen, *(row for row in named if row["successor"] in codes)]


def _numbered(number: int, like: Row) -> Row:
    group = list(GROUPS)[(number - 1) % len(GROUPS)]
    names = {"name_zh": f"第{number}号示范县", "name_en": f"Model County {number}"}
    blank = dict.fromkeys(like, "")
    return {**blank, **names, "code": f"99{1000 + number}", "level": "county", "parent": WHOLE, "group": group}


def counties(plan: Plan, rows: list[Row]) -> list[County]:
    """The counties that the table of areas tells of, current ones first."""
    before = {row["successor"]: row for row in rows if row["succession"] == "renamed"}
    merged = {row["successor"]: row for row in rows if row["succession"] == "merged"}
    found = []
    for row in (row for row in rows if row["level"] == "county"):
        code, size = row["code"], _size(plan, row)
        if row["succession"] == "merged":
            found.append(County(code, row["group"], size // 3, until=_after(row) - 1))
        elif not row["successor"]:
            gains = {_after(merged[code]): _size(plan, merged[code]) // 3} if code in merged else {}
            former, since = (before[code]["code"], _after(before[code])) if code in before else ("", 0)
            found.append(County(code, row["group"], size, former, since, gains=gains))
    return found


def _size(plan: Plan, row: Row) -> int:
    return GROUPS[row["group"]] * (100 + Chance(plan.seed, "size", row["code"]).around(25)) // 100


def _after(row: Row) -> Quarter:
    """The first quarter after the code ended, which is always at the end of a quarter."""
    last = date.fromisoformat(row["valid_to"])
    return last.year * 4 + last.month // 3


def peers(rows: list[Row]) -> list[Row]:
    """The table of peer sets: all counties, and those of each group, under the codes of all times."""
    members = {group: " ".join(row["code"] for row in rows if row["group"] == group) for group in GROUPS}
    every = [row | {"members": members.get(row["id"], row["members"])} for row in table("peers")]
    return [row for row in every if row["members"] or row["count"]]
