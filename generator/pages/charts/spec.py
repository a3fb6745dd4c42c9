"""The one door to Altair: a Vega-Lite specification for each kind of axes, filled with a sheet's shapes.

A specification is the same for every chart of its kind but for data, height and axis limits. So it is compiled to Vega
once, and only those are exchanged for each chart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import copy
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal

import altair as alt
import vl_convert

from .palette import ROLES
from .sheet import WIDTH, Sheet
from .view import TIMED, ChartView

_LIMITS: Final = ("x_low", "x_high", "x_start", "x_end", "y_low", "y_high", "y_start", "y_end")


def vega_lite(view: ChartView, sheet: Sheet) -> dict[str, Any]:
    """The chart as Vega-Lite, complete in itself."""
    timed = view.kind in TIMED
    spec = copy(_template(timed))
    limits = _limits(sheet, timed)
    spec["description"] = view.alt
    spec["height"] = sheet.height
    spec["params"] = [param | {"value": limits[param["name"]]} for param in spec["params"]]
    spec["datasets"] = _data(sheet)
    spec["usermeta"] = {"palette": {colour: f"--chart-{role}" for role, colour in ROLES.items()}, "key": view.key}
    return spec


def vega(view: ChartView, sheet: Sheet) -> dict[str, Any]:
    """The same chart as Vega, from the compiled template, without its words.

    Vega measures every word to know its bounds, 2.5 ms each, which a sheet of fixed size never asks for.
    """
    timed = view.kind in TIMED
    spec = copy(compiled(timed))
    limits, data = _limits(sheet, timed), _data(sheet) | {"words": []}
    spec["height"] = sheet.height
    spec["signals"] = [_with(signal, "value", limits) for signal in spec["signals"]]
    spec["data"] = [_with(source, "values", data) for source in spec["data"]]
    return spec


def _with(part: dict[str, Any], slot: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """``part`` with its ``slot`` taken from what is given under its name, if anything is."""
    return part | {slot: given[part["name"]]} if part["name"] in given else part


def _limits(sheet: Sheet, timed: bool) -> dict[str, float]:
    x, y = sheet.x, sheet.y
    low, high = (_milliseconds(x.low), _milliseconds(x.high)) if timed else (x.low, x.high)
    return dict(zip(_LIMITS, (low, high, x.start, x.end, y.low, y.high, y.start, y.end), strict=True))


def _milliseconds(ordinal: float) -> int:
    return (int(ordinal) - date(1970, 1, 1).toordinal()) * 86_400_000


def _data(sheet: Sheet) -> dict[str, list[dict[str, Any]]]:
    return {"boxes": sheet.boxes, "lines": sheet.lines, "points": sheet.points, "words": sheet.words}


@lru_cache(maxsize=2)
def compiled(timed: bool) -> dict[str, Any]:
    filler: dict[str, list[Any]] = {name: [] for name in ("boxes", "lines", "points", "words")}
    result: dict[str, Any] = vl_convert.vegalite_to_vega(json.dumps(_template(timed) | {"datasets": filler}))
    return result


@lru_cache(maxsize=2)
def _template(timed: bool) -> dict[str, Any]:
    """The layers: boxes, lines, points over them, words on top."""
    low, high, start, end, bottom, top, floor, ceiling = (alt.param(name=name, value=0) for name in _LIMITS)
    x_scale = alt.Scale(type="linear", domain=[low, high], range=[start, end], nice=False, zero=False)
    if timed:
        x_scale = alt.Scale(type="utc", domainMin=low, domainMax=high, range=[start, end], nice=False)
    y_scale = alt.Scale(domain=[bottom, top], range=[floor, ceiling], nice=False, zero=False)
    x = alt.X("x", type="temporal" if timed else "quantitative", scale=x_scale, axis=None)
    y = alt.Y("y", type="quantitative", scale=y_scale, axis=None)
    boxes = _shapes("boxes", "rect", 1).encode(x, y, x2="x2", y2="y2", fill=_fill(), stroke=_line())
    chart = alt.layer(
        *([] if timed else [boxes]),  # time has no bars, and a layer without data would warn
        _shapes("lines", "rule", alt.expr("datum.thick")).encode(x, y, x2="x2", y2="y2", stroke=_line()),
        _points().encode(x, y, fill=_fill(), stroke=_line()),
        _words(),
    )
    return _finished(chart)


def _shapes(data: str, mark: Literal["rect", "rule", "point"], thick: float | alt.ExprRef) -> alt.Chart:
    style = alt.MarkDef(type=mark, opacity=1, strokeDash=alt.expr("datum.dash"), strokeWidth=thick)
    return alt.Chart(alt.NamedData(name=data), mark=style).encode(tooltip=alt.Tooltip("about:N"))


def _points() -> alt.Chart:
    shape, size = alt.Shape("shape:N", scale=None), alt.Size("size:Q", scale=None)
    return _shapes("points", "point", alt.expr("datum.thick")).encode(shape=shape, size=size)


def _words() -> alt.Chart:
    align, weight, size = (alt.expr(f"datum.{column}") for column in ("align", "weight", "size"))
    mark = alt.MarkDef(type="text", baseline="middle", align=align, fontWeight=weight, fontSize=size)
    return alt.Chart(alt.NamedData(name="words"), mark=mark).encode(
        alt.X("x:Q", scale=None, axis=None), alt.Y("y:Q", scale=None, axis=None), text="text:N", fill=_fill()
    )


def _fill() -> alt.Fill:
    return alt.Fill("fill:N", scale=None)


def _line() -> alt.Stroke:
    return alt.Stroke("line:N", scale=None)


def _finished(chart: alt.LayerChart | alt.FacetChart) -> dict[str, Any]:
    """Fixed size, nothing moved by what a renderer thinks of its fonts."""
    fixed = chart.properties(width=WIDTH, height=100, padding=0, autosize=alt.AutoSizeParams(type="none"))
    limited = fixed.add_params(*(alt.param(name=name, value=0) for name in _LIMITS))
    plain = limited.configure(aria=False, background="transparent").configure_view(stroke="transparent")
    spec: dict[str, Any] = plain.to_dict()
    spec.pop("datasets", None)
    return spec
