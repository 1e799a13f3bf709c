"""Counting what a closed table tells, by night."""

from __future__ import annotations

from datetime import date

from django.db import connections

from kasane.agencies import profile
from kasane.disclosure.definer import OWNER
from kasane.portal.reports.rules import MONTHS, first_day
from kasane.portal.reports.split import SplitTable
from kasane.portal.reports.tables import Table


def counted(table: Table | SplitTable, year: int, first: int, last: int) -> dict[str, dict[int, int]]:
    """How many there are of each key by month of the fiscal year, asked as the role that sees all rows."""
    asked: dict[str, date | int] = {
        "first": first_day(year, first),
        "after": first_day(year, last + 1),
        "answer_days": profile.current().rules.referral_answer_days,
    }
    counts: dict[str, dict[int, int]] = {}
    with connections[OWNER].cursor() as cursor:
        cursor.execute(table.sql, asked)
        for key, day, number in cursor.fetchall():
            months = counts.setdefault(key, {})
            month = (day.month - 4) % MONTHS + 1
            months[month] = months.get(month, 0) + number
    return counts
