"""Which areas a centre serves, by itself or through a larger or smaller area: pure functions (R-DEL-05)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Served(StrEnum):
    """How an area is served."""

    ITSELF = "itself"
    FROM_ABOVE = "from_above"
    BY_PARTS = "by_parts"
    IN_PART = "in_part"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Place:
    """An area and the one it lies in."""

    key: Hashable
    parent: Hashable | None = None


def how_served(places: Iterable[Place], *, with_centre: Iterable[Hashable]) -> dict[Hashable, Served]:
    """Each area: a centre of its own, one of the area it lies in, of all its parts, of some, or none (a gap).

    A centre may serve several areas, and an area may have several centres.
    """
    rows = {place.key: place for place in places}
    own = set(with_centre)
    parts: dict[Hashable, list[Hashable]] = defaultdict(list)
    for place in rows.values():
        if place.parent is not None:
            parts[place.parent].append(place.key)
    found: dict[Hashable, Served] = {}

    def look(key: Hashable) -> Served:
        if key not in found:
            found[key] = _state(key, rows, own, [look(part) for part in parts[key]])
        return found[key]

    for key in rows:
        look(key)
    return found


def _state(key: Hashable, rows: Mapping[Hashable, Place], own: set[Hashable], parts: list[Served]) -> Served:
    if key in own:
        return Served.ITSELF
    if any(above in own for above in ancestors(key, rows)):
        return Served.FROM_ABOVE
    whole = [part in (Served.ITSELF, Served.BY_PARTS) for part in parts]
    if whole and all(whole):
        return Served.BY_PARTS
    return Served.IN_PART if any(part is not Served.NOT for part in parts) else Served.NOT


def ancestors(key: Hashable, rows: Mapping[Hashable, Place]) -> list[Hashable]:
    """The areas an area lies in, the nearest first; the profile sees to it that they form no ring."""
    found: list[Hashable] = []
    while (place := rows.get(key)) is not None and place.parent is not None:
        key = place.parent
        found.append(key)
    return found
