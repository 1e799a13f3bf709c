"""The days that are counted, and the columns they are told in. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kasane.base.dates import add_months, fiscal_label, fiscal_year, short_wareki, wareki
from kasane.base.obstacles import Obstacle

MOST_YEARS = 10
MONTHS_SHOWN = 12
QUARTERS_SHOWN = 12

CHOICES: tuple[tuple[str, str], ...] = (
    ("year", "今年度"),
    ("month", "今月"),
    ("last_month", "先月"),
    ("quarter", "この四半期"),
    ("last_quarter", "前の四半期"),
    ("last_year", "前の年度"),
    ("any", "日を決める"),
)


@dataclass(frozen=True)
class Column:
    """A month, quarter or fiscal year of the table, as far as it lies in the period. Both days are in it."""

    label: str
    first: date
    last: date


@dataclass(frozen=True)
class Period:
    """Both days are in it."""

    since: date
    until: date

    @property
    def words(self) -> str:
        return f"{wareki(self.since)}から{wareki(self.until)}まで"

    @property
    def short(self) -> str:
        return f"{short_wareki(self.since)}〜{short_wareki(self.until)}"

    @property
    def months(self) -> int:
        return (self.until.year - self.since.year) * 12 + self.until.month - self.since.month + 1

    @property
    def whole_months(self) -> Period:
        """The months it lies in, from the first to the last day."""
        return Period(self.since.replace(day=1), _before(add_months(self.until.replace(day=1), 1)))

    @property
    def whole_years(self) -> list[int]:
        """The fiscal years that lie in it whole."""
        years = range(fiscal_year(self.since), fiscal_year(self.until) + 1)
        return [
            year for year in years if self.since <= _april(year) and _before(_april(year + 1)) <= self.until
        ]

    def until_day(self, on: date) -> Period:
        """Without the days to come; one that lies ahead altogether stays as it is."""
        return Period(self.since, min(self.until, on)) if self.since <= on else self

    def columns(self) -> tuple[Column, ...]:
        """Months while they fit on a sheet, else quarters, else fiscal years."""
        if self.months <= MONTHS_SHOWN:
            return self._cut(1)
        return self._cut(3) if self.months <= QUARTERS_SHOWN * 3 else self._cut(12)

    def _cut(self, step: int) -> tuple[Column, ...]:
        start = self.since.replace(day=1)
        start = add_months(start, -((start.month - 4) % step))
        found = []
        while start <= self.until:
            after = add_months(start, step)
            first, last = max(start, self.since), min(_before(after), self.until)
            found.append(Column(_label(start, step), first, last))
            start = after
        return tuple(found)


def obstacles(since: date | None, until: date | None) -> list[Obstacle]:
    """What is wrong with two days that somebody typed."""
    if since is None or until is None:
        return [Obstacle("period_days", "はじめの日と終わりの日を、両方入れてください。", "R-INT-02")]
    if until < since:
        return [
            Obstacle(
                "period_turned",
                "終わりの日が、はじめの日より前になっています。どちらかを直してください。",
                "R-INT-02",
            )
        ]
    if until >= add_months(since, MOST_YEARS * 12):
        return [
            Obstacle(
                "period_long", f"一度に見られるのは{MOST_YEARS}年までです。期間を分けてください。", "R-INT-02"
            )
        ]
    return []


def named(key: str, *, on: date) -> Period:
    """The period of that name on a day: the running month, quarter or fiscal year up to its end, or the one before."""
    step = {"month": 1, "quarter": 3}.get(key.removeprefix("last_"), 12)
    first = on.replace(day=1)
    first = add_months(first, -((first.month - 4) % step))
    if key.startswith("last_"):
        first = add_months(first, -step)
    return Period(first, _before(add_months(first, step)))


def _label(first: date, step: int) -> str:
    if step == 12:
        return f"{fiscal_label(fiscal_year(first))}年度"
    if step == 3:
        return f"{fiscal_label(fiscal_year(first))} {first.month}〜{add_months(first, 2).month}月"
    return f"{first.month}月"


def _april(year: int) -> date:
    return date(year, 4, 1)


def _before(day: date) -> date:
    return day - timedelta(days=1)
