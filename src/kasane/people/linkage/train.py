"""Training of weights.toml: Splink's m and u for the fields, then the correction inside households (R-PEO-02).

Splink estimates u from random pairs and m from pairs known to be one person. That takes the fields for independent,
which they are not inside a family: so each level of the comparison "household" gets the one weight that makes the
expected number of matches among its pairs equal to the true number (the maximum likelihood of one parameter per cell,
the other weights held). See docs/decisions/0012-record-linkage.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log2
from typing import Any

from kasane.people.linkage.batch import linker, load, open_database, settings
from kasane.people.linkage.model import COMPARISONS, FIELDS, HOUSEHOLD
from kasane.people.linkage.record import Record
from kasane.people.linkage.scoring import probability
from kasane.people.linkage.sql import level_case
from kasane.people.linkage.weights import Weights

RANDOM_PAIRS = 1e7
_SEED = 20251101
_SMOOTHING = 0.5
_BOUND = 40.0
THRESHOLD = 0.95

Pattern = tuple[tuple[int, ...], bool]
"""The level numbers of a pair in the order of COMPARISONS, and whether the two are one person."""


def train(records: Sequence[Record], labels: Sequence[str], *, random_pairs: float = RANDOM_PAIRS) -> str:
    """weights.toml, from records of which it is known (labels) who is who."""
    connection = open_database()
    load(connection, records, labels)
    fields = _fields(connection, random_pairs)
    patterns = _patterns(connection, _provisional(fields))
    weights, counts = _corrected(fields, patterns)
    return _toml(weights, fields, counts, records=len(records))


def _fields(connection: Any, random_pairs: float) -> dict[str, dict[str, tuple[float, float]]]:
    """(m, u) per field and level as Splink estimates them."""
    training = linker(connection, settings(None)).training
    training.estimate_u_using_random_sampling(max_pairs=random_pairs, seed=_SEED, min_count_per_level=None)
    training.estimate_m_from_label_column("label")
    model = training._linker.misc.save_model_to_json()
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for comparison in model["comparisons"]:
        rows = [row for row in comparison["comparison_levels"] if not row.get("is_null_level")]
        found[comparison["output_column_name"]] = {
            # A level no random pair reached is rarer than one in all that were drawn.
            row["label_for_charts"]: (
                float(row.get("m_probability") or 1e-4),
                float(row.get("u_probability") or 1 / random_pairs),
            )
            for row in rows
        }
    return found


def _provisional(fields: dict[str, dict[str, tuple[float, float]]]) -> Weights:
    levels = {key: {level: log2(m / u) for level, (m, u) in rows.items()} for key, rows in fields.items()}
    levels["household"] = {level.key: 0.0 for level in HOUSEHOLD.levels}
    for comparison in FIELDS:
        levels[comparison.key] |= {level.key: 0.0 for level in comparison.levels if level.silent}
    return Weights(-20.0, THRESHOLD, levels)


def _patterns(connection: Any, weights: Weights) -> Counter[Pattern]:
    """How often each pattern of levels occurs among all pairs that blocking brings together."""
    pairs = linker(connection, settings(weights)).inference.compute_blocked_pairs_for_predict()
    columns = connection.table(pairs.physical_name).columns
    left, right = (next(c for c in columns if c.endswith(end)) for end in ("_l", "_r"))
    levels = ", ".join(level_case(comparison) for comparison in COMPARISONS)
    rows = connection.execute(
        f"SELECT l.label = r.label, count(*), {levels} FROM {pairs.physical_name} p"
        f" JOIN records l ON l.id = p.{left} JOIN records r ON r.id = p.{right} GROUP BY ALL"
    ).fetchall()
    counted: Counter[Pattern] = Counter()
    for matched, count, *numbers in rows:
        counted[tuple(numbers), bool(matched)] += count
    return counted


def _corrected(
    fields: dict[str, dict[str, tuple[float, float]]], patterns: Counter[Pattern]
) -> tuple[Weights, dict[str, tuple[int, int]]]:
    """The weights with prior and household fitted; and per household level its pairs and matches."""
    plain = _provisional(fields)
    silent = {number for number, level in enumerate(HOUSEHOLD.levels) if level.silent}
    prior = _fit(_cell(patterns, plain, silent), 0.0)
    levels = {key: dict(rows) for key, rows in plain.levels.items()}
    counts: dict[str, tuple[int, int]] = {}
    for number, level in enumerate(HOUSEHOLD.levels):
        cell = _cell(patterns, plain, {number})
        counts[level.key] = (sum(p + m for _, p, m in cell), sum(m for _, _, m in cell))
        if number not in silent:
            levels["household"][level.key] = _fit(cell, prior)
    return Weights(prior, THRESHOLD, levels), counts


def _cell(patterns: Counter[Pattern], weights: Weights, household: set[int]) -> list[tuple[float, int, int]]:
    """Per pattern of some household levels: its sum of field weights, its pairs that do not match, those that do."""
    sums: dict[tuple[int, ...], list[int]] = {}
    for (numbers, matched), count in patterns.items():
        if numbers[-1] in household:
            sums.setdefault(numbers, [0, 0])[matched] += count
    return [
        (
            sum(weights.of(c.key, c.levels[n].key) for c, n in zip(FIELDS, numbers, strict=False)),
            apart,
            together,
        )
        for numbers, (apart, together) in sums.items()
    ]


def _fit(cell: list[tuple[float, int, int]], offset: float) -> float:
    """What must be added so that as many matches are expected as there are (half a pair of either kind more, lest a
    small cell be certain), by halving the interval."""
    pairs = sum(apart + together for _, apart, together in cell)
    matches = sum(together for _, _, together in cell)
    wanted = pairs * (matches + _SMOOTHING) / (pairs + 2 * _SMOOTHING)
    low, high = -_BOUND, _BOUND
    for _ in range(60):
        middle = (low + high) / 2
        expected = sum((apart + together) * probability(w + offset + middle) for w, apart, together in cell)
        low, high = (middle, high) if expected < wanted else (low, middle)
    return (low + high) / 2


def _toml(
    weights: Weights,
    fields: dict[str, dict[str, tuple[float, float]]],
    counts: dict[str, tuple[int, int]],
    *,
    records: int,
) -> str:
    lines = [
        "# Weights of record linkage (R-PEO-02), made by `./kasane people train`; do not edit by hand.",
        f"# Trained on {records:,} generated records; how, and what the numbers mean: docs/decisions/0012-record-linkage.md",
        "# weight: log2 odds. m and u: how often the level is met in pairs of one person and in random pairs.",
        "",
        "[pair]",
        f"prior = {weights.prior:.3f}",
        f"threshold = {weights.threshold}",
    ]
    for comparison in FIELDS:
        lines += ["", f"[{comparison.key}]"]
        for level in comparison.levels:
            if not level.silent:
                m, u = fields[comparison.key][level.key]
                weight = weights.of(comparison.key, level.key)
                lines.append(f"{level.key} = {{ weight = {weight:.3f}, m = {m:.3g}, u = {u:.3g} }}")
    lines += [
        "",
        "# pairs: how many the training saw at this level, and how many of them were one person",
        "[household]",
    ]
    for level in HOUSEHOLD.levels:
        if not level.silent:
            pairs, matches = counts[level.key]
            weight = weights.of("household", level.key)
            lines.append(f"{level.key} = {{ weight = {weight:.3f}, pairs = {pairs}, matches = {matches} }}")
    return "\n".join(lines) + "\n"
