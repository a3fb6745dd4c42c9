"""Charts on the page and as files: the same numbers as picture, table, SVG, CSV and Vega-Lite specification."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from generator.model.page import File

from .charts import ChartView, Drawing, draw, rows
from .render import block
from .wording.voice import Voice


@lru_cache(maxsize=1024)
def drawn(view: ChartView, cache: Path | None) -> Drawing:
    """The drawing of ``view``: in a run each chart is drawn once, for its page and its files."""
    return draw(view, cache)


def chart_blocks(views: Sequence[ChartView], voice: Voice, cache: Path | None) -> str:
    """The figure elements side by side; their files stand beside the page, so their addresses are plain names."""
    figures = [block("chart", voice, chart=view, drawing=drawn(view, cache), rows=rows(view)) for view in views]
    return f'<div class="charts">\n{"".join(figures)}</div>'


def chart_files(view: ChartView, folder: str, cache: Path | None) -> Iterator[File]:
    """SVG, CSV and specification of a chart, in ``folder`` below the site's root."""
    drawing = drawn(view, cache)
    yield File(f"{folder}{view.key}.svg", drawing.standalone.encode())
    yield File(f"{folder}{view.key}.csv", drawing.csv.encode())
    yield File(f"{folder}{view.key}.json", drawing.spec.encode())
