"""From checked tables to editions: vintages, revisions, computed figures, leagues, projects. Functions are pure; league
tables are kept on disk by all that decides them, because a thousand runs of each take longer than all else here."""

from .agreement import disagreements
from .editions import assemble
from .league import compute

__all__ = ["assemble", "compute", "disagreements"]
