"""Words of the office in templates: dates in 和暦, ages, days waiting."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone

from kasane.base.dates import short_wareki, today, wareki_time
from kasane.base.dates import wareki as wareki_text
from kasane.base.kinds import kind_labels

register = template.Library()


def _day(value: date | datetime | None) -> date | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


@register.filter
def wareki(value: date | datetime | None) -> str:
    """令和7年4月1日"""
    return wareki_text(_day(value))


@register.filter
def wareki_short(value: date | datetime | None) -> str:
    """R7.4.1"""
    return short_wareki(_day(value))


register.filter("wareki_time", wareki_time)


@register.filter
def days_since(value: date | datetime | None) -> int:
    """Days from `value` to today; 0 for today and for no date."""
    day = _day(value)
    return max((today() - day).days, 0) if day else 0


@register.filter
def due_words(value: date | datetime | None) -> str:
    """「今日」「あと3日」「5日すぎています」"""
    day = _day(value)
    if day is None:
        return ""
    left = (day - today()).days
    if left == 0:
        return "今日"
    if left == 1:
        return "明日"
    return f"あと{left}日" if left > 0 else f"{-left}日すぎています"


@register.filter
def age_words(person: object) -> str:
    """「54歳」, or nothing when no age is known."""
    age = person.age()  # type: ignore[attr-defined]
    return "" if age is None else f"{age}歳"


@register.filter
def kinds(value: int) -> list[str]:
    """The names of the kinds of data in a number."""
    return kind_labels(value or 0)
