"""League tables (晾晒表): scores and honest ranks, how sure they are, and why they changed."""

from .change import rank_changes, reversals
from .results import results
from .standing import compute
from .tables import league_tables
from .uncertainty import of_method, of_revisions, of_rounding, sobol
from .unseating import overtaking, rivals, unseatings

__all__ = [
    "compute",
    "league_tables",
    "of_method",
    "of_revisions",
    "of_rounding",
    "overtaking",
    "rank_changes",
    "results",
    "reversals",
    "rivals",
    "sobol",
    "unseatings",
]
