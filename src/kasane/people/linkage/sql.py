"""The model as SQL: for PostgreSQL, where the product asks on entry, and for DuckDB, where Splink runs in batch."""

from __future__ import annotations

from importlib import resources

from kasane.people.linkage.model import COMPARISONS, Comparison
from kasane.people.linkage.record import COLUMNS
from kasane.people.linkage.weights import Weights, committed

_HEARD = "".join(map(chr, range(0x30A1, 0x30FB)))
_BYTES = "".join(chr(code) for code in range(1, 127) if not chr(code).isdigit() and not chr(code).islower())[
    : len(_HEARD)
]

# One slip leaves the first or the last half as it was: a cheap look before the dear one. DuckDB counts bytes in damerau_levenshtein, so katakana are first put as single bytes.
DUCKDB_NEAR = f"""
CREATE OR REPLACE MACRO kasane_plain(a) AS translate(a, '{_HEARD}', '{_BYTES.replace("'", "''")}');
CREATE OR REPLACE MACRO kasane_half(a, b) AS (least(length(a), length(b)) - 1) // 2;
CREATE OR REPLACE MACRO kasane_near(a, b) AS CASE
    WHEN least(length(a), length(b)) < 3 OR abs(length(a) - length(b)) > 1
      OR (left(a, kasane_half(a, b)) <> left(b, kasane_half(a, b))
          AND right(a, kasane_half(a, b)) <> right(b, kasane_half(a, b))) THEN false
    ELSE damerau_levenshtein(kasane_plain(a), kasane_plain(b)) <= 1 END;
"""
"""Macros of the same meaning as near.sql, for columns of katakana, small Latin letters and digits."""


def near_sql() -> str:
    """PostgreSQL's kasane_near."""
    return resources.files(__package__).joinpath("near.sql").read_text(encoding="utf-8")


def level_case(comparison: Comparison) -> str:
    """CASE that numbers the level a pair of rows `l` and `r` comes to."""
    whens = "".join(
        f" WHEN {level.when.sql} THEN {number}"
        for number, level in enumerate(comparison.levels)
        if level.when
    )
    return f"CASE{whens} ELSE {len(comparison.levels) - 1} END"


def postgres_sql(weights: Weights | None = None) -> str:
    """Creates the type people_match_key and the function people_match_weight(l, r), for a migration (R-PEO-02).

    The type holds the columns of `record.COLUMNS` in their order; none may be null. The function gives the weight
    (log2 odds, the prior included) and the level numbers of `model.COMPARISONS`, as `scoring.explain` takes them.
    Needs kasane_near (near.sql) before it. In plpgsql because that keeps its expressions ready between calls: some
    tens of microseconds a pair, where the same as one SQL expression took a millisecond.
    """
    weights = weights or committed()
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS)
    steps = "".join(
        _step(place, comparison, weights) for place, comparison in enumerate(COMPARISONS, start=1)
    )
    nothing = ", ".join("0" for _ in COMPARISONS)
    return f"""CREATE TYPE people_match_key AS ({columns});

CREATE FUNCTION people_match_weight(
    l people_match_key, r people_match_key, OUT weight double precision, OUT levels smallint[]
) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    weight := {weights.prior!r};
    levels := ARRAY[{nothing}]::smallint[];
{steps}END $$;
"""


def _step(place: int, comparison: Comparison, weights: Weights) -> str:
    """The branches of one comparison: the first level that holds adds its weight and is noted."""
    lines = []
    for number, level in enumerate(comparison.levels):
        branch = f"{'ELSIF' if number else 'IF'} {level.when.sql} THEN" if level.when else "ELSE"
        weight = weights.of(comparison.key, level.key)
        lines.append(f"    {branch} -- {comparison.key}: {level.key}")
        lines.append(f"        levels[{place}] := {number}; weight := weight + ({weight!r});")
    return "\n".join([*lines, "    END IF;"]) + "\n"
