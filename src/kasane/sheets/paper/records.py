"""支援経過記録 on paper: the records of a stretch of time, oldest first, as they were written (FORMS, R-DIS-04)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.sheets.document import Block, Cell, Column, Fields, Notice, Sheet, Table
from kasane.sheets.paper.town import Town

BLANK_ROWS = 8


@dataclass(frozen=True, slots=True)
class RecordData:
    """One record in the words of the field."""

    at: str = ""
    by: str = ""
    how: str = ""
    content: str = ""
    next_step: str = ""
    kinds: str = ""


@dataclass(frozen=True, slots=True)
class RecordsData:
    """All records of the paper; `is_partial` when the viewer may not see every kind of data."""

    records: tuple[RecordData, ...] = ()
    case_number: str | None = None
    person_name: str | None = None
    span: str = ""
    is_partial: bool = False


def support_records(data: RecordsData, town: Town, *, printed_on: str = "") -> Sheet:
    """The records, or empty lines for writing by hand."""
    blocks: list[Block] = [Fields(((Cell("本人氏名", data.person_name or ""), Cell("期間", data.span)),))]
    if data.is_partial:
        blocks.append(Notice("印刷した人が見られる種類の情報だけが入っています。"))
    blocks.append(
        Table(
            (
                Column("日時", 0.9),
                Column("対応者・機関", 1.2),
                Column("方法・相手・場所", 1.2),
                Column("内容", 4.0),
                Column("次の予定", 1.1),
                Column("情報の種類", 0.9),
            ),
            tuple((one.at, one.by, one.how, one.content, one.next_step, one.kinds) for one in data.records),
            min_rows=0 if data.records else BLANK_ROWS,
            row_lines=1 if data.records else 4,
        )
    )
    return town.sheet(
        "records",
        "支援経過記録",
        blocks,
        code="",
        printed_on=printed_on,
        case_number=data.case_number,
    )
