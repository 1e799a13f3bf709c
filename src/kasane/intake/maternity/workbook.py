"""The ledger as an Excel file, with the items of the screen."""

from __future__ import annotations

from collections.abc import Iterable

from kasane.base.dates import wareki
from kasane.base.workbook import Value, file_of, first_sheet, heading, table
from kasane.intake.models import MaternityEntry

COLUMNS = (
    "ケース",
    "氏名",
    "ふりがな",
    "分娩予定日",
    "妊娠届出日",
    "届出時の週数",
    "初産・経産",
    "状況",
    "状況の説明",
    "必要度",
    "次の面談のめやす",
    "プランの見直し",
    "出産日",
    "産後のようす",
    "担当者",
    "状態",
)


def workbook(title: str, rows: Iterable[MaternityEntry]) -> bytes:
    """One row for each entry."""
    book, sheet = first_sheet("支援台帳")
    heading(sheet, title)
    table(sheet, COLUMNS, map(_values, rows), at=2, fixed=2)
    return file_of(book)


def _values(row: MaternityEntry) -> list[Value]:
    return [
        row.case.label,
        row.person.name,
        row.person.kana,
        wareki(row.due_on),
        wareki(row.notified_on),
        row.notified_weeks,
        row.get_parity_display(),
        "、".join(row.situation_labels),
        row.situation_note,
        row.get_need_display(),
        wareki(row.next_talk_on),  # type: ignore[attr-defined]
        wareki(row.review_on),  # type: ignore[attr-defined]
        wareki(row.born_on),
        row.postpartum_note,
        row.in_charge.name,
        row.state_label,
    ]
