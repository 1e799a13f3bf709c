"""本人の年齢と分野: two closed tables of the same people crossed, told once for a whole fiscal year (R-GRT-02). Pure.

The rows and columns are told already, by the tables of ages and of topics; so a number left out there could be worked
out from a cross that shows its parts. Therefore:

- Ages whose sum of the year is left out are told together, as one row; so are fields with a topic that is left out. Whatever
  those sums are, some cross fits them: the cross tells nothing of them.
- Within the table that is left all sums are known. Small numbers in it, and what would give them away, are left out
  as everywhere; each keeps its possible values though all sums are known, and so whatever the other tables show.
- Together with the months of both tables a cross says a little of the months (if all of an age are of one field, and
  all of that field of one age, their months are the same). So it is told only when, by the bounds that follow from
  it, every number left out of a month or quarter keeps its room on both sides; these bounds are simple ones, computed as if all
  of the cross were shown.
- Quarters have no cross of their own: it could not be told beside that of the year.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kasane.base.suppression import Cell, suppress
from kasane.intake.numbers.bands import AGES, band_sql, labels
from kasane.intake.numbers.sql import AGE, SUBJECT
from kasane.intake.numbers.tables import FIELDS
from kasane.intake.rules import field_of_topic

TOGETHER = "together"
AGE_KEYS = [*labels(AGES, "分からない")]
FIELD_KEYS = [*FIELDS]
Cells = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class SplitTable:
    """Its words, and `sql` that answers (age/topic, day, how many) as the tables do; closed with the tables of `group`."""

    key: str
    group: str
    title: str
    row_title: str
    unit: str
    how: str
    sql: str

    def word_of_row(self, key: str) -> str:
        return "ほかの年齢(まとめた数)" if key == TOGETHER else labels(AGES, "分からない")[key]

    def word_of_column(self, key: str) -> str:
        return "ほかの分野(まとめた数)" if key == TOGETHER else FIELDS[key]


AGE_FIELD = SplitTable(
    "age_field", "intake", "本人の年齢と分野", "受付日の本人の年齢", "件",
    "年度がすべて締まると出ます。分野は「一番困っていること」で決めます。えらばれていないものは「ほか・決められない」です。"
    "年度の数を出していない年齢や分野は、まとめた数にします。",
    f"SELECT {band_sql(AGE, AGES)} || '/' || r.main_topic, r.received_on, count(*) FROM intake_reception r {SUBJECT}"
    " WHERE r.received_on >= %(first)s AND r.received_on < %(after)s GROUP BY 1, 2",
)  # fmt: skip


@dataclass(frozen=True)
class Split:
    """A cross as it may be shown. None: left out. All sums are shown."""

    rows: list[str]
    columns: list[str]
    cells: list[list[int | None]]
    row_sums: list[int]
    column_sums: list[int]
    total: int


def by_field(counts: Mapping[str, int]) -> dict[tuple[str, str], int]:
    """Numbers by 「age/topic」, as they were counted, by age and field."""
    found: dict[tuple[str, str], int] = {}
    for key, number in counts.items():
        age, _, topic = key.partition("/")
        place = (age, field_of_topic(topic))
        found[place] = found.get(place, 0) + number
    return found


def fields_shown(topics: Mapping[str, int | None]) -> dict[str, int | None]:
    """The sums of the fields as the table of topics tells them; None where one of a field's topics is left out."""
    found: dict[str, int | None] = {}
    for topic, number in topics.items():
        field = field_of_topic(topic)
        before = found.get(field, 0)
        found[field] = None if number is None or before is None else before + number
    return found


