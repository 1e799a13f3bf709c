"""Days on which a town hall works."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_FIXED = {(1, 1), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23)}
_NTH_MONDAY = {1: 2, 7: 3, 9: 3, 10: 2}
_NEW_YEAR = {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}


def _is_holiday(day: date) -> bool:
    if (day.month, day.day) in _FIXED:
        return True
    if day.weekday() == 0 and _NTH_MONDAY.get(day.month) == (day.day - 1) // 7 + 1:
        return True
    years = day.year - 1980
    if day.month == 3:
        return day.day == int(20.8431 + 0.242194 * years - years // 4)
    if day.month == 9:
        return day.day == int(23.2488 + 0.242194 * years - years // 4)
    return False


@lru_cache(maxsize=4096)
def is_workday(day: date) -> bool:
    """Whether the town hall is open: not a weekend, a public holiday (nor its substitute) or New Year."""
    if day.weekday() >= 5 or (day.month, day.day) in _NEW_YEAR or _is_holiday(day):
        return False
    before = day - timedelta(days=1)
    while _is_holiday(before):
        if before.weekday() == 6:
            return False
        before -= timedelta(days=1)
    return True
