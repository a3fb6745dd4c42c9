"""Aims: what was announced, held against what was achieved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from .figure import Figure
from .mechanism import Mechanism
from .reference import Reference

State = Literal["met", "missed", "open", "unjudged"]
STATES: tuple[State, ...] = get_args(State)

Why = Literal[
    "",
    "early",  # met before it was due, by a sum that can only grow
    "so_far",  # not due yet, and what was counted so far may still fall below it
    "undated",  # nobody said when it is due
    "no_result",  # no source states the result
    "not_at_due",  # results are stated for earlier times only
    "no_value",  # a source names the result without a value
    "definition",  # the result has another definition
    "unit",  # the result is in another unit
    "no_direction",  # neither more nor less is better, and the bound does not say which
    "inexact",  # the result, or the aim, is bounded so that it may lie on either side
]


@dataclass(frozen=True, slots=True)
class Aim:
    """An announced aim on the last day of data of an edition. ``target`` says what, how much, due when."""

    target: Figure
    result: Figure | None  # by which it was judged; of an open one the newest on the way
    state: State
    why: Why = ""
    completion: Figure | None = None  # of the result, in per cent, stated or derived
    lead: Figure | None = None  # over the calendar, in points

    def of(self, mechanism: Mechanism, reference: Reference) -> bool:
        """Is it an aim for an indicator of ``mechanism``, in its place or within?"""
        key = self.target.key
        return key.concept in mechanism.indicators and reference.lies_in(key.subject, mechanism.area)
