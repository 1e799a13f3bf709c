"""Closing 本人の年齢と分野 with the tables it is crossed from (R-GRT-02)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kasane.disclosure.definer import OWNER
from kasane.intake.rules import field_of_topic
from kasane.portal.reports.counting import counted
from kasane.portal.reports.models import HeldCounts, PublishedCounts
from kasane.portal.reports.rules import MONTHS, by_columns, read_period
from kasane.portal.reports.split import (
    AGE_FIELD,
    Side,
    by_field,
    fields_shown,
    publish_split,
    split_content,
)
from kasane.portal.reports.tables import BY_KEY

Numbers = dict[str, dict[str, int]]


def hold_split(year: int, months: tuple[int, int], *, on: date, least: int) -> None:
    """What the cross of the year is made of, counted when its tables are; nothing of it is shown yet."""
    counts = counted(AGE_FIELD, year, *months)
    row = _publish(year, months, on=on, least=least)
    HeldCounts(published=row, values=by_columns(counts, [months])).save(using=OWNER, force_insert=True)


def close_split(year: int, begun: int, *, on: date, least: int) -> None:
    """The cross of the year beside what its two tables show, or the word that it can not be told.

    As with the sums of a year: nothing for one of which the first months were not counted.
    """
    held = list(_held(AGE_FIELD.key, year))
    ages, total = _side("age", year, begun, str)
    topics, _ = _side("topic", year, begun, field_of_topic)
    topics = Side(fields_shown(topics.sums), topics.numbers, topics.left_out)
    counts: dict[str, int] = {}
    for row in held:
        for key, numbers in row.values.items():
            counts[key] = counts.get(key, 0) + sum(numbers)
    for key, months in _late(AGE_FIELD.key, year, begun).items():
        counts[key] = counts.get(key, 0) + sum(months.values())
    whole = bool(held) and held[0].published.first == 1
    found = (
        publish_split(by_field(counts), rows=ages, columns=topics, total=total, least=least)
        if whole
        else None
    )
    _publish(year, (0, 0), on=on, least=least, content=split_content(found))


def _side(key: str, year: int, begun: int, as_key: Callable[[str], str]) -> tuple[Side, int | None]:
    """What one table shows of the year, its true numbers by closed column, what it leaves out, and the sum of all."""
    sums = PublishedCounts.objects.using(OWNER).filter(table=key, year=year, first=0).first()
    numbers: Numbers = {}
    left_out: list[tuple[str, str, int]] = []

    def note(row: str, stretch: str, number: int, *, shown: bool) -> None:
        line = numbers.setdefault(as_key(row), {})
        line[stretch] = line.get(stretch, 0) + number
        if number and not shown:
            left_out.append((as_key(row), stretch, number))

    for held in _held(key, year):
        period = read_period(held.published.content)
        for row, found in held.values.items():
            shown = period.rows.get(row, [])
            for place, number in enumerate(found):
                told = place < len(shown) and shown[place] is not None
                note(row, f"{held.published.first}/{place}", number, shown=told)
            note(row, f"{held.published.first}", sum(found), shown=period.totals.get(row) is not None)
    for row, months in _late(key, year, begun).items():
        note(row, "rest", sum(months.values()), shown=False)
    content = sums.content if sums else {"totals": {}, "total": None}
    return Side(content["totals"], numbers, left_out), content["total"]


def _held(key: str, year: int) -> list[HeldCounts]:
    rows = HeldCounts.objects.using(OWNER).filter(published__table=key, published__year=year)
    return list(rows.select_related("published").order_by("published__first"))


def _late(key: str, year: int, begun: int) -> dict[str, dict[int, int]]:
    """The last months of the year that were too few to be told alone."""
    table = AGE_FIELD if key == AGE_FIELD.key else BY_KEY[key]
    return counted(table, year, begun + 1, MONTHS) if begun < MONTHS else {}


def _publish(
    year: int, months: tuple[int, int], *, on: date, least: int, content: dict[str, object] | None = None
) -> PublishedCounts:
    row = PublishedCounts(
        table=AGE_FIELD.key, year=year, first=months[0], last=months[1], least=least, closed_on=on,
        content=content or split_content(None),
    )  # fmt: skip
    row.save(using=OWNER, force_insert=True)
    return row
