"""Pure functions from checked tables to editions: vintages, revisions, computed figures. Nothing later computes."""

from .editions import assemble
from .relations import disagreements

__all__ = ["assemble", "disagreements"]
