"""What codes of projects and milestones are called: kinds, tiers, states, awards."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from generator.model.period import Period
from generator.model.schedule import Tally

from ..wording.escape import inert
from ..wording.voice import Voice

KINDS = ("project", "park", "town", "platform", "institution")
AWARDS = ("star", "red_flag", "snail", "listed", "commended")


def kind(voice: Voice, code: str) -> Markup:
    """Entries of a kind, as a heading."""
    t = voice.t
    return {
        "project": t("Projects"),
        "park": t("Parks"),
        "town": t("Towns"),
        "platform": t("Platforms"),
        "institution": t("Institutions"),
    }.get(code, inert(code))


def tier(voice: Voice, code: str) -> Markup:
    """The highest level of which it is a key project."""
    t = voice.t
    return {
        "province": t("provincial key project"),
        "prefecture": t("key project of the prefecture"),
        "county": t("key project of the county"),
    }.get(code, inert(code))


def states(voice: Voice, *, today: bool = False) -> Mapping[str, Markup]:
    """The states of a milestone, in the order in which tables have them; ``today`` if some are due that very day."""
    t = voice.t
    return {
        "met": t("done in time"),
        "late": t("done late"),
        "overdue": t("overdue"),
        "undecided": t("done, whether in time is not known"),
        "open": t("not yet due (those due that day included)") if today else t("not yet due"),
    }


def today(voice: Voice) -> Markup:
    """Of a milestone that is due that very day: no day is left, and none has passed."""
    return voice.t("due that day")


def due_today(voice: Voice, tally: Tally) -> Markup:
    """How many milestones are due on the very day by which all is judged, and not done."""
    return voice.n(
        "{count} milestone is due on the last day of data and not yet done.",
        "{count} milestones are due on the last day of data and not yet done.",
        tally.today,
    )


def on(voice: Voice, period: Period) -> Markup:
    """When something is due, or happened: a day is that day, not the end of a count."""
    return voice.day(period.last) if period.kind == "day" and period.last else voice.time(period)


def award(voice: Voice, code: str) -> Markup:
    """What a body decided of a project."""
    t = voice.t
    return {
        "star": t("star of the quarter"),
        "red_flag": t("red flag"),
        "snail": t("snail"),
        "listed": t("on a list"),
        "commended": t("commended"),
    }.get(code, inert(code))


def tallied(voice: Voice, tally: Tally) -> Markup:
    """How many milestones were due, how many of all were done in time, and what else there is to say of them."""
    t, parts, ahead = voice.t, [], tally.open - tally.today
    if tally.due or tally.judged:
        parts.append(
            t(
                "Milestones due so far: {due}. Done in time: {met}, done late: {late}, overdue: {overdue}.",
                due=voice.counted(tally.due),
                met=voice.counted(tally.met),
                late=voice.counted(tally.late),
                overdue=voice.counted(tally.overdue),
            )
        )
    if tally.today:
        parts.append(due_today(voice, tally))
    if ahead:
        parts.append(voice.n("{count} milestone is not yet due.", "{count} milestones are not yet due.", ahead))
    if tally.undecided:
        parts.append(
            voice.n(
                "{count} milestone is done, and the sources do not say whether in time.",
                "{count} milestones are done, and the sources do not say whether in time.",
                tally.undecided,
            )
        )
    return voice.passage(parts)
