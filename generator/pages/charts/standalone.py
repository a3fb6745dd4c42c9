"""A chart as a file: the same drawing with its title, its subtitle and its note, on paper of its own."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

from .lettering import wrapped
from .palette import ROLES
from .sheet import LINE, SMALL, WIDTH
from .svg import FONTS, SPACE
from .view import ChartView

MARGIN: Final = 12
_TITLE: Final = 16.0


def standalone(view: ChartView, drawing: str, height: int) -> str:
    """``drawing`` between the words that the page puts around it, so that a copy says what it shows and where from."""
    lines: list[str] = []
    y = _written(lines, view.title, MARGIN, _TITLE, 22, "ink", bold=True)
    y = _written(lines, view.subtitle, y, SMALL, LINE, "muted") + 8
    placed = drawing.replace("<svg ", f'<svg x="{MARGIN}" y="{y:g}" ', 1)
    y = _written(lines, view.note, y + height + 8, SMALL, LINE, "muted") + MARGIN
    wide = WIDTH + 2 * MARGIN
    head = f'<svg xmlns="{SPACE}" viewBox="0 0 {wide} {y:g}" width="{wide}" height="{y:g}" font-family="{FONTS}">'
    paper = f'<rect width="{wide}" height="{y:g}" fill="{ROLES["paper"]}"/>'
    return f"{head}{paper}{''.join(lines)}{placed}</svg>\n"


def _written(
    lines: list[str], text: str, top: float, size: float, leading: float, role: str, *, bold: bool = False
) -> float:
    """Add ``text`` in as many lines as it needs; returns where the next thing may stand."""
    style = f'font-size="{size:g}px" fill="{ROLES[role]}"' + (' font-weight="bold"' if bold else "")
    for line in wrapped(text, size, WIDTH, bold) if text else []:
        top += leading
        lines.append(f'<text x="{MARGIN}" y="{top - leading / 4:g}" {style}>{escape(line)}</text>')
    return top
