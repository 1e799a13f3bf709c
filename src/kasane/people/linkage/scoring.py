"""score: how likely two records are one person, and which field says so (R-PEO-02)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.people.linkage.model import COMPARISONS, Comparison
from kasane.people.linkage.record import Record
from kasane.people.linkage.weights import Weights, committed

_MOST = 300.0
"""Weights beyond this make a probability of 0 or 1 in floating point anyway."""


@dataclass(frozen=True)
class Reason:
    """One field's part in the score, in words for the screen.

    A screen shows the words. The weight of 世帯 is no evidence by itself: where it speaks it stands in for the prior
    of strangers and for name, home and telephone, which are silent then, so it may be positive for another member.
    """

    field: str
    level: str
    weight: float


@dataclass(frozen=True)
class Score:
    """Log2 odds, probability (0–1), and a reason per field in the order of the form; silent fields weigh 0."""

    weight: float
    probability: float
    reasons: tuple[Reason, ...]


def level_numbers(left: Record, right: Record) -> tuple[int, ...]:
    """Which level (0 is the best) each comparison comes to; the same numbers as in PostgreSQL and DuckDB."""
    return tuple(_level_number(comparison, left, right) for comparison in COMPARISONS)


def _level_number(comparison: Comparison, left: Record, right: Record) -> int:
    return next(
        number
        for number, level in enumerate(comparison.levels)
        if level.when is None or level.when.holds(left, right)
    )


def score(left: Record, right: Record, weights: Weights | None = None) -> Score:
    """The weight of a pair, its probability and the reasons; symmetric in the two (R-PEO-02)."""
    return explain(level_numbers(left, right), weights)


def explain(numbers: tuple[int, ...], weights: Weights | None = None) -> Score:
    """The score of the levels a pair came to, be they found here or in a database."""
    weights = weights or committed()
    reasons = []
    for comparison, number in zip(COMPARISONS, numbers, strict=True):
        level = comparison.levels[number]
        reasons.append(Reason(comparison.label, level.label, weights.of(comparison.key, level.key)))
    weight = weights.prior + sum(reason.weight for reason in reasons)
    return Score(weight, probability(weight), tuple(reasons))


def probability(weight: float) -> float:
    """Log2 odds as a probability between 0 and 1."""
    return 1 / (1 + 2 ** -max(-_MOST, min(_MOST, weight)))
