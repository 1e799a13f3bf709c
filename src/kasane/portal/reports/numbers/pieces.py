"""What is published of a stretch of months, and the tables drawn from such pieces. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kasane.base.dates import fiscal_label, fiscal_year, wareki
from kasane.intake.numbers.periods import MONTHS_SHOWN, QUARTERS_SHOWN, Period
from kasane.intake.numbers.sheets import Line, Sheet
from kasane.portal.reports.models import PublishedCounts
from kasane.portal.reports.queries import months_label
from kasane.portal.reports.rules import MONTHS, first_day, read_period


@dataclass(frozen=True)
class Piece:
    """What is shown of a stretch of months in one table. None: left out."""

    year: int
    label: str
    first: date
    last: date
    rows: dict[str, int | None]
    total: int | None
    is_year: bool = False

    def number(self, key: str) -> int | None:
        return self.rows.get(key, 0)


def pieces(rows: Sequence[PublishedCounts], wanted: Period) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """What is published of the months, told three ways: by columns, by closed periods, by fiscal years.

    Where a closed period or a year lies in the months in part only, its smaller pieces stand for it.
    """
    fine: list[Piece] = []
    coarse: list[Piece] = []
    yearly: list[Piece] = []
    for year in dict.fromkeys(row.year for row in rows):
        of_year = [row for row in rows if row.year == year]
        in_columns = [one for row in of_year if row.first for one in _columns(row) if _inside(one, wanted)]
        in_periods: list[Piece] = []
        for row in of_year:
            if not row.first:
                continue
            whole = _whole(row)
            in_periods += (
                [whole] if _inside(whole, wanted) else [p for p in _columns(row) if _inside(p, wanted)]
            )
        fine += in_columns
        coarse += in_periods
        sums = next((row for row in of_year if row.first == 0 and row.content["totals"]), None)
        yearly += [_year(sums)] if sums is not None and year in wanted.whole_years else in_periods
    return fine, coarse, yearly


def _inside(piece: Piece, wanted: Period) -> bool:
    return wanted.since <= piece.first and piece.last <= wanted.until


def _stretch(year: int, first: int, last: int) -> tuple[date, date]:
    return first_day(year, first), first_day(year, last + 1) - timedelta(days=1)


def _columns(row: PublishedCounts) -> list[Piece]:
    period = read_period(row.content)
    return [
        Piece(
            row.year, months_label(first, last), *_stretch(row.year, first, last),
            {key: found[place] for key, found in period.rows.items()}, period.column_totals[place],
        )
        for place, (first, last) in enumerate(period.columns)
    ]  # fmt: skip


def _whole(row: PublishedCounts) -> Piece:
    period = read_period(row.content)
    rows = {key: first_known([period.totals.get(key), added(found)]) for key, found in period.rows.items()}
    return Piece(
        row.year, months_label(row.first, row.last), *_stretch(row.year, row.first, row.last),
        rows, sum(period.column_totals),
    )  # fmt: skip


def _year(row: PublishedCounts) -> Piece:
    return Piece(
        row.year, f"{fiscal_label(row.year)}年度", *_stretch(row.year, 1, MONTHS),
        dict(row.content["totals"]), row.content["total"], is_year=True,
    )  # fmt: skip


def drawn(
    words: tuple[str, str, str, str, str],
    names: dict[str, str],
    told: tuple[list[Piece], ...],
    wanted: Period,
    *,
    last: str = "計",
) -> Sheet:
    """A table of the pieces that fit the period best; `last` is what its bottom line is called.

    The sums are those of the columns. Where a year tells more months in its sums than in its columns, they are the year's,
    for all rows, and a note says so.
    """
    fine, coarse, yearly = told
    shown = (
        fine if wanted.months <= MONTHS_SHOWN else coarse if wanted.months <= QUARTERS_SHOWN * 3 else yearly
    )
    has_more = _days(yearly) > _days(shown)
    levels = (yearly,) if has_more else tuple(one for one in told if _days(one) == _days(shown))
    several_years = fiscal_year(wanted.since) != fiscal_year(wanted.until)
    heads = [_head(piece, with_year=several_years) for piece in shown]
    if has_more or len(shown) > 1:
        heads.append("計")
    sums = levels if len(heads) > len(shown) else ()
    lines = tuple(
        Line(name, tuple([piece.number(key) for piece in shown] + _sum_cells(key, sums)))
        for key, name in names.items()
    )
    totals = [piece.total for piece in shown]
    if sums:
        totals.append(first_known([added([one.total for one in level]) for level in sums]))
    return Sheet(
        *words, tuple(heads), lines, Line(last, tuple(totals)), notes=tuple(_notes(shown, has_more, wanted))
    )


def _days(pieces: Sequence[Piece]) -> int:
    return sum((one.last - one.first).days + 1 for one in pieces)


def _notes(shown: Sequence[Piece], has_more: bool, wanted: Period) -> list[str]:
    """Which months a reader looks for in vain."""
    if has_more:
        return ["「計」には、少ないため月や四半期では出していない月も入っています。"]
    until = max((one.last for one in shown), default=wanted.since)
    return [f"この表は{wareki(until)}までです。"] if until < wanted.until else []


def _head(piece: Piece, *, with_year: bool) -> str:
    return f"{fiscal_label(piece.year)} {piece.label}" if with_year and not piece.is_year else piece.label


def _sum_cells(key: str, levels: Sequence[Sequence[Piece]]) -> list[int | None]:
    """The sum over the period, by whatever published numbers give it; left out where none do."""
    if not levels:
        return []
    return [first_known([added([piece.number(key) for piece in level]) for level in levels])]


def first_known(numbers: Iterable[int | None]) -> int | None:
    return next((number for number in numbers if number is not None), None)


def added(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
