"""Charts on the page and as files: the same numbers as picture, table, SVG, CSV and Vega-Lite specification."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from generator.model.page import File

from .charts import ChartView, Drawing, draw, shown
from .render import block
from .volume import Volume
from .wording.voice import Voice


@lru_cache(maxsize=1024)
def drawn(view: ChartView, cache: Path | None) -> Drawing:
    """The drawing of ``view``: in a run each chart is drawn once, for its page and its files."""
    return draw(view, cache)


def chart_blocks(views: Sequence[ChartView], voice: Voice, cache: Path | None) -> str:
    """The figure elements side by side. A chart may stand on several pages; its files stand beside one, its home."""
    figures = [block("chart", voice, chart=view, drawing=drawn(view, cache), rows=shown(view)) for view in views]
    return f'<div class="charts">\n{"".join(figures)}</div>'


def chart_files(volume: Volume, view: ChartView) -> Iterator[File]:
    """SVG, CSV and specification of a chart, beside its home; one set a language, because a chart has words in it."""
    drawing = drawn(view, volume.cache)
    prefix = "" if volume.lang == "zh" else "en/"
    place = f"{prefix}{volume.tables.bulletin.id}/{view.home}{view.key}"
    yield File(f"{place}.svg", drawing.standalone.encode())
    yield File(f"{place}.csv", drawing.csv.encode())
    yield File(f"{place}.json", drawing.spec.encode())
