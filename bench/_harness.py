"""What every benchmark needs: timing by turns, percentiles, BAR lines."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """One figure with its limit, printed as `BAR name value unit <=|>= limit ok|short`."""

    name: str
    value: float
    unit: str
    limit: float
    at_most: bool = True

    @property
    def holds(self) -> bool:
        return self.value <= self.limit if self.at_most else self.value >= self.limit

    def __str__(self) -> str:
        sign = "<=" if self.at_most else ">="
        return f"BAR {self.name} {self.value:.2f} {self.unit} {sign} {self.limit:g} {'ok' if self.holds else 'short'}"


def finish(bars: list[Bar]) -> int:
    """Prints the bars; 1 when one is short."""
    for bar in bars:
        print(bar)
    return 0 if all(bar.holds for bar in bars) else 1


def seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` (0–1) of the values lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
