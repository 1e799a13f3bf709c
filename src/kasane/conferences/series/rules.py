"""The days on which a body meets, and whether the next one is due: pure functions (R-CONF-05)."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kasane.base.dates import fiscal_year
from kasane.base.workdays import is_workday

APRIL = 4
LAST_WEEK = 5
NOTICE = timedelta(days=30)
"""So long before the end of its month a meeting that is not called yet is told to be due."""
USUAL_START = time(13, 30)
USUAL_LENGTH = 90
WEEKDAYS = "月火水木金土日"


@dataclass(frozen=True)
class Rhythm:
    """When a body meets, in plain values."""

    months: Sequence[int]
    week: int | None
    weekday: int | None
    starts: time


def months_of(times: int | None) -> list[int]:
    """Months for so many meetings a year, evenly apart: 年4回 are 5月・8月・11月・2月, 年1回 is 10月."""
    if not times:
        return []
    if times >= 12:
        return [_month(place) for place in range(12)]
    return [_month((2 * place + 1) * 12 // (2 * times)) for place in range(times)]


def _month(place: int) -> int:
    """The month so many months after April."""
    return (APRIL - 1 + place) % 12 + 1


def days_of_year(rhythm: Rhythm, year: int) -> list[datetime]:
    """The proposed days of a fiscal year in their order, none on a day off: then it is the next working day.

    Without a weekday it is the middle of the month.
    """
    months = sorted(set(rhythm.months), key=lambda month: (month - APRIL) % 12)
    return [datetime.combine(_day(rhythm, year + (month < APRIL), month), rhythm.starts) for month in months]


def _day(rhythm: Rhythm, year: int, month: int) -> date:
    if rhythm.weekday is None:
        return _working(date(year, month, 15))
    days = [
        day
        for day in calendar.Calendar().itermonthdates(year, month)
        if day.month == month and day.weekday() == rhythm.weekday
    ]
    place = len(days) if rhythm.week in (None, LAST_WEEK) else rhythm.week or 1
    return _working(days[min(place, len(days)) - 1])


def _working(day: date) -> date:
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def pattern_words(rhythm: Rhythm) -> str:
    """「5月・8月・11月・2月の第2水曜日 13:30」"""
    months = "・".join(f"{month}月" for month in sorted(rhythm.months, key=lambda one: (one - APRIL) % 12))
    months = "毎月" if len(set(rhythm.months)) == 12 else months
    if rhythm.weekday is None:
        return f"{months}(日はその都度)"
    week = "最後の" if rhythm.week in (None, LAST_WEEK) else f"第{rhythm.week}"
    return f"{months}の{week}{WEEKDAYS[rhythm.weekday]}曜日 {rhythm.starts:%H:%M}"


@dataclass(frozen=True)
class Standing:
    """How far a body has come in its fiscal year: 今年度4回のうち2回."""

    times: int
    held: int
    planned: int

    @property
    def words(self) -> str:
        coming = f"(ほかに予定{self.planned}回)" if self.planned else ""
        if self.held > self.times:
            return f"今年度{self.held}回(計画は年{self.times}回){coming}"
        return f"今年度{self.times}回のうち{self.held}回{coming}"


def next_due(rhythm: Rhythm, standing: Standing, *, on: date) -> date | None:
    """The day of the next meeting that should have been called by now, or None: nothing is due, or all is called.

    Meetings count in their order: the third of the year is missing while two are held or planned.
    """
    days = [moment.date() for moment in days_of_year(rhythm, fiscal_year(on))]
    called = standing.held + standing.planned
    missing = days[called:]
    return missing[0] if missing and missing[0] - NOTICE <= on else None


def fitting(days: Sequence[datetime], *, after: datetime, taken: int) -> list[datetime]:
    """The proposed days that are still to be called: those of the year, without the first `taken`, in the future."""
    return [day for day in days[taken:] if day > after]


@dataclass(frozen=True)
class Stretch:
    """A part of the time of one meeting, with its beginning and its end (R-CONF-05)."""

    name: str
    function: str
    starts: datetime
    ends: datetime


def stretches(parts: Sequence[dict[str, object]], starts_at: datetime) -> list[Stretch]:
    """The parts of a meeting one after the other, each with its clock times."""
    found: list[Stretch] = []
    begins = starts_at
    for part in parts:
        ends = begins + timedelta(minutes=int(str(part["minutes"])))
        found.append(Stretch(str(part["name"]), str(part["function"]), begins, ends))
        begins = ends
    return found


def clock(
    items: Sequence[tuple[str, int]], starts_at: datetime, parts: Sequence[Stretch] = ()
) -> list[datetime]:
    """When each item (function, minutes) begins: one after the other, within the part of its own function."""
    running = {part.function: part.starts for part in reversed(parts)}
    rest = parts[-1].ends if parts else starts_at
    begins: list[datetime] = []
    for function, minutes in items:
        at = running.get(function, rest)
        begins.append(at)
        if function in running:
            running[function] = at + timedelta(minutes=minutes)
        else:
            rest = at + timedelta(minutes=minutes)
    return begins
