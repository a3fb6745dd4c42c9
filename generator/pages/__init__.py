"""What each page says and shows: view models, wording, charts, rendering. Reads editions; computes nothing."""

from generator.model.page import Page

from .charts import bundle
from .compose import Composition, compose, edition_name, notice
from .home import page as home
from .volume import Volume

__all__ = ["Composition", "Page", "Volume", "bundle", "compose", "edition_name", "home", "notice"]
