"""名寄せ: how likely two records are one person, one pair on entry and whole files in batch (R-PEO-02).

The model is data (`model`), its weights are trained (`train`) and committed (weights.toml), and three engines read
them: Python (`score`), PostgreSQL (`postgres_sql`, `near_sql`) and DuckDB by Splink (`find_pairs`).
"""

from kasane.people.linkage.batch import Pair, find_pairs
from kasane.people.linkage.model import BLOCKING, COMPARISONS
from kasane.people.linkage.record import COLUMNS, Record
from kasane.people.linkage.scoring import Reason, Score, explain, probability, score
from kasane.people.linkage.sql import near_sql, postgres_sql
from kasane.people.linkage.weights import Weights, committed

__all__ = [
    "BLOCKING",
    "COLUMNS",
    "COMPARISONS",
    "Pair",
    "Reason",
    "Record",
    "Score",
    "Weights",
    "committed",
    "explain",
    "find_pairs",
    "near_sql",
    "postgres_sql",
    "probability",
    "score",
]
