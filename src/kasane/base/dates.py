"""Dates of the office: fiscal years, eras (和暦), ages; shown as 令和7年4月1日, accepted in both calendars."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, time

from django.utils import timezone

from kasane.base.words import plain, read_day, split_clock

ERAS: tuple[tuple[str, str, date], ...] = (
    ("令和", "R", date(2019, 5, 1)),
    ("平成", "H", date(1989, 1, 8)),
    ("昭和", "S", date(1926, 12, 25)),
    ("大正", "T", date(1912, 7, 30)),
    ("明治", "M", date(1868, 1, 25)),
)

_ERA_DATE = re.compile(
    r"(明治|大正|昭和|平成|令和|[MTSHRmtshr㍾㍽㍼㍻㋿])\.?\s*(元|\d{1,2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?"
)
_WESTERN_DATE = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")


def today() -> date:
    """The day in Japan."""
    return timezone.localdate()


def fiscal_year(day: date) -> int:
    """The western year in which the 年度 of `day` began (1 April)."""
    return day.year if day.month >= 4 else day.year - 1


def fiscal_label(year: int) -> str:
    """「R7」 for the 年度 that began in 2025, as it stands in case numbers."""
    name, letter, number = _era_of(date(year, 5, 1))
    return f"{letter}{number}"


def _era_of(day: date) -> tuple[str, str, int]:
    for name, letter, start in ERAS:
        if day >= start:
            return name, letter, day.year - start.year + 1
    return "西暦", "", day.year


def wareki(day: date | None) -> str:
    """令和7年4月1日; an empty string for no date."""
    if day is None:
        return ""
    name, _, year = _era_of(day)
    return f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def short_wareki(day: date | None) -> str:
    """R7.4.1, for dense tables."""
    if day is None:
        return ""
    _, letter, year = _era_of(day)
    return f"{letter}{year}.{day.month}.{day.day}"


def wareki_time(moment: datetime | None) -> str:
    """R7.4.1 10:30, in Japan."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return f"{short_wareki(local.date())} {local:%H:%M}"


def parse_date(text: str) -> date:
    """Reads a date as people write or say it: 令和7年4月1日, R7.4.1, 2025-04-01, 20250401, 昨日, 先週の金曜.

    Raises ValueError with a Japanese sentence when it is no date, or none of its era.
    """
    cleaned = plain(text)
    if match := _ERA_DATE.fullmatch(cleaned):
        return _from_era(match)
    match = _WESTERN_DATE.fullmatch(cleaned) or _COMPACT_DATE.fullmatch(cleaned)
    if match is None:
        said = read_day(cleaned, on=today())
        if said is not None:
            return said
        if split_clock(cleaned)[1]:
            raise ValueError(f"「{text}」には時刻が入っています。ここは日だけを入れてください。")
        raise ValueError(
            f"「{text}」は日付として読めません。令和7年4月1日、R7.4.1、2025-04-01、昨日、先週の金曜 のように入れてください。"
        )
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise ValueError(f"「{text}」という日はありません。") from None


def _from_era(match: re.Match[str]) -> date:
    mark, number = match[1], 1 if match[2] == "元" else int(match[2])
    for index, (name, letter, start) in enumerate(ERAS):
        if mark in (name, unicodedata.normalize("NFKC", name)) or mark.upper() == letter:
            try:
                day = date(start.year + number - 1, int(match[3]), int(match[4]))
            except ValueError:
                break
            ended = ERAS[index - 1][2] if index else date.max
            if start <= day < ended:
                return day
            break
    raise ValueError(f"「{match[0]}」という日はありません。元号と年を確かめてください。")


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def age_on(birth: date, day: date) -> int:
    """Full years of age on `day`."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def at_noon(day: date) -> datetime:
    """A moment on `day`, for events of which only the day is known."""
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12, 0))


def end_of_day(day: date) -> datetime:
    """The last moment of a day in Japan."""
    return timezone.make_aware(datetime.combine(day, time.max))