@dataclass(frozen=True)
class Side:
    """One of the two tables: the sums of the year as it shows them (None: left out), its true numbers by stretch of
    months, and in which stretches which of them are left out. Keys are those of the cross.
    """

    sums: Mapping[str, int | None]
    numbers: Mapping[str, Mapping[str, int]]
    left_out: Collection[tuple[str, str, int]] = ()

    def shown(self, key: str) -> str:
        return key if self.sums.get(key) is not None else TOGETHER

    def together(self) -> dict[str, dict[str, int]]:
        """The true numbers of each stretch, by the keys of the cross that is shown."""
        found: dict[str, dict[str, int]] = {}
        for key, stretches in self.numbers.items():
            line = found.setdefault(self.shown(key), {})
            for stretch, number in stretches.items():
                line[stretch] = line.get(stretch, 0) + number
        return found


def publish_split(counts: Cells, *, rows: Side, columns: Side, total: int | None, least: int) -> Split | None:
    """The cross of a year beside the sums its two tables show; None where it would tell too little or too much.

    None too when the sums are not those of the cross: somebody wrote while it was counted.
    """
    if total is None or sum(counts.values()) != total:
        return None
    told: dict[tuple[str, str], int] = {}
    for (row, column), number in counts.items():
        place = (rows.shown(row), columns.shown(column))
        told[place] = told.get(place, 0) + number
    turned = {(column, row): number for (row, column), number in told.items()}
    if not (_leaves_room(told, rows, columns, least) and _leaves_room(turned, columns, rows, least)):
        return None
    row_keys, column_keys = _order(AGE_KEYS, told, 0), _order(FIELD_KEYS, told, 1)
    row_sums = [sum(told.get((row, one), 0) for one in column_keys) for row in row_keys]
    column_sums = [sum(told.get((one, column), 0) for one in row_keys) for column in column_keys]
    if len(row_keys) < 2 or len(column_keys) < 2:
        return None
    if not (_fits(row_keys, row_sums, rows.sums) and _fits(column_keys, column_sums, columns.sums)):
        return None
    cells: dict[Hashable, Cell] = {
        place: Cell(("row", place[0]), ("column", place[1]), number) for place, number in told.items()
    }
    try:
        hidden = suppress(cells, least=least)
    except ValueError:
        return None
    shown: list[list[int | None]] = [
        [None if (row, column) in hidden else told.get((row, column), 0) for column in column_keys]
        for row in row_keys
    ]
    return Split(row_keys, column_keys, shown, row_sums, column_sums, total)


def _leaves_room(told: Cells, rows: Side, columns: Side, least: int) -> bool:
    """Whether each number left out of a stretch of the rows' table keeps its room, by what the cross and the other table say.

    Of F people of a column in a stretch, at most those of the column who are not of the row can be of another row; and no more
    can be of the row than the cross has.
    """
    across = columns.together()
    sums = {column: sum(n for (_, one), n in told.items() if one == column) for column in across}
    own = rows.together()
    for key, stretch, value in rows.left_out:
        row = rows.shown(key)
        low = high = 0
        for column, numbers in across.items():
            there, cell = numbers.get(stretch, 0), told.get((row, column), 0)
            low += max(0, there - (sums[column] - cell))
            high += min(there, cell)
        true = own.get(row, {}).get(stretch, 0)
        if high - true < least - 1 or true - low < min(value, least) - 1:
            return False
    return True


def _order(known: Sequence[str], told: Cells, at: int) -> list[str]:
    """The keys that have numbers, in their order; those told together last."""
    there = {place[at] for place, number in told.items() if number}
    return [key for key in [*known, TOGETHER] if key in there]


def _fits(keys: Sequence[str], sums: Sequence[int], told: Mapping[str, int | None]) -> bool:
    return all(key == TOGETHER or told[key] == number for key, number in zip(keys, sums, strict=True))


def split_content(split: Split | None) -> dict[str, Any]:
    """A cross as it is kept, in a row that no table of months reads."""
    return {"split": asdict(split) if split else None, "totals": {}, "total": None, "names": {}}


def read_split(kept: Mapping[str, Any]) -> Split | None:
    """A cross as `split_content` kept it."""
    return Split(**kept["split"]) if kept.get("split") else None
