"""Days on which a town hall works: no consultation sheet bears the date of a Sunday or of New Year."""

from datetime import date, timedelta
from functools import lru_cache

from kasane.base.workdays import is_workday


@lru_cache(maxsize=4096)
def workday(day: date) -> date:
    """The day itself or the last working day before it; keeps the order of days and never goes ahead."""
    while not is_workday(day):
        day -= timedelta(days=1)
    return day


def workday_around(day: date, today: date) -> date:
    """A working day near `day`: before it in the past, after it ahead of today; keeps the order of days."""
    if day <= today:
        return workday(day)
    while not is_workday(day):
        day += timedelta(days=1)
    return day
