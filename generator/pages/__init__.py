"""What each page says and shows: view models, wording, charts, rendering.

Reads editions. What is published was computed before; pages compare and put in order: places, medians, gaps, fifths.
"""

from .charts import bundle, ready
from .compose import Composition, compose, compose_all, compose_home
from .volume import Volume

__all__ = ["Composition", "Volume", "bundle", "compose", "compose_all", "compose_home", "ready"]
