"""Charts: from values with their words to SVG, drawn when the site is built.

view      what a chart shows                                   -> ChartView
bars, timeline, progress   where its shapes and words stand    -> Sheet
spec      the sheet as Vega-Lite (Altair) and compiled Vega
svg, standalone   the drawing in a page and as a file
"""

from .drawing import draw
from .interactive import bundle
from .table import TableRow, rows
from .view import ChartView, Drawing, Mark

__all__ = ["ChartView", "Drawing", "Mark", "TableRow", "bundle", "draw", "rows"]
