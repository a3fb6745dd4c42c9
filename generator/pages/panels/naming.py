"""What a mechanism's codes are called: its view, how often it comes round, the thresholds of its rule."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from generator.model.mechanism import Mechanism
from generator.model.reference import Source

from ..wording.escape import inert
from ..wording.voice import Voice


def view(voice: Voice, code: str) -> Markup:
    """A view by name."""
    t = voice.t
    return {
        "pipeline": t("Project pipeline"),
        "milestones": t("Milestones"),
        "flags": t("Red flags and snails"),
        "recognition": t("Awards and lists"),
        "completion": t("Plan completion"),
        "clusters": t("Clusters and chains"),
        "factors": t("Money, land and people"),
        "service": t("Service and approval"),
        "targets": t("Targets and results"),
        "cadence": t("Calendar of reviews"),
        "quality": t("Data quality"),
        "batches": t("Batches of starts and signings"),
        "league": t("League table"),
        "scoreboard": t("Scoreboard"),
    }.get(code, inert(code))


def rhythm(voice: Voice, code: str) -> Markup:
    """How often something comes round."""
    t = voice.t
    return {
        "continuous": t("continuous"),
        "weekly": t("weekly"),
        "monthly": t("monthly"),
        "bimonthly": t("every two months"),
        "quarterly": t("quarterly"),
        "half_yearly": t("half-yearly"),
        "yearly": t("yearly"),
        "several_a_year": t("several times a year"),
        "once": t("once"),
        "per_item": t("item by item"),
        "not_stated": t("not stated"),
    }.get(code, inert(code))


def frequency(voice: Voice, mechanism: Mechanism) -> Markup:
    """How often it comes round, one or several rhythms."""
    return voice.listing(rhythm(voice, code) for code in mechanism.frequency)


def since(voice: Voice, mechanism: Mechanism, source: Source | None) -> Markup:
    """Since when it is in force; where nobody says, the day by which its source knew of it or of its plan."""
    day = voice.published(source)
    if mechanism.since.dated or not day:
        return voice.time(mechanism.since)
    if source and source.date_is == "inferred":
        day = voice.t("{day} (inferred)", day=day)
    if mechanism.state == "planned":
        return voice.t("not stated; announced by {day}", day=day)
    return voice.t("not stated; in force by {day}", day=day)


def thresholds(voice: Voice, mechanism: Mechanism) -> list[Markup]:
    """The parameters of its rule that judge, each in words."""
    words = (_threshold(voice, name, value) for name, value in mechanism.thresholds.items())
    return [word for word in words if word]


def _threshold(voice: Voice, name: str, value: Decimal) -> Markup | None:
    t, number = voice.t, voice.counted(value)
    return {
        "lag": t("behind elapsed time by {number} percentage points or more", number=number),
        "lead": t("ahead of elapsed time by {number} percentage points or more", number=number),
        "overdue": t("a milestone overdue by {number} days or more", number=number),
        "days": t("within {number} days", number=number),
        "nodes": t("milestones in all: {number}", number=number),
        "limit": t("at most {number} days", number=number),
        "floor": t("total investment of {number} million yuan or more", number=_floor(voice, value)),
    }.get(name)


def _floor(voice: Voice, value: Decimal) -> Markup:
    """A size of projects, which the rule states in 100 million yuan (亿元), as Chinese says it; English in millions."""
    return voice.counted(value if voice.lang == "zh" else Decimal(f"{value.scaleb(2):f}"))
