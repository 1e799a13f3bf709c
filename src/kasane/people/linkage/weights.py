"""The weights of the levels, as trained and committed in weights.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from kasane.people.linkage.model import COMPARISONS


class WrongWeights(ValueError):
    """weights.toml does not fit the model."""


@dataclass(frozen=True)
class Weights:
    """Log2 weights per comparison and level, and what a pair weighs before anything is compared."""

    prior: float
    """Log2 odds that two people of a file, picked at random, are one."""
    threshold: float
    """Probability (0–1) from which a pair is proposed."""
    levels: Mapping[str, Mapping[str, float]]

    def of(self, comparison: str, level: str) -> float:
        return self.levels[comparison][level]


def read(text: str) -> Weights:
    """Weights of a weights.toml; raises WrongWeights when levels are missing or too many."""
    data = tomllib.loads(text)
    levels = {
        comparison.key: {level: float(row["weight"]) for level, row in data.get(comparison.key, {}).items()}
        for comparison in COMPARISONS
    }
    for comparison in COMPARISONS:
        wanted = {level.key for level in comparison.levels if not level.silent}
        if set(levels[comparison.key]) != wanted:
            raise WrongWeights(f"{comparison.key}: {sorted(set(levels[comparison.key]) ^ wanted)}")
        levels[comparison.key] |= {level.key: 0.0 for level in comparison.levels if level.silent}
    return Weights(float(data["pair"]["prior"]), float(data["pair"]["threshold"]), levels)


@cache
def committed() -> Weights:
    """The weights the product runs on."""
    return read(resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
