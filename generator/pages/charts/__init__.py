"""Charts: from values with their words to SVG, drawn when the site is built.

view      what a chart shows                                   -> ChartView
bars, timeline, bump ...   where its shapes and words stand    -> Sheet
spec      the sheet as Vega-Lite (Altair) and compiled Vega
svg, standalone   the drawing in a page and as a file
"""

from .drawing import draw, ready
from .graph import Graph, Node, graph
from .interactive import bundle
from .outlines import Outline, Outlines, outlines
from .spark import Spark, spark, steps
from .strip import Strip, strip
from .table import TableRow, rows, shown
from .view import ChartView, Drawing, Mark

__all__ = [
    "ChartView",
    "Drawing",
    "Graph",
    "Mark",
    "Node",
    "Outline",
    "Outlines",
    "Spark",
    "Strip",
    "TableRow",
    "bundle",
    "draw",
    "graph",
    "outlines",
    "ready",
    "rows",
    "shown",
    "spark",
    "steps",
    "strip",
]
