"""From pages and editions to the published site: packages, catalogue, builder, filled blocks, links, search.

The only room that writes output. Until :func:`swap`, the last site stays as it was.
"""

from .archive import archive, kept
from .builder import Builder, run
from .catalog import catalog
from .fill import FigureLink
from .links import verify
from .packages import edition_files, newest_files, published
from .publish import checksums, recover, refuse_unless_ours, staging, swap
from .search import index
from .serve import serve
from .sources import Run, write_sources
from .tree import add, assemble, fingerprint, hoist

__all__ = [
    "Builder",
    "FigureLink",
    "Run",
    "add",
    "archive",
    "assemble",
    "catalog",
    "checksums",
    "edition_files",
    "fingerprint",
    "hoist",
    "index",
    "kept",
    "newest_files",
    "published",
    "recover",
    "refuse_unless_ours",
    "run",
    "serve",
    "staging",
    "swap",
    "verify",
    "write_sources",
]
