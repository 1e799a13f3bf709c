"""Days on which something held: changing from a day on, and correcting, without touching what held before (R-PEO-01).

Pure. A timeline is a list of stretches in order of time, without gaps or overlaps between the first and the last day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Stretch:
    """Values that hold from `start` (None: as far back as is known) up to, not on, `end` (None: until further notice)."""

    start: date | None
    end: date | None
    values: Mapping[str, Any]

    def holds_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


def at(stretches: Iterable[Stretch], day: date) -> Stretch | None:
    """The stretch that holds on a day, or None before the first and after the last."""
    return next((one for one in stretches if one.holds_on(day)), None)


def change(stretches: Sequence[Stretch], day: date, values: Mapping[str, Any]) -> list[Stretch]:
    """From `day` on each value is different, until the day on which the same value had changed once more anyway.

    No day before `day` is touched. Raises ValueError when `day` lies outside the timeline.
    """
    here = _index(stretches, day)
    before, after = _cut(stretches[here], day)
    later = [after, *stretches[here + 1 :]]
    for name, value in values.items():
        old = after.values[name]
        later = _through(later, name, old, value)
    return joined([*stretches[:here], *before, *later])


def correct(stretches: Sequence[Stretch], day: date, values: Mapping[str, Any]) -> list[Stretch]:
    """What was said to hold on `day` was wrong: each value is replaced for all the days it was said to hold around it.

    Raises ValueError when `day` lies outside the timeline.
    """
    here = _index(stretches, day)
    found = list(stretches)
    for name, value in values.items():
        old = stretches[here].values[name]
        earlier = _through(list(reversed(found[:here])), name, old, value)
        found = [*reversed(earlier), *_through(found[here:], name, old, value)]
    return joined(found)


def always(stretches: Sequence[Stretch], values: Mapping[str, Any]) -> list[Stretch]:
    """Facts of a whole life hold on every day."""
    return joined([Stretch(one.start, one.end, {**one.values, **values}) for one in stretches])


def joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Neighbours that say the same are one stretch."""
    found: list[Stretch] = []
    for one in stretches:
        if found and found[-1].values == one.values:
            found[-1] = Stretch(found[-1].start, one.end, one.values)
        else:
            found.append(one)
    return found


def _index(stretches: Sequence[Stretch], day: date) -> int:
    for place, one in enumerate(stretches):
        if one.holds_on(day):
            return place
    raise ValueError(f"{day} lies outside the timeline")


def _cut(stretch: Stretch, day: date) -> tuple[list[Stretch], Stretch]:
    if stretch.start == day:
        return [], stretch
    return [Stretch(stretch.start, day, stretch.values)], Stretch(day, stretch.end, stretch.values)


def _through(stretches: Sequence[Stretch], name: str, old: Any, new: Any) -> list[Stretch]:
    """Puts `new` for `old` from the first stretch on, as long as `old` holds without a break."""
    found = list(stretches)
    for place, one in enumerate(found):
        if one.values[name] != old:
            break
        found[place] = Stretch(one.start, one.end, {**one.values, name: new})
    return found
