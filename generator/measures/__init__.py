"""Pure functions from checked tables to editions: vintages, revisions, computed figures. Nothing later computes."""

from .agreement import disagreements
from .editions import assemble
from .league import compute

__all__ = ["assemble", "compute", "disagreements"]
