"""How the verdict on an aim is told: its state, the reason, and the rules by which it was judged."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.aim import State, Why

from ..wording.voice import Voice


def state(voice: Voice, code: State) -> Markup:
    """The state of an aim."""
    t = voice.t
    return {
        "met": t("met"),
        "missed": t("missed"),
        "open": t("not due yet"),
        "unjudged": t("cannot be judged"),
    }[code]


def why(voice: Voice, code: Why) -> Markup:
    """Why it is in that state; empty if the numbers say so."""
    t = voice.t
    return {
        "": Markup(""),
        "early": t("before it was due"),
        "so_far": t("reached so far, and may fall back"),
        "undated": t("no source says when it is due"),
        "no_result": t("no source states the result"),
        "not_at_due": t("the result is of an earlier time; none is stated for the due date"),
        "no_value": t("a source names the result without a value"),
        "definition": t("the result has another definition"),
        "unit": t("the result is in another unit"),
        "no_direction": t("neither more nor less counts as better"),
        "inexact": t("the numbers are too inexact to tell"),
    }[code]


def rules(voice: Voice) -> tuple[Markup, ...]:
    """How aims are judged, in paragraphs."""
    t = voice.t
    return (
        t(
            "A result is held against an aim only if it is of the same area, indicator, measure and part, and of the "
            "time for which the aim was set. What only grows through the year has met its aim once it reaches it; "
            "a rate or a state is judged at the due date, because it may fall back."
        ),
        t(
            "Bounds count as they are worded: an aim of over so much is not met by just so much, and a result of at "
            "least so much may well be more. Where no result is stated, the aim is neither met nor missed."
        ),
    )
