"""Linkage of many records at once with Splink on DuckDB, all inside this process (R-PEO-02)."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kasane.people.linkage.model import BLOCKING, COMPARISONS, Comparison, Level
from kasane.people.linkage.record import COLUMNS, Record
from kasane.people.linkage.sql import DUCKDB_NEAR
from kasane.people.linkage.weights import Weights, committed

_FETCHED = 10_000


@dataclass(frozen=True)
class Pair:
    """Two ids with their log2 odds and the level number of each comparison."""

    left: str
    right: str
    weight: float
    levels: tuple[int, ...]


def open_database() -> Any:
    """An empty DuckDB in memory that knows kasane_near and reaches neither disk nor network by itself."""
    import duckdb

    connection = duckdb.connect(":memory:", config={"enable_external_access": "false"})
    connection.execute("SET enable_progress_bar = false")
    connection.execute(DUCKDB_NEAR)
    return connection


def load(connection: Any, records: Sequence[Record], labels: Sequence[str] | None = None) -> None:
    """Puts the records into the table `records`, with the person each belongs to where that is known."""
    import pyarrow

    columns: dict[str, Any] = {"id": [record.id for record in records]}
    for name, kind in COLUMNS:
        values = [getattr(record, name) for record in records]
        columns[name] = pyarrow.array(values, pyarrow.int32() if kind == "integer" else pyarrow.string())
    if labels is not None:
        columns["label"] = list(labels)
    table = pyarrow.table(columns)
    connection.register("incoming", table)
    connection.execute("CREATE OR REPLACE TABLE records AS SELECT * FROM incoming")
    connection.unregister("incoming")


def linker(connection: Any, settings: dict[str, Any]) -> Any:
    """Splink over the table `records`."""
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection=connection)
    return Linker(api.register("records"), settings, log_level=logging.ERROR)


def settings(weights: Weights | None, blocking: Sequence[str] = BLOCKING) -> dict[str, Any]:
    """The model as Splink takes it; without weights for training the fields, with them for finding pairs."""
    compared = [c for c in COMPARISONS if weights is not None or c.key != "household"]
    chosen: dict[str, Any] = {
        "link_type": "dedupe_only",
        "unique_id_column_name": "id",
        "comparisons": [_comparison(c, weights) for c in compared],
        "blocking_rules_to_generate_predictions": [{"blocking_rule": rule} for rule in blocking],
        "retain_matching_columns": True,  # else it does not tell the levels
        "retain_intermediate_calculation_columns": False,
    }
    if weights is not None:
        chosen["probability_two_random_records_match"] = 1 / (1 + 2**-weights.prior)
    return chosen


def _comparison(comparison: Comparison, weights: Weights | None) -> dict[str, Any]:
    return {
        "output_column_name": comparison.key,
        "comparison_levels": [_level(comparison, level, weights) for level in _levels(comparison, weights)],
    }


def _levels(comparison: Comparison, weights: Weights | None) -> list[Level]:
    """All; but for training without those that a member in question falls silent in, since given names part them.

    "Same address" would else be met only where given names agree, and weigh their agreement a second time.
    """
    first = comparison.levels[0]
    return [level for level in comparison.levels if weights is not None or level is first or not level.silent]


def _level(comparison: Comparison, level: Level, weights: Weights | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "sql_condition": level.when.suffixed if level.when else "ELSE",
        "label_for_charts": level.key,
    }
    if level is comparison.levels[0] and level.silent:
        return {**row, "is_null_level": True}
    if weights is None:
        return row
    weight = weights.of(comparison.key, level.key)
    # Splink adds log2(m/u); any m and u of this ratio will do.
    rare = 2 ** -(max(weight, 0.0) + 1)
    return {**row, "m_probability": rare * 2**weight, "u_probability": rare}


def gamma_numbers(comparison: Comparison) -> dict[int, int]:
    """Splink's number of each level to ours: it counts upwards from the last, and a first silent level as -1."""
    last = len(comparison.levels) - 1
    return {
        -1 if number == 0 and level.silent else last - number: number
        for number, level in enumerate(comparison.levels)
    }


def find_pairs(
    records: Sequence[Record], *, least: float | None = None, weights: Weights | None = None
) -> Iterator[Pair]:
    """Every pair that blocking brings together and that reaches the probability `least` (0–1), best first.

    With no `least`, the threshold of the weights. Fewer than two records give no pairs.
    """
    weights = weights or committed()
    if len(records) < 2:
        return
    connection = open_database()
    load(connection, records)
    found = linker(connection, settings(weights)).inference.predict(
        threshold_match_probability=weights.threshold if least is None else least
    )
    numbers = [gamma_numbers(c) for c in COMPARISONS]
    gammas = ", ".join(f"gamma_{c.key}" for c in COMPARISONS)
    rows = connection.execute(
        f"SELECT id_l, id_r, match_weight, {gammas} FROM {found.physical_name} ORDER BY match_weight DESC, id_l, id_r"
    )
    while batch := rows.fetchmany(_FETCHED):
        yield from _pairs(batch, numbers)
    connection.close()


def _pairs(rows: Iterable[tuple[Any, ...]], numbers: list[dict[int, int]]) -> Iterator[Pair]:
    for left, right, weight, *gammas in rows:
        levels = tuple(number[gamma] for number, gamma in zip(numbers, gammas, strict=True))
        yield Pair(left, right, weight, levels)
