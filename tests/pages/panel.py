"""Panels made by hand: as many areas, indicators and quarters as a test asks for, with values anyone can work out.

Indicator ``i00`` is a sum of money within the quarter, ``i01`` a rate of growth from the start of the year, ``i02``
a sum from the start of the year with a target for each year; then these three again. Area ``a``, indicator ``i`` and
quarter ``q``, all counted from 0, meet in the value ``10 + a + i + q / 10``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from generator import measures
from generator.model.bulletin import Bulletin, Package, Release, Tables
from generator.model.codes import NOT_APPLICABLE, TOTAL, Basis
from generator.model.edition import Edition
from generator.model.period import Period
from generator.model.reference import Area, Indicator, Measure, Reference, Source, Unit
from generator.model.statement import Key, Location, Statement
from generator.model.text import Lang, Text
from generator.pages import Volume

FIRST_YEAR = 2020
TOPICS = ("economy", "people")
AT = Location("panel/economy", "observations/x.csv", 2)
ENDS = ("03-31", "06-30", "09-30", "12-31")
TO_DATE = ("{}-Q1", "{}-H1", "{}-01/{}-09", "{}")


@lru_cache
def volume(lang: Lang, areas: int, indicators: int, quarters: int, editions: int = 1) -> Volume:
    """The panel in one language. The last ``editions`` quarters come in editions of their own."""
    return Volume(lang, assembled(areas, indicators, quarters, editions))


@lru_cache
def assembled(areas: int, indicators: int, quarters: int, editions: int = 1) -> tuple[Edition, ...]:
    releases = tuple(_release(quarter) for quarter in range(quarters - editions, quarters))
    first = [release.edition for release in releases]
    statements = [
        _statement(area, indicator, quarter, _edition(max(quarter, quarters - editions)))
        for quarter in range(quarters)
        for indicator in range(indicators)
        for area in range(areas)
    ]
    statements += [
        _target(area, indicator, year, first[0])
        for year in range((quarters + 3) // 4)
        for indicator in range(2, indicators, 3)
        for area in range(areas)
    ]
    return measures.assemble(_tables(areas, indicators, releases, tuple(statements)))


@lru_cache
def revised(lang: Lang, areas: int, counts: tuple[int, ...]) -> Volume:
    """Three indicators in their first quarter; each later edition restates the first few of them, one more each."""
    releases = tuple(_release(quarter) for quarter in range(len(counts) + 1))
    first = [_statement(area, indicator, 0, _edition(0)) for indicator in range(3) for area in range(areas)]
    later = [
        replace(
            _statement(area, indicator, 0, _edition(place)),
            value=value(area, indicator, 0) + place,
            reason=Text("更正", "corrected"),
        )
        for place, count in enumerate(counts, start=1)
        for indicator in range(count)
        for area in range(areas)
    ]
    return Volume(lang, measures.assemble(_tables(areas, 3, releases, (*first, *later))))


def code(area: int) -> str:
    return f"99{area + 1:04d}"


def name(indicator: int) -> str:
    return f"i{indicator:02d}"


def value(area: int, indicator: int, quarter: int) -> Decimal:
    return 10 + area + indicator + Decimal(quarter) / 10


def period(indicator: int, quarter: int) -> Period:
    year, season = FIRST_YEAR + quarter // 4, quarter % 4
    return Period.parse(f"{year}-Q{season + 1}" if indicator % 3 == 0 else TO_DATE[season].format(year, year))


def figure_id(area: int, indicator: int, quarter: int) -> str:
    return _key(area, indicator, quarter).id


def _edition(quarter: int) -> str:
    return f"{FIRST_YEAR + quarter // 4}-Q{quarter % 4 + 1}"


def _release(quarter: int) -> Release:
    day = date.fromisoformat(f"{FIRST_YEAR + quarter // 4}-{ENDS[quarter % 4]}")
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    headlines = tuple(figure_id(0, indicator, quarter) for indicator in (1, 0))
    return Release(_edition(quarter), day, at, at, "open", headlines, Text())


def _key(area: int, indicator: int, quarter: int) -> Key:
    measure = "growth_yoy" if indicator % 3 == 1 else "level"
    return Key("obs", code(area), name(indicator), measure, TOTAL, NOT_APPLICABLE, period(indicator, quarter))


def _statement(area: int, indicator: int, quarter: int, edition: str) -> Statement:
    unit = "pct" if indicator % 3 == 1 else "money"
    source, key, shown = f"s{edition}", _key(area, indicator, quarter), value(area, indicator, quarter)
    return Statement(key, edition, shown, None, unit, "A", "exact", source, "表1", Text(), Text(), "", AT)


def _target(area: int, indicator: int, year: int, edition: str) -> Statement:
    key = Key("target", code(area), name(indicator), "level", TOTAL, "", Period.parse(f"{FIRST_YEAR + year}"))
    return Statement(key, edition, Decimal(100), None, "money", "A", "exact", f"s{edition}", "", Text(), Text(), "", AT)


def _tables(areas: int, indicators: int, releases: tuple[Release, ...], statements: tuple[Statement, ...]) -> Tables:
    title = Text("虚构面板", "Made-up panel")
    bulletin = Bulletin(
        "panel", title, Text(), title, False, True, "a@b.example", "CC0", "Asia/Shanghai", (code(0),), TOPICS, ()
    )
    reference = Reference(
        areas={code(place): _area(place) for place in range(areas)},
        indicators={name(place): _indicator(place) for place in range(indicators)},
        measures={
            "level": Measure("level", Text("水平", "level"), "", None, ""),
            "growth_yoy": Measure("growth_yoy", Text("同比增速", "Year-on-year growth"), "pct", None, ""),
        },
        units={
            "pct": Unit("pct", Text("%", "%"), "", "rate", "", None),
            "money": Unit("money", Text("亿元", "100 million yuan"), "", "money", "CNY", Fraction(10**8)),
        },
        sources={f"s{release.edition}": _source(release.edition) for release in releases},
    )
    return Tables(bulletin, releases, {t: _package(t) for t in TOPICS}, reference, statements, {}, (), Path())


def _area(place: int) -> Area:
    number = place + 1
    return Area(code(place), Text(f"第{number}县", f"County {number}"), "county", "", None, None, "", "", None)


def _indicator(place: int) -> Indicator:
    names, basis = Text(f"指标{place}", f"Indicator {place}"), (_basis(place))
    topic = TOPICS[place % 2]
    return Indicator(name(place), names, topic, "money", 1, basis, "up", "none", False, names, Text(), "")


def _basis(place: int) -> Basis:
    return "quarter" if place % 3 == 0 else "ytd"


def _source(edition: str) -> Source:
    title = Text(f"{edition}统计公报", f"Report {edition}")
    return Source(f"s{edition}", title, Text("统计局", "Statistics office"), "", "stated", "", "CC0", Text())


def _package(topic: str) -> Package:
    title = Text({"economy": "经济", "people": "人口"}[topic], topic.title())
    return Package(topic, title, title, "1", Path(), ())
