"""From pages and editions to the published site: packages, catalogue, builder, filled blocks, links, search.

The only room that writes output. Until :func:`swap`, the last site stays as it was.
"""

from .archive import archive, kept
from .builder import Builder, Workshop, built
from .catalog import catalog
from .fill import FigureLink
from .leagues import league_files
from .links import verify
from .packages import edition_files, newest_files, published
from .publish import checksums, recover, refuse_unless_ours, staging, swap
from .search import index
from .serve import serve
from .sources import Run
from .tree import add, assemble, fingerprint, furnish
from .writer import Writer, keep_seals, sealed

__all__ = [
    "Builder",
    "FigureLink",
    "Run",
    "Workshop",
    "Writer",
    "add",
    "archive",
    "assemble",
    "built",
    "catalog",
    "checksums",
    "edition_files",
    "fingerprint",
    "furnish",
    "index",
    "keep_seals",
    "kept",
    "league_files",
    "newest_files",
    "published",
    "recover",
    "refuse_unless_ours",
    "sealed",
    "serve",
    "staging",
    "swap",
    "verify",
]
