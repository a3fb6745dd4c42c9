"""Draw a chart, or take it from the cache if the same one was drawn before by the same code."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from math import ceil
from pathlib import Path
from typing import Final

from generator.kept import keep, recalled

from . import bars, bump, burndown, caterpillar, contributions, gantt, progress, spread, timeline
from .sheet import WIDTH, Sheet
from .standalone import standalone
from .svg import finished
from .table import csv_text
from .view import ChartView, Drawing
from .words import period_not_stated, time_gone

_LAID_OUT: Final[dict[str, Callable[[ChartView], Sheet]]] = {
    "bars": bars.lay_out,
    "funnel": bars.lay_out,
    "time": timeline.lay_out,
    "progress": progress.lay_out,
    "spread": spread.lay_out,
    "caterpillar": caterpillar.lay_out,
    "bump": bump.lay_out,
    "contributions": contributions.lay_out,
    "gantt": gantt.lay_out,
    "burndown": burndown.lay_out,
}


def draw(view: ChartView, cache: Path | None) -> Drawing:
    """The drawing of ``view``. At least one mark is needed: a chart of nothing is a sentence, not a chart."""
    if not view.marks:
        raise ValueError(f"a chart without a value: {view.key}")
    if cache is None:
        return _drawn(view)
    place = cache / f"{_fingerprint(view)}.drawing"
    if kept := recalled(place, "", Drawing):
        return kept
    drawing = _drawn(view)
    keep(place, "", drawing)
    return drawing


def ready() -> None:
    """Have the drawing libraries at hand, which take a second to start: a preview does it while its editor reads."""
    from .spec import compiled

    for timed in (False, True):
        compiled(timed)


def _drawn(view: ChartView) -> Drawing:
    import vl_convert  # imported late, as is Altair: a build that finds every chart in the cache needs neither

    from .spec import vega, vega_lite

    sheet = _LAID_OUT[view.kind](view)
    sheet.height = ceil(sheet.height)
    height = int(sheet.height)
    svg = finished(vl_convert.vega_to_svg(vega(view, sheet)), sheet.words, view, height)
    spec = json.dumps(vega_lite(view, sheet), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Drawing(svg, standalone(view, svg, height), spec, csv_text(view), WIDTH, height)


def _fingerprint(view: ChartView) -> str:
    """Hash of everything that a drawing depends on: its view, this package's code, the wording, the libraries."""
    words = (time_gone(Decimal(1), view.lang), period_not_stated(view.lang))
    return sha256(f"{_code()}\n{words}\n{view!r}".encode()).hexdigest()


@lru_cache(maxsize=1)
def _code() -> str:
    sources = sorted(Path(__file__).parent.glob("*.py"))
    parts = [source.read_bytes() for source in sources]
    libraries = [f"{name} {version(name)}" for name in ("altair", "vl-convert-python")]
    return sha256(b"\n".join([*parts, *(library.encode() for library in libraries)])).hexdigest()
