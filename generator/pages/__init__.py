"""What each page says and shows: view models, wording, charts, rendering. Reads editions; computes nothing."""

from .charts import bundle, ready
from .compose import Composition, compose, compose_home
from .volume import Volume

__all__ = ["Composition", "Volume", "bundle", "compose", "compose_home", "ready"]
