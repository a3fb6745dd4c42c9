"""A bulletin with one league that can be worked out by hand: three editions, a renaming, a merger, a revision."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from generator.model.bulletin import Bulletin, Release, Tables
from generator.model.codes import Basis, Bound, Status
from generator.model.contest import Contest, Series
from generator.model.league import Block, Doubt, Item, League, Normalisation, Rewards
from generator.model.period import Period
from generator.model.reference import Area, Indicator, Measure, Peers, Reference, Source, Unit
from generator.model.statement import Key, Location, Statement
from generator.model.text import Text

EDITIONS = ("2024-Q3", "2024-Q4", "2025-Q1")
# edition, area, indicator, period, value, bound: output is 产值, in 亿元 unless it says 万元; firms are counted
ROWS = """
2024-Q3 990101 output 2024-01/2024-09 10.0
2024-Q3 990102 output 2024-01/2024-09 20.0
2024-Q3 990103 output 2024-01/2024-09 30.0
2024-Q3 990104 output 2024-01/2024-09 25.0
2024-Q3 990101 firms 2024-09-30 9
2024-Q3 990102 firms 2024-09-30 5
2024-Q3 990103 firms 2024-09-30 1
2024-Q3 990104 firms 2024-09-30 3
2024-Q4 990102 output 2024-01/2024-09 28.0
2024-Q4 990101 output 2024 11.0
2024-Q4 990102 output 2024-01/2024-12 250000 CNY_10K
2024-Q4 990103 output 2024 31.0
2024-Q4 990104 output 2024 20.0
2024-Q4 990101 firms 2024-12-31 8
2024-Q4 990102 firms 2024-12-31 6
2024-Q4 990103 firms 2024-12-31 2
2024-Q4 990104 firms 2024-12-31 4
2025-Q1 990101 output 2025-Q1 3.0
2025-Q1 990112 output 2025-Q1 5.0
2025-Q1 990103 output 2025-Q1 4.0
2025-Q1 990101 firms 2025-03-31 7
2025-Q1 990112 firms 2025-03-31 3
2025-Q1 990103 firms 2025-03-31 over 2
"""
LEAGUE = League(
    "race",
    Text("赛马总榜", "The race"),
    (),
    Block("all", (Item("output", Fraction(3, 5)), Item("firms", Fraction(2, 5)))),
    rewards=Rewards(2, (Decimal(60), Decimal(40))),
    doubt=Doubt(normalisations=(Normalisation("rank"),), runs=50),
)
SERIES = {"output": Series("output", "level", "_T"), "firms": Series("firms", "level", "_T")}
CONTEST = Contest(LEAGUE, "counties", SERIES, "2024-Q3", "", "CNY_10K", Text("说明。", "A note."))


def tables(folder: Path = Path(), contest: Contest = CONTEST) -> Tables:
    releases = [
        Release(name, date(2025, 3, 31), _moment(), _moment(), "open", (), Text()) for name in EDITIONS
    ]  # fmt: skip
    bulletin = Bulletin(
        "demo", Text("示例季报", "Demo Bulletin"), Text(), Text("编辑组", "Editors"), False, True, "a@b.example",
        "CC-BY-4.0", "Asia/Shanghai", (), (), (),
    )  # fmt: skip
    rows = tuple(_statement(*line.split()) for line in ROWS.split("\n") if line)
    return Tables(bulletin, tuple(releases), {}, reference(), rows, {}, (), folder, (contest,))


def other(contest: Contest = CONTEST, **rules: Any) -> Contest:
    """The contest by other rules."""
    return replace(contest, league=replace(contest.league, **rules))


def reference() -> Reference:
    areas = [
        _area("990100", ""),
        _area("990101", "990100"),
        _area("990112", "990100", begin=date(2025, 1, 1)),
        _area("990102", "990100", end=date(2024, 12, 31), successor="990112", how="renamed"),
        _area("990103", "990100"),
        _area("990104", "990100", end=date(2024, 12, 31), successor="990103", how="merged"),
    ]
    units = [
        Unit("CNY_100M", Text("亿元", "100 million yuan"), "", "money", "CNY", Fraction(10**8)),
        Unit("CNY_10K", Text("万元", "10,000 yuan"), "", "money", "CNY", Fraction(10**4)),
        Unit("firms", Text("家", "firms"), "firm", "count", "", None),
    ]
    return Reference(
        areas={one.code: one for one in areas},
        indicators={"output": _indicator("output", "CNY_100M", "ytd"), "firms": _indicator("firms", "firms", "as_of")},
        measures={"level": Measure("level", Text("数值", "level"), "", None, "")},
        peers={"counties": Peers("counties", Text("各县", "Counties"), "children:990100", None, None, None)},
        units={one.id: one for one in units},
        sources={"s1": Source("s1", Text("月报", "Report"), Text("局", "Bureau"), "2025", "stated", "", "", Text())},
    )


def _moment() -> datetime:
    return datetime(2026, 11, 22, 1, tzinfo=UTC)


def _area(code: str, parent: str, begin: date | None = None, end: date | None = None, **to: str) -> Area:
    name = Text(f"县{code[-2:]}", f"County {code[-2:]}")
    return Area(code, name, "county", parent, begin, end, to.get("successor", ""), to.get("how", ""), None)


def _indicator(name: str, unit: str, basis: Basis) -> Indicator:
    return Indicator(name, Text(name, name), "work", unit, 1, basis, "up", "none", False, Text(), Text(), "")


def _statement(edition: str, area: str, indicator: str, period: str, *value: str) -> Statement:
    number, *rest = value if value[0] != "over" else (value[1],)
    bound = cast(Bound, "over" if value[0] == "over" else "exact")
    unit = rest[0] if rest else "CNY_100M" if indicator == "output" else "firms"
    status: Status = "P" if edition == "2025-Q1" else "A"
    key = Key("obs", area, indicator, "level", "_T", "_Z", Period.parse(period))
    at = Location("work", f"observations/{edition}.csv", 2)
    return Statement(key, edition, Decimal(number), None, unit, status, bound, "s1", "", Text(), Text(), "", at)
