"""What a view shows of a mechanism: a finding, sections of text, tables and charts, and the figures behind them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.mechanism import Mechanism

from ..charts import ChartView

NAMED = 80  # projects that a sentence or a table names; more are counted, and are on the list of projects
FOLDED = 12  # projects of one line up to which their names stand open


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a panel under a heading: first the text, then the tables, then the charts."""

    id: str  # of the heading; ASCII, the same in both languages
    title: Markup
    text: tuple[Markup, ...] = ()  # paragraphs, safe for Markdown
    block: str = ""  # HTML of tables
    charts: tuple[ChartView, ...] = ()  # whose home is :func:`address` of the mechanism
    projects: bool = False  # it names or counts projects, or their leads and batches: readers may want their package


@dataclass(frozen=True, slots=True)
class Panel:
    """A view opened at the data of a mechanism. What is alike in every view :func:`.own.completed` adds."""

    finding: Markup  # what the figures say, in a sentence or two
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...] = ()  # that it shows, for the list of sources and the CSV file
    listed: tuple[Figure, ...] = ()  # those that stand before the mechanism's own, with the arithmetic around them


def address(mechanism: Mechanism) -> str:
    """Address of the panel below the bulletin: the home of its charts."""
    return f"mechanisms/{mechanism.id}/"
