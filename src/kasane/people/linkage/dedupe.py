"""dedupe: from a file of people to a file of pairs that may be one person, without any database (R-PEO-02)."""

from __future__ import annotations

import csv
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kasane.base.names import fold
from kasane.people.linkage.batch import Pair, find_pairs
from kasane.people.linkage.model import COMPARISONS
from kasane.people.linkage.reading import Problem, read_people
from kasane.people.linkage.record import Record
from kasane.people.linkage.scoring import explain, probability
from kasane.people.linkage.splitting import in_kana, split_name

_ENOUGH = 2_000
"""Names from which on a file's own counts say more about its place than the list of the country does."""
_EVERY = 10_000


@dataclass(frozen=True)
class Outcome:
    """What came of a run: rows compared, pairs written, problems told, fields the file has no column for."""

    compared: int
    pairs: int
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]


def dedupe(source: Path, target: Path, *, threshold: float, tell: Callable[[str], None]) -> Outcome:
    """Writes the pairs of `source` that reach `threshold` (probability 0–1) to `target`, likeliest first.

    `tell` is given a sentence of progress now and then. Raises UnusableFile for a file nothing can be done with and
    OSError when one can not be read or written; then `target` is left as it was.
    """
    people = read_people(source.read_bytes())
    tell(f"{len(people.rows):,} 人を読みました。")
    shares = shares_of(row["name"] for row in people.rows)
    records: list[Record] = []
    for number, row in enumerate(people.rows, start=1):
        records.append(Record.of(**row, shares=shares))
        if number % _EVERY == 0:
            tell(f"書き方をそろえています… {number:,} / {len(people.rows):,} 人")
    tell("似た人の組をさがしています…")
    written = _write(target, find_pairs(records, least=threshold))
    return Outcome(len(records), written, tuple(people.problems), people.missing)


def shares_of(names: Iterable[str]) -> dict[str, float] | None:
    """The share (0–1) of each folded family name in the file; None for a file too small to tell."""
    counted = Counter(fold(split_name(name)[0]) for name in names if name and not in_kana(name))
    total = sum(counted.values())
    return {name: times / total for name, times in counted.items()} if total >= _ENOUGH else None


def _write(target: Path, pairs: Iterable[Pair]) -> int:
    """Writes all or nothing; the BOM is for Excel. Answers how many."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    count = 0
    try:
        with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["id_l", "id_r", "probability", *(c.label for c in COMPARISONS)])
            for pair in pairs:
                reasons = explain(pair.levels).reasons
                chance = f"{probability(pair.weight):.4f}"
                writer.writerow([pair.left, pair.right, chance, *(reason.level for reason in reasons)])
                count += 1
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return count
