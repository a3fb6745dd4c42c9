"""Charts: from values with their words to SVG, drawn when the site is built.

view      what a chart shows                                   -> ChartView
bars, spread, timeline, progress   where its shapes and words stand    -> Sheet
spec      the sheet as Vega-Lite (Altair) and compiled Vega
svg, standalone   the drawing in a page and as a file
"""

from .drawing import draw, ready
from .interactive import bundle
from .spark import Spark, spark
from .table import TableRow, rows, shown
from .view import ChartView, Drawing, Mark

__all__ = ["ChartView", "Drawing", "Mark", "Spark", "TableRow", "bundle", "draw", "ready", "rows", "shown", "spark"]
