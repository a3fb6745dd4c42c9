"""What the demonstration says of itself: bulletin.yaml, releases.yaml, and the reports it pretends to be taken from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from generator.intake import TOPICS, last_day
from generator.model.text import Text

from .concepts import Concept
from .places import WHOLE
from .plan import Plan, Quarter, edition, period, year
from .statements import source
from .tables import Row

PUBLISHER = Text("县域统计季报演示组", "County Bulletin demonstration")
HEADLINES = 4  # the first indicators of the table
DAYS_TO_RELEASE = 45
BEIJING = timezone(timedelta(hours=8))
SPANS = (
    Text("一季度", "the first quarter of "), Text("上半年", "the first half of "),
    Text("前三季度", "the first three quarters of "), Text("全年", ""),
)  # fmt: skip


def declaration(plan: Plan, used: set[str]) -> dict[str, Any]:
    """The content of ``bulletin.yaml``. Topics stand in the order of the contract."""
    return {
        "id": plan.name,
        "title": "星澜市统计季报（虚构地区演示）",
        "title_en": "Xinglan Bulletin (fictional places, demonstration)",
        "subtitle": "虚构地区的演示数据",
        "subtitle_en": "Demonstration data about fictional places",
        "publisher": PUBLISHER.zh,
        "publisher_en": PUBLISHER.en,
        "official": False,
        "demonstration": True,
        "contact": "corrections@county-bulletin.example",
        "licence": "CC-BY-4.0",
        "time_zone": "Asia/Shanghai",
        "home": [WHOLE],
        "topics": [topic for topic in TOPICS if topic in used],
        "record_numbers": [],
    }


def releases(plan: Plan, concepts: Sequence[Concept]) -> dict[str, Any]:
    """The content of ``releases.yaml``: every edition comes out 45 days after its quarter."""
    return {"editions": [_release(quarter, concepts[:HEADLINES]) for quarter in plan.published]}


def _release(quarter: Quarter, headlines: Sequence[Concept]) -> dict[str, Any]:
    at = datetime.combine(_released_on(quarter), time(9), BEIJING).isoformat()
    span = _span(quarter)
    return {
        "edition": edition(quarter),
        "data_until": last_day(edition(quarter)),
        "scheduled_at": at,
        "released_at": at,
        "status": "open",
        "headlines": [
            ".".join(["obs", WHOLE, one.id, one.measure, "_T", "_Z", period(quarter, one.basis).replace("/", "_")])
            for one in headlines
        ],
        "note_zh": f"本期报告{span.zh}。",
        "note_en": f"This edition reports {span.en}.",
    }


def _span(quarter: Quarter) -> Text:
    """The months of the year so far, in words."""
    words = SPANS[quarter % 4]
    return Text(f"{year(quarter)}年{words.zh}", f"{words.en}{year(quarter)}")


def _released_on(quarter: Quarter) -> date:
    return last_day(edition(quarter)) + timedelta(days=DAYS_TO_RELEASE)


def sources(plan: Plan) -> list[Row]:
    """One invented report an edition."""
    return [
        {
            "id": source(quarter),
            "title_zh": f"{_span(quarter).zh}各县主要指标（虚构）",
            "title_en": f"Main indicators of the counties in {_span(quarter).en} (fictional)",
            "publisher_zh": "星澜市统计局（虚构）",
            "publisher_en": "Xinglan Bureau of Statistics (fictional)",
            "published_on": _released_on(quarter).isoformat(),
            "date_is": "stated",
            "licence": "CC-BY-4.0",
            "note_zh": "演示用的虚构来源，并无此文件。",
            "note_en": "A fictional source for demonstration; there is no such document.",
        }
        for quarter in plan.published
    ]
