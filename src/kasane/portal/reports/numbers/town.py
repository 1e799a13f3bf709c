"""The town's numbers for any months, put together from what is closed and published already (docs/decisions/0019).

Nothing is counted here. Every number is one that `portal_publishedcounts` shows, or the sum of such numbers; so no two
periods laid beside each other tell more than the closed tables do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kasane.agencies.models import Agency
from kasane.base.dates import fiscal_label, fiscal_year, wareki
from kasane.intake.api import agencies_by_field
from kasane.intake.numbers.periods import MONTHS_SHOWN, QUARTERS_SHOWN, Period
from kasane.intake.numbers.sheets import Line, Sheet
from kasane.portal.reports.models import PublishedCounts
from kasane.portal.reports.queries import keys_of, months_label, names_of
from kasane.portal.reports.rules import MONTHS, first_day, read_period
from kasane.portal.reports.tables import TABLES, Table
from kasane.profiles.vocabulary import Field

SEVERAL = "several"


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


@dataclass(frozen=True)
class Town:
    """`least`: smaller numbers are left out; 0 when nothing of the period is closed."""

    sheets: list[Sheet]
    least: int
    notes: list[str]


def town_numbers(period: Period) -> Town:
    """All closed tables, as far as their columns lie in the months of the period. Two queries."""
    wanted = period.whole_months
    years = range(fiscal_year(wanted.since), fiscal_year(wanted.until) + 1)
    rows = list(PublishedCounts.objects.filter(year__in=years).order_by("year", "first"))
    sheets = []
    for table in TABLES:
        own = [row for row in rows if row.table == table.key]
        found = _sheet(table, own, wanted)
        if found is not None:
            sheets.append(found)
    if any(sheet.key == "agency" for sheet in sheets):
        own = [row for row in rows if row.table == "agency"]
        sheets.insert(1, _by_field(own, wanted))
    return Town(sheets, max((row.least for row in rows), default=0), _notes(rows, period, wanted))


def _notes(rows: Sequence[PublishedCounts], period: Period, wanted: Period) -> list[str]:
    told = []
    if wanted != period:
        told.append(f"町全体の数は月ごとに締めるため、{wanted.words}を出しています。")
    closed = [first_day(row.year, row.last + 1) - timedelta(days=1) for row in rows if row.first]
    through = max(closed, default=None)
    if through is not None and through < wanted.until:
        told.append(f"{wareki(through)}までの数です。そのあとは、まだ締めていません。")
    return told


def _sheet(table: Table, rows: list[PublishedCounts], wanted: Period) -> Sheet | None:
    fine, coarse, yearly = pieces(rows, wanted)
    if not fine:
        return None
    names = names_of(table, rows)
    return _drawn(
        (table.key, table.title, table.row_title, table.unit, table.how),
        {key: names.get(key, key) for key in keys_of(table, rows)}, (fine, coarse, yearly), wanted,
    )  # fmt: skip


def _drawn(
    words: tuple[str, str, str, str, str],
    names: dict[str, str],
    told: tuple[list[Piece], ...],
    wanted: Period,
) -> Sheet:
    fine, coarse, yearly = told
    shown = (
        fine if wanted.months <= MONTHS_SHOWN else coarse if wanted.months <= QUARTERS_SHOWN * 3 else yearly
    )
    several_years = fiscal_year(wanted.since) != fiscal_year(wanted.until)
    heads = [_head(piece, with_year=several_years) for piece in shown]
    lines = tuple(
        Line(name, tuple([piece.number(key) for piece in shown] + _sum_cells(key, told, len(shown))))
        for key, name in names.items()
    )
    totals = [piece.total for piece in shown]
    if len(shown) > 1:
        totals.append(_first_known([_added([one.total for one in level]) for level in told]))
    return Sheet(*words, (*heads, "計") if len(shown) > 1 else tuple(heads), lines, Line("計", tuple(totals)))


def _head(piece: Piece, *, with_year: bool) -> str:
    return f"{fiscal_label(piece.year)} {piece.label}" if with_year and not piece.is_year else piece.label


def _sum_cells(key: str, told: tuple[list[Piece], ...], shown: int) -> list[int | None]:
    """The sum over the period, by whatever published numbers give it; left out where none do."""
    if shown < 2:
        return []
    return [_first_known([_added([piece.number(key) for piece in level]) for level in told])]


def _first_known(numbers: Iterable[int | None]) -> int | None:
    return next((number for number in numbers if number is not None), None)


def _added(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


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
    rows = {key: _first_known([period.totals.get(key), _added(found)]) for key, found in period.rows.items()}
    return Piece(
        row.year, months_label(row.first, row.last), *_stretch(row.year, row.first, row.last),
        rows, sum(period.column_totals),
    )  # fmt: skip


def _year(row: PublishedCounts) -> Piece:
    return Piece(
        row.year, f"{fiscal_label(row.year)}年度", *_stretch(row.year, 1, MONTHS),
        dict(row.content["totals"]), row.content["total"], is_year=True,
    )  # fmt: skip


def _by_field(rows: list[PublishedCounts], wanted: Period) -> Sheet:
    """The offices' table added up by the fields they deliver in today: only where each of its offices is shown."""
    fields = fields_of(agencies_by_field())
    levels = tuple([_joined(piece, fields) for piece in level] for level in pieces(rows, wanted))
    names = {one.value: str(one.label) for one in Field} | {SEVERAL: "いくつもの分野", "": "分野のない機関"}
    seen = {key for level in levels for piece in level for key in piece.rows}
    return _drawn(
        (
            "field", "相談の受付(受け付けた機関の分野)", "機関の分野", "件",
            "受け付けた機関が、いまの提供体制で受け持つ分野です。いくつも受け持つ機関は「いくつもの分野」に入れます。"
            "機関の表で出していない数があるところは、ここでも出しません。",
        ),
        {key: name for key, name in names.items() if key in seen}, levels, wanted,
    )  # fmt: skip


def fields_of(by_field: dict[str, list[Agency]]) -> dict[str, str]:
    """The field of each agency by its key in the tables; one word for those that deliver in several."""
    found: dict[str, str] = {}
    for field, agencies in by_field.items():
        for agency in agencies:
            found[str(agency.id)] = SEVERAL if str(agency.id) in found else field
    return found


def _joined(piece: Piece, fields: dict[str, str]) -> Piece:
    rows: dict[str, list[int | None]] = {}
    for key, number in piece.rows.items():
        rows.setdefault(fields.get(key, ""), []).append(number)
    return Piece(
        piece.year, piece.label, piece.first, piece.last,
        {field: _added(numbers) for field, numbers in rows.items()}, piece.total, piece.is_year,
    )  # fmt: skip
