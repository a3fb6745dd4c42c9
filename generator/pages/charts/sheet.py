"""A chart laid out: shapes in the units of its axes, words at design pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from .lettering import width, wrapped
from .palette import ROLES
from .view import ChartView, Mark

WIDTH: Final = 360  # the design width: a small phone
SIZE: Final = 14.0  # type size of labels; on a 328-pixel column still above 12 pixels
SMALL: Final = 13.5
LINE: Final = 19.0  # line height

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear map from the values of an axis to design pixels."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of ``value``."""
        return self.start + (value - self.low) * (self.end - self.start) / (self.high - self.low)

    def span(self, pixels: float) -> float:
        """How much of the axis ``pixels`` are."""
        return pixels * (self.high - self.low) / (self.end - self.start)


@dataclass(slots=True)
class Sheet:
    """Everything a chart draws. ``x`` and ``y`` of boxes, lines and points are values; of words, pixels."""

    x: Scale
    y: Scale
    height: float = 0
    boxes: list[Row] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    points: list[Row] = field(default_factory=list)
    words: list[Row] = field(default_factory=list)

    def say(self, text: str, x: float, y: float, role: str = "ink", align: str = "left", **more: Any) -> None:
        """Set ``text`` with its middle at height ``y``."""
        row = {"text": text, "x": _pixel(x), "y": _pixel(y), "align": align, "fill": ROLES[role]}
        self.words.append(row | {"size": SIZE, "weight": "normal"} | more)

    def name(self, full: str, lines: list[str], x: float, y: float, **more: Any) -> None:
        """Set a name in ``lines``, the first with its middle at height ``y``; a name cut short tells itself in full."""
        told = {} if "".join(lines).replace(" ", "") == full.replace(" ", "") else {"full": full}
        for place, line in enumerate(lines):
            self.say(line, x, y + place * LINE, **told, **more)

    def rule(self, start: tuple[Any, Any], end: tuple[Any, Any], role: str, thick: float = 1, **more: Any) -> None:
        """A straight line between two points of the axes."""
        ends = {"x": start[0], "y": start[1], "x2": end[0], "y2": end[1]}
        self.lines.append(ends | {"line": ROLES[role], "thick": thick, "dash": [], "about": ""} | more)


def told(mark: Mark) -> Row:
    """What an interactive chart says of a mark when touched, and the figure that it shows."""
    return {"about": f"{mark.label}  {mark.text}".strip(), "figure": mark.row}


def number(value: Decimal) -> float:
    """A Decimal for a drawing: the text beside it keeps the digits."""
    return float(value)


def say_missing(sheet: Sheet, view: ChartView) -> None:
    """List what has no value under the chart, one paragraph a reason, and make room for it."""
    comma, colon = ("、", "：") if view.lang == "zh" else (", ", ": ")
    reasons: dict[str, list[str]] = {}
    for label, reason in view.missing:
        reasons.setdefault(reason, []).append(label)
    for reason, labels in reasons.items():
        sheet.height += 4
        for line in wrapped(f"{reason}{colon}{comma.join(labels)}", SMALL, WIDTH):
            sheet.say(line, 0, sheet.height + LINE / 2, "muted", size=SMALL)
            sheet.height += LINE


def clamped(text: str, x: float, size: float = SIZE) -> tuple[float, str]:
    """Position and alignment of a name above a line at ``x``, so that it stays on the sheet."""
    half = width(text, size) / 2
    if x + half > WIDTH:
        return WIDTH, "right"
    if x - half < 0:
        return 0, "left"
    return x, "center"


def _pixel(value: float) -> float:
    return round(value, 1)
