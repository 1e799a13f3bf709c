"""Tables put together from several closed ones: by field of the office, all topics, ages by fields.

Each number is a published one or the sum of published ones; where one of them is left out, so is the sum.
"""

from __future__ import annotations

from collections.abc import Sequence

from kasane.agencies.models import Agency
from kasane.base.choices import Topic
from kasane.base.dates import fiscal_label
from kasane.intake.api import agencies_by_field
from kasane.intake.numbers.periods import Period
from kasane.intake.numbers.sheets import Line, Sheet
from kasane.portal.reports.models import PublishedCounts
from kasane.portal.reports.numbers.pieces import Piece, added, drawn, pieces
from kasane.portal.reports.split import AGE_FIELD, Split, read_split
from kasane.profiles.vocabulary import Field

SEVERAL = "several"


def by_field(rows: list[PublishedCounts], wanted: Period) -> Sheet:
    """The offices' table added up by the fields they deliver in today: only where each of its offices is shown."""
    fields = fields_of(agencies_by_field())
    levels = tuple([joined(piece, fields) for piece in level] for level in pieces(rows, wanted))
    names = {one.value: str(one.label) for one in Field} | {SEVERAL: "いくつもの分野", "": "分野のない機関"}
    seen = {key for level in levels for piece in level for key in piece.rows}
    return drawn(
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


def joined(piece: Piece, fields: dict[str, str]) -> Piece:
    rows: dict[str, list[int | None]] = {}
    for key, number in piece.rows.items():
        rows.setdefault(fields.get(key, ""), []).append(number)
    return Piece(
        piece.year, piece.label, piece.first, piece.last,
        {field: added(numbers) for field, numbers in rows.items()}, piece.total, piece.is_year,
    )  # fmt: skip


def all_topics(main: list[PublishedCounts], also: list[PublishedCounts], wanted: Period) -> Sheet | None:
    """Every topic a sheet names: what troubles most, and what was ticked beside it, over months that both tables tell
    in the same stretches (R-INT-02).
    """
    levels = [
        _paired(one, other) for one, other in zip(pieces(main, wanted), pieces(also, wanted), strict=True)
    ]
    told = next((level for level in levels if level), None)
    if told is None:
        return None
    return drawn(
        (
            "all_topics", "相談内容(えらばれたものすべて)", "相談内容の分類", "件",
            "「一番困っていること」と、そのほかにえらばれた分類を足した数です。ひとつの受付に分類がいくつかあれば、それぞれに数えます。"
            "足すと受付の件数より多くなります。どちらかの表で出していない数があるところは、ここでも出しません。",
        ),
        {str(value): str(label) for value, label in Topic.choices},
        tuple(level or told for level in levels), wanted, last="受付の件数",
    )  # fmt: skip


def _paired(main: Sequence[Piece], also: Sequence[Piece]) -> list[Piece]:
    """The sums of both, in the stretches of the first; nothing where the second is cut elsewhere."""
    if [(one.first, one.last) for one in main] != [(one.first, one.last) for one in also]:
        return []
    return [
        Piece(
            one.year, one.label, one.first, one.last,
            {key: added([one.number(key), other.number(key)]) for key in {*one.rows, *other.rows}},
            one.total, one.is_year,
        )
        for one, other in zip(main, also, strict=True)
    ]  # fmt: skip


def ages_by_field(rows: list[PublishedCounts], wanted: Period) -> list[Sheet]:
    """One sheet for each whole fiscal year of the period that has been told."""
    return [
        _of_year(row.year, split, several=len(wanted.whole_years) > 1)
        for row in rows
        if row.year in wanted.whole_years and row.first == 0 and (split := read_split(row.content))
    ]


def _of_year(year: int, split: Split, *, several: bool) -> Sheet:
    lines = tuple(
        Line(AGE_FIELD.word_of_row(row), (*cells, total))
        for row, cells, total in zip(split.rows, split.cells, split.row_sums, strict=True)
    )
    return Sheet(
        f"age_field_{year}" if several else "age_field",
        f"{AGE_FIELD.title} {fiscal_label(year)}年度" if several else AGE_FIELD.title,
        AGE_FIELD.row_title, AGE_FIELD.unit, AGE_FIELD.how,
        (*(AGE_FIELD.word_of_column(one) for one in split.columns), "計"), lines,
        Line("計", (*split.column_sums, split.total)),
    )  # fmt: skip
