"""Days and times as people say them: 昨日 10時, 先週の金曜, 3日前 14:30. Pure; `on` is the day on which it is said.

What can mean two days is refused with both of them, never guessed.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, time, timedelta

_DAYS = {
    "今日": 0,
    "きょう": 0,
    "本日": 0,
    "昨日": -1,
    "きのう": -1,
    "前日": -1,
    "一昨日": -2,
    "おととい": -2,
    "おとつい": -2,
    "明日": 1,
    "あした": 1,
    "あす": 1,
    "明後日": 2,
    "あさって": 2,
    "しあさって": 3,
    "明々後日": 3,
}
_WEEKS = {"先々週": -2, "先週": -1, "今週": 0, "来週": 1, "再来週": 2}
_MONTHS = {"先々月": -2, "先月": -1, "今月": 0, "来月": 1, "再来月": 2}
_YEARS = {"一昨年": -2, "おととし": -2, "去年": -1, "昨年": -1, "今年": 0, "来年": 1}
_WEEKDAYS = "月火水木金土日"
_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}

_NUMBER = r"(\d{1,3}|[一二三四五六七八九十])"
_AWAY = re.compile(_NUMBER + r"\s*(日|週間|週|[かヶヵカケ箇]月)\s*(前|後)")
_OF_WEEK = re.compile(rf"({'|'.join(_WEEKS)})の?\s*([{_WEEKDAYS}])曜?日?")
_NEAREST = re.compile(rf"(前|この前|こないだ|次|今度)の\s*([{_WEEKDAYS}])曜?日?")
_BARE_WEEKDAY = re.compile(rf"([{_WEEKDAYS}])曜日?")
_OF_MONTH = re.compile(rf"({'|'.join(_MONTHS)})の?\s*(?:(\d{{1,2}})日|(末|末日))")
_OF_YEAR = re.compile(rf"(?:({'|'.join(_YEARS)})の?\s*)?(\d{{1,2}})\s*(?:月|/)\s*(\d{{1,2}})\s*日?")
_CLOCK = re.compile(
    r"(?:(?P<half>午前|午後|朝の?|夜の?)\s*)?(?:(?P<hour>\d{1,2})\s*(?:時\s*(?:(?P<minute>\d{1,2})\s*分?|(?P<thirty>半))?"
    r"|:(?P<colon>\d{2}))|(?P<noon>正午))\s*(?:頃|ごろ)?"
)
NEAR = timedelta(days=92)
"""How far away a day without a year may lie, so that its year is beyond doubt."""


def plain(text: str) -> str:
    """Full-width digits and spaces as half-width ones, without space around."""
    return unicodedata.normalize("NFKC", text).strip()


def split_clock(text: str) -> tuple[str, str]:
    """「昨日 10時」 into 「昨日」 and 「10時」. Without a time at the end the second part is empty."""
    cleaned = plain(text)
    for match in _CLOCK.finditer(cleaned):
        before = cleaned[: match.start()]
        if match.end() == len(cleaned) and not before.endswith(tuple("0123456789:./-年月")):
            return before.rstrip().removesuffix("の"), match[0].strip()
    return cleaned, ""


def read_clock(text: str) -> time:
    """10時, 10時半, 午後2時, 14:30, 正午. Raises ValueError with a Japanese sentence."""
    match = _CLOCK.fullmatch(plain(text))
    if match is None:
        raise ValueError(f"「{text}」は時刻として読めません。14:30、10時半、午後2時 のように入れてください。")
    if match["noon"]:
        return time(12, 0)
    hour, half = int(match["hour"]), match["half"] or ""
    minute = 30 if match["thirty"] else int(match["minute"] or match["colon"] or 0)
    if half and hour == 12:
        raise ValueError(f"「{text}」は昼の12時とも夜の12時とも読めます。12:00 か 0:00 で入れてください。")
    if not half and not match["colon"] and 1 <= hour <= 6:
        raise ValueError(
            f"「{text}」は午前か午後か分かりません。午前{hour}時 か {hour + 12}時 で入れてください。"
        )
    if half in ("午後", "夜", "夜の") and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        raise ValueError(f"「{text}」という時刻はありません。")
    return time(hour, minute)


def read_day(text: str, *, on: date) -> date | None:
    """The day a word means, said on `on`; None when it is no such word (a plain date, for one).

    Raises ValueError with a Japanese sentence when the word means no day, or two.
    """
    said = plain(text)
    if said in _DAYS:
        return on + timedelta(days=_DAYS[said])
    if match := _AWAY.fullmatch(said):
        return _away(match, on)
    if match := _OF_WEEK.fullmatch(said):
        return _of_week(text, _WEEKS[match[1]], _WEEKDAYS.index(match[2]), on)
    if match := _NEAREST.fullmatch(said):
        return _nearest(match[1], _WEEKDAYS.index(match[2]), on)
    if match := _BARE_WEEKDAY.fullmatch(said):
        day = match[1]
        raise ValueError(
            f"「{text}」がいつの週か分かりません。「先週の{day}曜」「前の{day}曜」のように入れてください。"
        )
    if match := _OF_MONTH.fullmatch(said):
        return _of_month(text, match, on)
    if match := _OF_YEAR.fullmatch(said):
        return _of_year(text, match, on)
    return None


def _away(match: re.Match[str], on: date) -> date:
    number = _KANJI.get(match[1]) or int(match[1])
    number = number if match[3] == "後" else -number
    if match[2] == "日":
        return on + timedelta(days=number)
    if match[2].startswith("週"):
        return on + timedelta(weeks=number)
    first = _month(on, number)
    return first.replace(day=min(on.day, calendar.monthrange(first.year, first.month)[1]))


def _of_week(text: str, weeks: int, weekday: int, on: date) -> date:
    """People begin the week on Monday or on Sunday; where that makes two days, neither is taken."""
    from_monday = on - timedelta(days=on.weekday()) + timedelta(weeks=weeks, days=weekday)
    sunday = on - timedelta(days=(on.weekday() + 1) % 7)
    from_sunday = sunday + timedelta(weeks=weeks, days=(weekday + 1) % 7)
    if from_monday != from_sunday:
        first, second = sorted((from_monday, from_sunday))
        raise ValueError(
            f"「{text}」は、週を月曜から数えるか日曜から数えるかで {first.month}月{first.day}日 と"
            f" {second.month}月{second.day}日 のどちらにもなります。日付で入れてください。"
        )
    return from_monday


def _nearest(word: str, weekday: int, on: date) -> date:
    if word in ("次", "今度"):
        return on + timedelta(days=(weekday - on.weekday() - 1) % 7 + 1)
    return on - timedelta(days=(on.weekday() - weekday - 1) % 7 + 1)


def _month(on: date, months: int) -> date:
    """The first day of the month so many months away."""
    count = on.year * 12 + on.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _of_month(text: str, match: re.Match[str], on: date) -> date:
    first = _month(on, _MONTHS[match[1]])
    last = calendar.monthrange(first.year, first.month)[1]
    day = last if match[3] else int(match[2])
    if not 1 <= day <= last:
        raise ValueError(f"「{text}」という日はありません({first.month}月は{last}日までです)。")
    return first.replace(day=day)


def _of_year(text: str, match: re.Match[str], on: date) -> date:
    month, day = int(match[2]), int(match[3])
    years = [on.year + _YEARS[match[1]]] if match[1] else [on.year - 1, on.year, on.year + 1]
    days = [one for year in years if (one := _day(year, month, day))]
    if not match[1]:
        near = [one for one in days if abs(one - on) <= NEAR]
        if days and not near:
            raise ValueError(
                f"「{text}」は何年のことか分かりません。R{on.year - 2018}.{month}.{day}、"
                f"去年の{month}月{day}日 のように、年も入れてください。"
            )
        days = near
    if not days:
        raise ValueError(f"「{text}」という日はありません。")
    return days[0]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
