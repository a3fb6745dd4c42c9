"""League tables (晾晒表): scores and honest ranks, how sure they are, and why they changed."""

from .change import rank_changes, reversals
from .document import VERIFIER, league_document, league_rows
from .standing import compute
from .uncertainty import of_method, of_revisions, of_rounding, sobol
from .unseating import unseatings

__all__ = [
    "VERIFIER",
    "compute",
    "league_document",
    "league_rows",
    "of_method",
    "of_revisions",
    "of_rounding",
    "rank_changes",
    "reversals",
    "sobol",
    "unseatings",
]
